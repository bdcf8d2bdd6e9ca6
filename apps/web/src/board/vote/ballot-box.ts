import type { Ballot, OpenVote } from '@samtavle/shared/vote-api'
import { ballotOf, type Dots, dotsOf, NO_DOTS, usedDots, withDot, withoutDot } from './ballot.ts'

/**
 * `kept`: the server has it. `keeping`: on its way. `waiting`: the server is not reached, and it is tried again.
 * `refused`: the last change was not taken, and what was kept before holds.
 */
export type BallotKeeping = 'kept' | 'keeping' | 'waiting' | 'refused'

export type BallotView = Readonly<{
  /** The vote that it belongs to; null without one. */
  voteId: string | null
  dots: Dots
  /** How many there are to give. */
  most: number
  done: boolean
  keeping: BallotKeeping
}>

export type BallotCalls = {
  /** Resolves with what the server kept: dots on what was deleted meanwhile come back. */
  send(voteId: string, ballot: Ballot): Promise<Ballot>
  /** May it be sent again as it is? In how many ms at the soonest; null when it may not. */
  againAfter(failure: unknown): number | null
  onKept(voteId: string, ballot: Ballot): void
  onRefused(failure: unknown): void
}

const PAUSE_MS = { first: 1_000, longest: 15_000 }
const NOTHING: BallotView = { voteId: null, dots: NO_DOTS, most: 0, done: false, keeping: 'kept' }

/**
 * My ballot in the vote that is open: shown at once, and sent whole, one request at a time, so that the last one that
 * arrives is the last one I made. Knows no React.
 */
export class BallotBox {
  readonly #calls: BallotCalls
  readonly #listeners = new Set<() => void>()
  #view = NOTHING
  /** As the server had it last. */
  #kept: Ballot = ballotOf(NO_DOTS, false)
  #isSending = false
  /** Something was changed since the last request was made. */
  #isChanged = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(calls: BallotCalls) {
    this.#calls = calls
  }

  get view(): BallotView {
    return this.#view
  }

  /** Calls when the view has changed; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the server says of the vote. My own changes that it does not have yet are newer than its word of them. */
  follow(open: OpenVote | null): void {
    if (open === null || open.id !== this.#view.voteId) this.#forget()
    if (open === null) {
      this.#show(NOTHING)
      return
    }
    const isPending = this.#isSending || this.#isChanged
    const own = isPending ? {} : { dots: dotsOf(open.own), done: open.own.done }
    if (!isPending) this.#kept = open.own
    this.#show({ ...this.#view, ...own, voteId: open.id, most: open.dots })
  }

  /** Puts a dot on this note; false when all are used. */
  add(shape: string): boolean {
    const { dots, most } = this.#view
    const more = withDot(dots, shape, most)
    if (more === dots) return false
    this.#change({ dots: more })
    return true
  }

  /** Takes a dot back from this note; false when it has none. */
  take(shape: string): boolean {
    const { dots } = this.#view
    const fewer = withoutDot(dots, shape)
    if (fewer === dots) return false
    this.#change({ dots: fewer })
    return true
  }

  setDone(done: boolean): void {
    if (done !== this.#view.done) this.#change({ done })
  }

  /** There is a connection again: what waits is sent now. */
  retryNow(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#push()
  }

  close(): void {
    this.#forget()
    this.#listeners.clear()
  }

  #change(part: Partial<Pick<BallotView, 'dots' | 'done'>>): void {
    if (this.#view.voteId === null) return
    this.#isChanged = true
    const keeping = this.#timer === undefined ? 'keeping' : 'waiting'
    this.#show({ ...this.#view, ...part, keeping })
    if (this.#timer === undefined) this.#push()
  }

  #push(): void {
    const { voteId, dots, done } = this.#view
    if (voteId === null || this.#isSending || !this.#isChanged) return
    this.#isSending = true
    this.#isChanged = false
    const ballot = ballotOf(dots, done)
    const settle = (then: () => void) => {
      // The vote may be another by now: then this request is nobody's any more.
      if (voteId !== this.#view.voteId) return
      this.#isSending = false
      then()
    }
    this.#calls.send(voteId, ballot).then(
      (kept) => settle(() => this.#wasKept(voteId, kept)),
      (failure: unknown) => settle(() => this.#failed(failure)),
    )
  }

  #wasKept(voteId: string, ballot: Ballot): void {
    this.#failures = 0
    this.#kept = ballot
    if (this.#isChanged) {
      this.#show({ ...this.#view, keeping: 'keeping' })
      this.#push()
      return
    }
    this.#show({ ...this.#view, dots: dotsOf(ballot), done: ballot.done, keeping: 'kept' })
    this.#calls.onKept(voteId, ballot)
  }

  #failed(failure: unknown): void {
    const least = this.#calls.againAfter(failure)
    if (least === null) {
      this.#isChanged = false
      this.#failures = 0
      this.#show({ ...this.#view, dots: dotsOf(this.#kept), done: this.#kept.done, keeping: 'refused' })
      this.#calls.onRefused(failure)
      return
    }
    this.#isChanged = true
    this.#failures += 1
    const pause = Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** (this.#failures - 1))
    this.#timer = setTimeout(() => this.retryNow(), Math.max(least, pause))
    this.#show({ ...this.#view, keeping: 'waiting' })
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#isSending = false
    this.#isChanged = false
    this.#failures = 0
    this.#view = NOTHING
  }

  #show(view: BallotView): void {
    this.#view = view
    for (const listener of this.#listeners) listener()
  }
}

/** How many dots I have left. */
export const dotsLeft = ({ dots, most }: BallotView): number => most - usedDots(dots)
