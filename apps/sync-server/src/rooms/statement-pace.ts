import { type Allowance, Budget } from './budget.ts'

/**
 * How many statements a node makes. Each costs a third of a millisecond of its time and the waking of a session of the
 * database, whether it holds one row or twenty; five people who draw at once do not make so many.
 */
export const STATEMENT_ALLOWANCE: Allowance = { perSecond: 150, atOnce: 10 }

/** What of a new duration goes into the expected one, and into how far durations lie from it (as RFC 6298 has it). */
const SMOOTHING = { mean: 1 / 8, deviation: 1 / 4 } as const
/** So many deviations a statement may take longer than the mean and still be back in time. */
const DEVIATIONS = 2
/** What is not worth a timer, in milliseconds. */
const SHORTEST_MS = 2

/** What statements wait for; without it they never do. */
export type StatementRests = {
  /** Milliseconds until sockets are written to again, 0 when they are at once. */
  restMs?: () => number
  /** How many there may be. */
  allowance?: Allowance
}

/**
 * When the next statement may begin. A dear round of writes is followed by a rest, in which nobody would see what is
 * committed: so a statement that is back just before the rest ends is as good as several in a row. And who has made more
 * statements than are allowed waits for a few milliseconds, so that more updates share the next one.
 */
export class StatementPace {
  readonly #restMs: () => number
  readonly #now: () => number
  readonly #budget: Budget | null
  #mean = 0
  #deviation = 0

  /** @param now milliseconds of a clock */
  constructor({ restMs = () => 0, allowance }: StatementRests, now: () => number) {
    this.#restMs = restMs
    this.#now = now
    this.#budget = allowance === undefined ? null : new Budget(allowance, now())
  }

  /** Told when a statement begins. */
  began(): void {
    this.#budget?.use(1, this.#now())
  }

  /** Told how long a statement took, in milliseconds. */
  took(ms: number): void {
    const first = this.#mean === 0
    const error = ms - this.#mean
    this.#mean += first ? error : error * SMOOTHING.mean
    this.#deviation += first ? ms / 2 : (Math.abs(error) - this.#deviation) * SMOOTHING.deviation
  }

  /** Milliseconds that the next statement waits. */
  waitMs(): number {
    this.#budget?.use(0, this.#now())
    return Math.max(this.#untilSeenMs(), this.#budget?.waitMs ?? 0)
  }

  /** So long nobody would see what is committed; 0 when somebody would see it the sooner. */
  #untilSeenMs(): number {
    const wait = this.#restMs() - this.#mean - DEVIATIONS * this.#deviation
    return wait < SHORTEST_MS ? 0 : wait
  }
}
