import type { SnapshotChoice } from '@samtavle/shared/snapshot-api'
import type { Clock } from '../rooms/clock.ts'
import { createThreadWork, threadScript } from '../thread-work.ts'
import { type ChoiceJob, type FreezeJob, type Frozen, runTask, type Task } from './freeze.ts'

/** Longest time that one snapshot may take, in milliseconds. */
export const FREEZE_DEADLINE_MS = 60_000

export interface Freezer {
  /** @throws when a board cannot be read, when it takes too long, or when the thread dies */
  freeze(job: FreezeJob): Promise<Frozen>
  /** What a new draft shows. @throws as `freeze` does */
  choose(job: ChoiceJob): Promise<SnapshotChoice>
  /** Ends the thread; what is being made is rejected. */
  close(): Promise<void>
}

/** Snapshots one after the other, off the main loop. */
export function createFreezer(clock: Clock, script: URL | null = threadScript('freeze-worker')): Freezer {
  const name = 'snapshots'
  const thread = createThreadWork<Task>({ name, clock, script, runHere: runTask, deadlineMs: FREEZE_DEADLINE_MS })
  return {
    freeze: async (job) => (await thread.run({ kind: 'freeze', job })) as Frozen,
    choose: async (job) => (await thread.run({ kind: 'choose', job })) as SnapshotChoice,
    close: thread.close,
  }
}
