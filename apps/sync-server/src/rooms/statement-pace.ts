/** What of a new duration goes into the expected one, and into how far durations lie from it (as RFC 6298 has it). */
const SMOOTHING = { mean: 1 / 8, deviation: 1 / 4 } as const
/** So many deviations a statement may take longer than the mean and still be back in time. */
const DEVIATIONS = 2
/** What is not worth a timer, in milliseconds. */
const SHORTEST_MS = 2

/**
 * When the next statement may begin. A dear round of writes is followed by a rest (`restMs`), in which nobody would see
 * what is committed: so a statement that is back just before the rest ends is as good as several in a row.
 */
export class StatementPace {
  readonly #restMs: () => number
  #mean = 0
  #deviation = 0

  /** @param restMs milliseconds until sockets are written to again, 0 when they are at once */
  constructor(restMs: () => number) {
    this.#restMs = restMs
  }

  /** Told how long a statement took, in milliseconds. */
  took(ms: number): void {
    const first = this.#mean === 0
    const error = ms - this.#mean
    this.#mean += first ? error : error * SMOOTHING.mean
    this.#deviation += first ? ms / 2 : (Math.abs(error) - this.#deviation) * SMOOTHING.deviation
  }

  /** Milliseconds that the next statement may wait; 0 when somebody would see its updates the sooner. */
  waitMs(): number {
    const wait = this.#restMs() - this.#mean - DEVIATIONS * this.#deviation
    return wait < SHORTEST_MS ? 0 : wait
  }
}
