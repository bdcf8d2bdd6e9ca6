/** What somebody may use: so many units a second, and so many at once after a pause. */
export type Allowance = Readonly<{ perSecond: number; atOnce: number }>

/** A token bucket. It may be overdrawn by what has already come; `waitMs` says for how long to take nothing more. */
export class Budget {
  readonly #allowance: Allowance
  #left: number
  #at: number

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance
    this.#left = allowance.atOnce
    this.#at = now
  }

  /** Takes units at the time `now` (ms), whether there are any or not. */
  use(units: number, now: number): void {
    const { perSecond, atOnce } = this.#allowance
    const earned = (Math.max(0, now - this.#at) / 1_000) * perSecond
    this.#left = Math.min(atOnce, this.#left + earned) - units
    this.#at = now
  }

  /** Milliseconds until nothing is overdrawn, as of the last use; 0 when nothing is. */
  get waitMs(): number {
    return this.untilMs(0)
  }

  /** Milliseconds until so many units can be taken, as of the last use. */
  untilMs(units: number): number {
    return Math.max(0, Math.ceil(((units - this.#left) / this.#allowance.perSecond) * 1_000))
  }

  /** Takes units only when there are enough. */
  take(units: number, now: number): boolean {
    this.use(0, now)
    if (this.#left < units) return false
    this.#left -= units
    return true
  }
}
