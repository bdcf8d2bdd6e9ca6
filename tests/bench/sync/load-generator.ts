import { fork } from 'node:child_process'
import { assertRunning, keepTrackOf } from './live-processes.ts'
import type { Figures, LoadOrder } from './load/load-task.ts'

/** The word that makes this program a load generator instead of the bench. */
export const LOAD_WORD = '--load-generator'

/**
 * Lets a fresh process put load on a server.
 * @throws when it fails, or takes longer than so many milliseconds
 */
export async function generateLoad(order: LoadOrder, withinMs: number): Promise<Figures> {
  assertRunning()
  const [, program] = process.argv
  if (program === undefined) throw new Error('this process does not know its program')
  const child = fork(program, [LOAD_WORD], {
    execArgv: ['--enable-source-maps'],
    // JSON knows no NaN, which is what a percentile of nothing is.
    serialization: 'advanced',
    timeout: withinMs,
  })
  keepTrackOf(child)
  return await new Promise((resolve, reject) => {
    let figures: Figures | undefined
    child.on('message', (message) => {
      figures = message as Figures
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (figures !== undefined && code === 0) resolve(figures)
      else reject(new Error(`the load generator ended with ${code ?? signal}`))
    })
    child.send(order)
  })
}
