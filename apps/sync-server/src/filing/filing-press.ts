import type { Clock } from '../rooms/clock.ts'
import { createThreadWork, threadScript } from '../thread-work.ts'
import { type FilingTask, runFilingTask } from './filing-task.ts'

/** Longest time that one file may take, with those that wait before it, in milliseconds. */
const DEADLINE_MS = 120_000

export interface FilingPress {
  /** The bytes of a file. @throws when it cannot be written or takes too long */
  write(task: FilingTask): Promise<Uint8Array>
  /** How many files are being written or wait. */
  waiting(): number
  close(): Promise<void>
}

/** Writes papers and packages one after the other, off the main loop. */
export function createFilingPress(clock: Clock, script: URL | null = threadScript('filing-worker')): FilingPress {
  const thread = createThreadWork<FilingTask>({
    ...{ name: 'filing', clock, script, runHere: runFilingTask, deadlineMs: DEADLINE_MS },
  })
  let waiting = 0
  return {
    async write(task) {
      waiting += 1
      try {
        return (await thread.run(task)) as Uint8Array
      } finally {
        waiting -= 1
      }
    },
    waiting: () => waiting,
    close: thread.close,
  }
}
