const WINDOW_MS = 60_000
const REBUILDS_MAX = 3

/** How many documents may be given up in a row: the last time without bringing anything over, then no more. */
export class RebuildLimit {
  #at: number[] = []

  take(now: number): 'replay' | 'discard' | 'stop' {
    this.#at = this.#at.filter((at) => at > now - WINDOW_MS)
    if (this.#at.length >= REBUILDS_MAX) return 'stop'
    this.#at.push(now)
    return this.#at.length === REBUILDS_MAX ? 'discard' : 'replay'
  }
}
