import type { Clock } from '../rooms/clock.ts'

type Job = { name: string; work: () => Promise<void> }

/**
 * Runs jobs one after the other, with a pause between. A name that waits already is not taken twice; the newer work
 * counts. What fails is tried again, ever later, behind what waits meanwhile.
 */
export function createJobQueue(options: {
  clock: Clock
  pauseMs: number
  retryMs: { first: number; longest: number }
  onFailure: (name: string, failures: number, error: unknown) => void
}) {
  const { clock, pauseMs, retryMs, onFailure } = options
  const waiting = new Map<string, Job>()
  /** What failed last time: how often, and the next try when it is not in `waiting` again. */
  const failing = new Map<string, { failures: number; job: Job; cancelRetry: (() => void) | null }>()
  let state: 'idle' | 'running' | 'pausing' | 'closed' = 'idle'
  let cancelPause = () => {}
  let running: Promise<void> = Promise.resolve()

  function next(): void {
    if (state === 'closed') return
    const [job] = waiting.values()
    if (job === undefined) {
      state = 'idle'
      return
    }
    waiting.delete(job.name)
    state = 'running'
    running = run(job).then(() => {
      if (state === 'closed') return
      state = 'pausing'
      cancelPause = clock.after(pauseMs, next)
    })
  }

  async function run(job: Job): Promise<void> {
    try {
      await job.work()
      failing.delete(job.name)
    } catch (error) {
      if (!isClosed()) retryLater(job, error)
    }
  }

  function retryLater(job: Job, error: unknown): void {
    const failures = (failing.get(job.name)?.failures ?? 0) + 1
    onFailure(job.name, failures, error)
    const delay = Math.min(retryMs.first * 2 ** Math.min(failures - 1, 20), retryMs.longest)
    const failed = { failures, job, cancelRetry: null as (() => void) | null }
    failing.set(job.name, failed)
    failed.cancelRetry = clock.after(delay, () => {
      failed.cancelRetry = null
      put(failed.job)
    })
  }

  function put(job: Job): void {
    waiting.set(job.name, job)
    if (state === 'idle') next()
  }

  const isClosed = (): boolean => state === 'closed'

  return {
    isClosed,
    /** Work under a name; while that name waits for its next try, the work waits with it. */
    add(name: string, work: () => Promise<void>): void {
      if (isClosed()) return
      const failed = failing.get(name)
      if (failed?.cancelRetry != null) failed.job = { name, work }
      else put({ name, work })
    },
    waiting: () => waiting.size,
    /** Forgets what waits; resolves when the job at hand is over. */
    async close(): Promise<void> {
      state = 'closed'
      cancelPause()
      waiting.clear()
      for (const { cancelRetry } of failing.values()) cancelRetry?.()
      failing.clear()
      await running
    },
  }
}
