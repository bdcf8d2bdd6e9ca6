import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { Sql } from '../db/database.ts'
import { createPgSnapshotStore } from '../db/pg-snapshot-store.ts'
import type { DamageReport } from '../db/usable-snapshot.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createCompactor } from './compactor.ts'
import { createSnapshotBuilder } from './snapshot-builder.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'
import { recordsOfVersion } from './version-document.ts'
import { createVersionReading } from './version-reading.ts'
import { createVersionRoutes, versionRouteDocs } from './version-routes.ts'
import { type BoardEditing, createVersionService } from './version-service.ts'
import { createVersionStore } from './version-store.ts'

export type StoredBoards = {
  /** Reports a snapshot whose checksum is wrong; for every store that loads boards. */
  damaged: DamageReport
  /** Told by the rooms what they commit; `stats` for metrics. */
  upkeep: Upkeep
  /** Versions over HTTP, as soon as there are rooms. */
  feature(deps: { rooms: BoardEditing; access: AccessService }): Feature
  /** What each version of a board holds, one at a time. */
  recordsOfVersions(boardId: string): AsyncIterable<readonly BoardRecord[]>
  /** Ends the upkeep and the threads, before the database is closed. */
  close(): Promise<void>
}

/** Puts together what looks after stored boards: snapshots, versions, and the end of what is past its time. */
export function createStoredBoards(deps: {
  sql: Sql
  embedded: boolean
  clock: Clock
  log: RoomLog
  now: () => Date
}): StoredBoards {
  const { sql, embedded, clock, log, now } = deps
  const damaged: DamageReport = (boardId, { newest, used }) => {
    log.error({ boardId, newest, used }, 'a snapshot is damaged and was passed over')
  }
  const builder = createSnapshotBuilder(clock)
  const compactor = createCompactor({ store: createPgSnapshotStore(sql, damaged), builder })
  const reading = createVersionReading(clock)
  const store = createVersionStore(sql, { embedded })
  const upkeep = createUpkeep({ compactor, versions: store, clock, log })
  return {
    damaged,
    upkeep,
    feature({ rooms, access }) {
      const versions = createVersionService({ store, compactor, reading, rooms, now })
      return { path: '/api/boards', app: createVersionRoutes({ versions, access }), docs: versionRouteDocs }
    },
    async *recordsOfVersions(boardId) {
      for (const { id } of await store.list(boardId)) {
        const version = await store.read(boardId, id)
        if (version !== undefined) yield recordsOfVersion(version)
      }
    },
    async close() {
      await Promise.all([upkeep.close(), builder.close(), reading.close()])
    },
  }
}
