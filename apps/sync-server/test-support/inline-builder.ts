import { gzipSync } from 'node:zlib'
import { RECORDS_ROOT } from '@samtavle/shared/board-doc'
import { systemClock } from '../src/rooms/clock.ts'
import type { SnapshotBuilder } from '../src/versions/snapshot-builder.ts'
import { buildSnapshot } from '../src/versions/snapshot-worker.mjs'
import { createVersionReading, type VersionReading } from '../src/versions/version-reading.ts'

/** What the snapshot thread does, in this thread: for tests of what is around it. */
export function createInlineBuilder(): SnapshotBuilder {
  return {
    async build({ previous, rows }, { zipped = false } = {}) {
      const built = buildSnapshot(previous?.payload ?? null, rows, RECORDS_ROOT)
      const bytes = built.payload.byteLength
      return { ...built, bytes, payload: zipped ? gzipSync(built.payload) : built.payload }
    },
    close: async () => {},
  }
}

/** What the thread of versions does, in this thread. */
export const createInlineReading = (): VersionReading => createVersionReading(systemClock, null)
