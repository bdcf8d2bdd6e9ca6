import { isDocumentFrame, MESSAGE, type RoomState, SYNC } from '@samtavle/shared/protocol'

/** Does this frame ask the other end for what this one lacks? */
export const isSyncStep1 = (frame: Uint8Array): boolean => frame[0] === MESSAGE.sync && frame[1] === SYNC.step1

/**
 * The books of one socket: which of its document frames are durable. A new socket starts new books, because the
 * server counts per socket, and nothing of an old socket is known to be kept until the new one has answered the
 * server's question "what do you have?" and that answer is acknowledged.
 */
export class Delivery {
  room: RoomState = 'healthy'
  #sentAt: number[] = []
  #acked = 0
  #sent = 0
  #answered = false

  /** Call with each frame before it is handed to the socket. True when it counts. */
  sending(frame: Uint8Array, now: number): boolean {
    if (!isDocumentFrame(frame)) return false
    this.#sent++
    this.#sentAt.push(now)
    if (frame[1] === SYNC.step2) this.#answered = true
    return true
  }

  /** Message 100 arrived: the first `count` frames of this socket are durable. */
  acknowledged(count: number, room: RoomState): void {
    this.room = room
    const upTo = Math.min(count, this.#sent)
    if (upTo <= this.#acked) return
    this.#sentAt.splice(0, upTo - this.#acked)
    this.#acked = upTo
  }

  /** Both ends know what the other holds, and all that this end sent is durable. */
  get settled(): boolean {
    return this.#answered && this.#acked === this.#sent
  }

  /** When the oldest frame that is not durable was sent; null when all are. */
  get oldestUnackedAt(): number | null {
    return this.#sentAt[0] ?? null
  }

  get counts(): { sent: number; acked: number } {
    return { sent: this.#sent, acked: this.#acked }
  }
}
