import type { EndReason } from './end-reason.ts'

/** A board as it was a moment ago: one Yjs update, and the generation that it is of where the server says so. */
export type FirstState = { update: Uint8Array; generation: string | null }

/** A board as this device has it. */
export type KeptState = {
  updates: readonly Uint8Array[]
  generation: string
  /** When the oldest change in it was made that is not known to be durable, in ms; null when all are. */
  unsavedSince: number | null
}

/** Asks for the board over HTTP. Calls `onProgress` whenever something of it has come. */
export type FetchState = (
  signal: AbortSignal,
  onProgress: () => void,
) => Promise<FirstState | EndReason | 'unreachable'>

export const FIRST_STATE_WAIT = {
  /** Without a byte for so long the socket no longer waits for HTTP, in ms. */
  silentMs: 1_500,
  /** However steadily it comes, the socket waits no longer, in ms. */
  allMs: 15_000,
} as const

/**
 * The first load of a board over HTTP, where it comes compressed: on its way from the moment it is made. What matters
 * is that nobody waits for an answer that does not come, so the limits run from the moment somebody waits.
 */
export class FirstStateRequest {
  readonly #abort = new AbortController()
  readonly #answer: Promise<FirstState | EndReason | 'unreachable'>
  #onProgress: () => void = () => {}
  #waited: Promise<FirstState | EndReason | null> | null = null

  constructor(fetchState: FetchState) {
    this.#answer = fetchState(this.#abort.signal, () => this.#onProgress()).catch(() => 'unreachable')
  }

  /** The board, why there is none, or null when HTTP does not tell in time. Never rejects. */
  wait(): Promise<FirstState | EndReason | null> {
    this.#waited ??= this.#withinLimits()
    return this.#waited
  }

  cancel(): void {
    this.#abort.abort()
  }

  async #withinLimits(): Promise<FirstState | EndReason | null> {
    let silence: ReturnType<typeof setTimeout> | undefined
    let all: ReturnType<typeof setTimeout> | undefined
    const givenUp = new Promise<null>((resolve) => {
      const giveUp = () => resolve(null)
      this.#onProgress = () => {
        clearTimeout(silence)
        silence = setTimeout(giveUp, FIRST_STATE_WAIT.silentMs)
      }
      this.#onProgress()
      all = setTimeout(giveUp, FIRST_STATE_WAIT.allMs)
    })
    const answer = await Promise.race([this.#answer, givenUp])
    this.#onProgress = () => {}
    clearTimeout(silence)
    clearTimeout(all)
    if (answer === null) this.cancel()
    return answer === 'unreachable' ? null : answer
  }
}
