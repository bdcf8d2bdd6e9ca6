import type { ChildProcess } from 'node:child_process'

const live = new Set<ChildProcess>()
let ended = false

/** Remembers a process that the bench started, until it is gone, so that none outlives the bench. */
export function keepTrackOf(child: ChildProcess): void {
  live.add(child)
  child.once('exit', () => live.delete(child))
}

/** @throws when the bench was told to end: nothing may be started any more */
export function assertRunning(): void {
  if (ended) throw new Error('the bench was ended')
}

/** On Ctrl-C or SIGTERM ends what was started, by its id; what waits for it then fails, and the bench tidies up. */
export function endWithSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      ended = true
      process.exitCode = 1
      for (const child of live) child.kill('SIGKILL')
    })
  }
}
