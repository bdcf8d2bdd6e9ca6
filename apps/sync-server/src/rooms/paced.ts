import { type Allowance, Budget } from './budget.ts'
import type { Clock } from './clock.ts'

/** Passes values on as fast as an allowance permits. Of those that come faster only the newest is kept, for later. */
export class Paced<T> {
  readonly #budget: Budget
  readonly #clock: Clock
  readonly #pass: (value: T) => void
  #later: { value: T } | null = null
  #cancel = () => {}

  constructor(allowance: Allowance, clock: Clock, pass: (value: T) => void) {
    this.#budget = new Budget(allowance, clock.now())
    this.#clock = clock
    this.#pass = pass
  }

  offer(value: T): void {
    if (this.#later !== null) {
      this.#later.value = value
      return
    }
    if (this.#budget.take(1, this.#clock.now())) {
      this.#pass(value)
      return
    }
    this.#later = { value }
    this.#cancel = this.#clock.after(this.#budget.untilMs(1), () => {
      const later = this.#later
      this.#later = null
      if (later !== null) this.offer(later.value)
    })
  }

  cancel(): void {
    this.#later = null
    this.#cancel()
  }
}
