import { INITIAL_SAVED_STATE, nextSavedState, type SavedName, type SaveFacts } from '../sync/saved-state.ts'

/** The first connection may take so long before it counts as missing, in ms. */
const OPENING_MS = 4_000

/** Asks the machine of `saved-state` what to say, and asks again when it wants to be asked. */
export class SavedClock {
  readonly #ask: () => void
  readonly #openedAt = Date.now()
  #state = INITIAL_SAVED_STATE
  #wake: ReturnType<typeof setTimeout> | undefined
  #opening = true

  /** @param ask reckons again, which ends in `tell` */
  constructor(ask: () => void) {
    this.#ask = ask
  }

  get shown(): SavedName {
    return this.#state.shown
  }

  /** @param tried a connection was there, or could not be had: from then on a missing one is spoken of */
  tell(facts: SaveFacts, tried: boolean): SavedName {
    const now = Date.now()
    if (tried || now - this.#openedAt >= OPENING_MS) this.#opening = false
    const { state, wakeInMs } = nextSavedState(this.#state, { ...facts, opening: this.#opening }, now)
    this.#state = state
    const wake = Math.min(wakeInMs ?? Number.POSITIVE_INFINITY, this.#opening ? OPENING_MS : Number.POSITIVE_INFINITY)
    clearTimeout(this.#wake)
    if (Number.isFinite(wake)) this.#wake = setTimeout(this.#ask, wake)
    return state.shown
  }

  stop(): void {
    clearTimeout(this.#wake)
  }
}
