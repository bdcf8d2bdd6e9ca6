import type { Logger } from './logger.ts'

/** One part of stopping. Steps run one after the other, in the order in which they are given. */
export type ShutdownStep = { name: string; run: () => Promise<unknown> | unknown }

type Timers = { after: (ms: number, task: () => void) => () => void }

const systemTimers: Timers = {
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * Runs the steps under one deadline. A step that fails does not stop the next: what can still be closed is closed.
 * @returns true when every step succeeded in time. False leaves the rest undone: the process should end.
 */
export async function runShutdown(
  steps: readonly ShutdownStep[],
  options: { deadlineMs: number; logger: Logger; timers?: Timers },
): Promise<boolean> {
  const { deadlineMs, logger, timers = systemTimers } = options
  let cancel = () => {}
  const late = new Promise<'late'>((resolve) => {
    cancel = timers.after(deadlineMs, () => resolve('late'))
  })
  let clean = true
  try {
    for (const step of steps) {
      try {
        const outcome = await Promise.race([late, Promise.resolve(step.run()).then(() => 'done' as const)])
        if (outcome === 'late') {
          logger.error({ step: step.name }, 'stopping took too long')
          return false
        }
      } catch (error) {
        clean = false
        logger.error({ err: error, step: step.name }, 'a step of stopping failed')
      }
    }
    return clean
  } finally {
    cancel()
  }
}
