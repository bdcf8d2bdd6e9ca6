import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Seat } from './room-peer.ts'
import { type DecodedUpdate, dependsOnMore, extentOf } from './update-guard.ts'

/**
 * What may wait for updates that it builds on, per socket (threats table, SEC-30). The bounds on number and size keep
 * it cheap; the time must be enough for a large answer from a slow line.
 */
export const HELD_LIMITS = { updates: 20, bytes: 64 * 1024, ms: 30_000 } as const

/** A document frame: its number on its socket, its bytes, and what was read of them. */
export type Held = { ordinal: number; payload: Uint8Array; decoded: DecodedUpdate }
type Holder = { held: Held[]; bytes: number; cancel: () => void }

/**
 * Updates that build on something the room does not have. After a reconnect an update may come before the answer that
 * holds what it builds on, so such updates wait, few and briefly; a journal or a document that took them in would have
 * to look at all of them again with every update that follows.
 */
export class RoomIntake {
  readonly #clock: Clock
  readonly #onLate: (seat: Seat) => void
  readonly #holders = new Map<Seat, Holder>()
  /** How far each client's clock reaches with the updates that are queued and not applied. */
  #ahead = new Map<number, number>()

  /** @param onLate is called when what a seat's updates wait for did not come in time */
  constructor(clock: Clock, onLate: (seat: Seat) => void) {
    this.#clock = clock
    this.#onLate = onLate
  }

  /** How far a client's clock is known, in the document or with the updates that are queued. */
  reach(doc: Y.Doc, client: number): number {
    return Math.max(Y.getState(doc.store, client), this.#ahead.get(client) ?? 0)
  }

  /** True when the update needs something that neither the document nor the queue has. */
  lacks(doc: Y.Doc, decoded: DecodedUpdate): boolean {
    return dependsOnMore(decoded, (client) => this.reach(doc, client))
  }

  /** The update is queued: others may build on it. */
  queued(decoded: DecodedUpdate): void {
    for (const [client, end] of extentOf(decoded)) {
      if (end > (this.#ahead.get(client) ?? 0)) this.#ahead.set(client, end)
    }
  }

  /** Nothing of the room is queued any more: the document has it all. */
  settled(): void {
    // Not cleared: a cleared Map leads on to what it holds next, and so its remains keep that from the young collector.
    if (this.#ahead.size > 0) this.#ahead = new Map()
  }

  /** Keeps an update until it can be queued. False when too much of the seat waits already; `first` when it is the only. */
  hold(seat: Seat, held: Held): 'first' | 'held' | false {
    const holder = this.#holders.get(seat)
    if (holder === undefined) {
      const cancel = this.#clock.after(HELD_LIMITS.ms, () => this.#onLate(seat))
      this.#holders.set(seat, { held: [held], bytes: held.payload.byteLength, cancel })
      return 'first'
    }
    holder.held.push(held)
    holder.bytes += held.payload.byteLength
    return holder.held.length <= HELD_LIMITS.updates && holder.bytes <= HELD_LIMITS.bytes ? 'held' : false
  }

  get isHolding(): boolean {
    return this.#holders.size > 0
  }

  /** Hands over what lacks nothing any more, in order of arrival. */
  release(doc: Y.Doc, queue: (seat: Seat, held: Held) => void): void {
    // Taken out first: a degraded room shows what is queued at once, and showing leads back here.
    for (let ready = this.#takeReady(doc); ready !== undefined; ready = this.#takeReady(doc)) queue(...ready)
  }

  #takeReady(doc: Y.Doc): [Seat, Held] | undefined {
    for (const [seat, holder] of this.#holders) {
      const index = holder.held.findIndex(({ decoded }) => !this.lacks(doc, decoded))
      const [held] = index < 0 ? [] : holder.held.splice(index, 1)
      if (held === undefined) continue
      holder.bytes -= held.payload.byteLength
      if (holder.held.length === 0) this.forget(seat)
      return [seat, held]
    }
    return undefined
  }

  /** The seat left: what it sent in vain is with its client. */
  forget(seat: Seat): void {
    this.#holders.get(seat)?.cancel()
    this.#holders.delete(seat)
  }
}
