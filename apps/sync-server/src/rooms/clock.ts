/** Time as rooms and sockets see it, so that tests can drive it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs the task once after `ms` milliseconds; the returned function takes it back. */
  after(ms: number, task: () => void): () => void
  /** Runs the task when what the event loop holds now is done: once per turn, after all messages that came with it. */
  endOfTurn(task: () => void): void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  endOfTurn(task) {
    setImmediate(task)
  },
}
