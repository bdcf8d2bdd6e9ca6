import { encodeSyncStep1 } from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import type { Allowance } from './budget.ts'
import type { Clock } from './clock.ts'
import { Paced } from './paced.ts'
import { isEmptyVector, type RoomDocument } from './room-document.ts'
import type { RoomMetrics } from './room-metrics.ts'
import type { Seat } from './room-peer.ts'
import type { SyncGate } from './sync-gate.ts'

/** How often a socket may ask for the board; who asks more often is answered later, once for all (SEC-35). */
export const ASKING: Allowance = { perSecond: 0.5, atOnce: 3 }

type AnswersDeps = {
  clock: Clock
  gate: SyncGate
  metrics: RoomMetrics
  rateLimits: boolean
  isHere: (seat: Seat) => boolean
}

/** Answers sync step 1: what the peer lacks, and the question what it has. */
export class RoomAnswers {
  readonly #document: RoomDocument
  readonly #deps: AnswersDeps
  readonly #askers = new Map<Seat, Paced<Uint8Array>>()

  constructor(document: RoomDocument, deps: AnswersDeps) {
    this.#document = document
    this.#deps = deps
  }

  /** @throws when the vector cannot be read: here, where the frame is at hand, and not where it is answered later */
  ask(seat: Seat, stateVector: Uint8Array): void {
    Y.decodeStateVector(stateVector)
    const { clock, rateLimits } = this.#deps
    if (!rateLimits) {
      this.#answer(seat, stateVector)
      return
    }
    let asker = this.#askers.get(seat)
    if (asker === undefined) {
      asker = new Paced(ASKING, clock, (vector) => this.#answer(seat, vector))
      this.#askers.set(seat, asker)
    }
    asker.offer(stateVector)
  }

  /** The seat is empty. */
  forget(seat: Seat): void {
    this.#askers.get(seat)?.cancel()
    this.#askers.delete(seat)
  }

  #answer(seat: Seat, stateVector: Uint8Array): void {
    // What changes before its turn comes is part of the answer.
    seat.leftOutSince = stateVector
    const { clock, metrics } = this.#deps
    const askedAt = clock.now()
    this.#deps.gate.enter((done) => {
      if (!this.#deps.isHere(seat)) {
        done()
        return
      }
      const whole = this.#document.isBuilt ? 'warm' : 'cold'
      seat.peer.sendAll(this.#document.answer(stateVector))
      metrics.joined(isEmptyVector(stateVector) ? whole : 'difference', clock.now() - askedAt)
      seat.leftOutSince = null
      seat.peer.whenTaken(done)
      // The question needs the document, which may still have to be built: the answer goes out before.
      if (this.#document.isBuilt) this.#askBack(seat)
      else clock.endOfTurn(() => this.#askBack(seat))
    })
  }

  #askBack(seat: Seat): void {
    if (this.#deps.isHere(seat)) seat.peer.send(encodeSyncStep1(this.#document.stateVector()))
  }
}
