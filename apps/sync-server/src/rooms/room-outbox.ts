import { encodeUpdate } from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import type { PendingUpdate } from './pending-update.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomMetrics } from './room-metrics.ts'
import type { Seat } from './room-peer.ts'

/** A peer with more than this in front of it, in bytes, is left out until it has read (threats table, SEC-36). */
export const UPDATES_BACKLOG_MAX = 4 * 1024 * 1024

/** Sends what changed to everybody in a room, and keeps account of peers that are too slow for it. */
export class RoomOutbox {
  readonly #seats: ReadonlySet<Seat>
  readonly #document: RoomDocument
  readonly #metrics: RoomMetrics

  constructor(seats: ReadonlySet<Seat>, document: RoomDocument, metrics: RoomMetrics) {
    this.#seats = seats
    this.#document = document
    this.#metrics = metrics
  }

  /** Applies updates and shows them to all but their senders. Returns those that Yjs could not take. */
  show(updates: readonly PendingUpdate[]): PendingUpdate[] {
    // What slow peers will lack begins before the first change that they are left out of.
    const slow = [...this.#seats].filter(({ peer }) => peer.backlog > UPDATES_BACKLOG_MAX)
    const fresh = slow.filter(({ leftOutSince }) => leftOutSince === null)
    const before = fresh.length > 0 ? this.#document.stateVector() : null
    for (const seat of fresh) seat.leftOutSince = before
    const taken = this.#document.apply(updates)
    this.#broadcast(updates.filter((_, index) => taken[index]))
    return updates.filter((_, index) => !taken[index])
  }

  /** The network took what lay before a slow peer: it gets all that it was left out of, at once. */
  catchUp(seat: Seat): void {
    if (seat.leftOutSince === null) return
    const missed = Y.encodeStateAsUpdate(this.#document.doc, seat.leftOutSince)
    seat.leftOutSince = null
    seat.peer.send(encodeUpdate(missed))
  }

  /** Each frame is built once, and all peers but the senders get the same bytes. */
  #broadcast(updates: readonly PendingUpdate[]): void {
    if (updates.length === 0) return
    const frames = updates.map(({ payload }) => encodeUpdate(payload))
    const senders = new Set(updates.map(({ seat }) => seat))
    let deliveries = 0
    for (const seat of this.#seats) {
      if (seat.leftOutSince !== null) continue
      const own = senders.has(seat) ? frames.filter((_, index) => updates[index]?.seat !== seat) : frames
      seat.peer.sendAll(own)
      deliveries += own.length
    }
    this.#metrics.deliveries(deliveries)
  }
}
