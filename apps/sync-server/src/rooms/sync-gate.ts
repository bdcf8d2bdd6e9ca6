import type { Clock } from './clock.ts'

export const SYNC_GATE = {
  /** How many answers to a sync step 1 may be under way at once on a node (threats table, SEC-36). */
  atOnce: 16,
  /** A slow reader keeps its turn no longer than this, in milliseconds. */
  longestMs: 2_000,
} as const

/** Lets a bounded number of whole boards be on their way at once, so that a room full of people costs no memory each. */
export class SyncGate {
  readonly #clock: Clock
  readonly #waiting: ((done: () => void) => void)[] = []
  #under = 0
  #most = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Runs the task at once or when it is its turn. The task calls `done` when the network has taken what it sent. */
  enter(task: (done: () => void) => void): void {
    if (this.#under >= SYNC_GATE.atOnce) this.#waiting.push(task)
    else this.#run(task)
  }

  /** The most that were ever under way at once. */
  get most(): number {
    return this.#most
  }

  #run(task: (done: () => void) => void): void {
    this.#under += 1
    this.#most = Math.max(this.#most, this.#under)
    let isDone = false
    const done = () => {
      if (isDone) return
      isDone = true
      cancel()
      this.#under -= 1
      const next = this.#waiting.shift()
      if (next !== undefined) this.#run(next)
    }
    const cancel = this.#clock.after(SYNC_GATE.longestMs, done)
    task(done)
  }
}
