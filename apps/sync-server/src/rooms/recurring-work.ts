import type { Clock } from './clock.ts'
import type { RoomLog } from './room-log.ts'

/**
 * Work that is done again and again in the background, never twice at once. What fails is logged and tried again when
 * its time comes.
 */
export function createRecurringWork(deps: {
  /** Milliseconds until it is done first, and from its end until it is done again. */
  firstMs: number
  everyMs: number
  /** Says what became of it in the log. Ends soon once `isClosed` says so. */
  work: () => Promise<void>
  /** What the log says when it fails. */
  failure: string
  clock: Clock
  log: RoomLog
}) {
  const { firstMs, everyMs, work, failure, clock, log } = deps
  let cancel = () => {}
  let closed = false
  let running: Promise<unknown> = Promise.resolve()

  function later(ms: number): void {
    cancel = clock.after(ms, () => {
      running = work()
        .catch((error: unknown) => log.error({ err: error }, failure))
        .finally(() => !closed && later(everyMs))
    })
  }

  return {
    isClosed: () => closed,
    start: () => later(firstMs),
    /** Begins nothing more; resolves when what is under way has ended. */
    async close(): Promise<void> {
      closed = true
      cancel()
      await running
    },
  }
}
