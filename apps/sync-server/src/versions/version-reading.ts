import type { Clock } from '../rooms/clock.ts'
import { createThreadWork, threadScript } from '../thread-work.ts'
import {
  type BoardStep,
  type FreshDocument,
  freshDocument,
  type Packed,
  recordsOfVersion,
  stepBetween,
} from './version-document.ts'

/** Longest time that one version may take, with those that wait before it, in milliseconds. */
const DEADLINE_MS = 60_000

/** What the thread is asked for. */
export type VersionTask = { kind: 'step'; from: Packed; to: Packed } | { kind: 'fresh'; version: Packed }

/** Does one task; built into a thread of its own and run there. */
export const runVersionTask = (task: VersionTask): BoardStep | FreshDocument =>
  task.kind === 'step' ? stepBetween(task.from, task.to) : freshDocument(recordsOfVersion(task.version))

export interface VersionReading {
  /** What going from one kept state of a board to another changes. @throws when one is damaged or it takes too long */
  step(from: Packed, to: Packed): Promise<BoardStep>
  /** A version as a document of its own. @throws as `step` */
  fresh(version: Packed): Promise<FreshDocument>
  close(): Promise<void>
}

/** Reads versions one after the other, off the main loop: a large one takes longer than a socket may wait. */
export function createVersionReading(
  clock: Clock,
  script: URL | null = threadScript('version-worker'),
): VersionReading {
  const name = 'versions'
  const thread = createThreadWork<VersionTask>({
    name,
    clock,
    script,
    runHere: runVersionTask,
    deadlineMs: DEADLINE_MS,
  })
  const plain = ({ payload, sha256 }: Packed): Packed => ({ payload, sha256 })
  return {
    step: async (from, to) => (await thread.run({ kind: 'step', from: plain(from), to: plain(to) })) as BoardStep,
    fresh: async (version) => (await thread.run({ kind: 'fresh', version: plain(version) })) as FreshDocument,
    close: thread.close,
  }
}
