import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { CLOSE, type CloseReason, LIMITS } from '@samtavle/shared/protocol'
import type { RawData, WebSocket } from 'ws'
import type { Clock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomPeer, SeatHandle } from '../rooms/room-peer.ts'
import type { TurnCork } from './turn-cork.ts'

export const SOCKET_TIMES = {
  /** How often every socket is looked at. */
  tickMs: 5_000,
  /** A socket that was sent nothing for so long gets message 100, in time for the limit of `LIMITS.keepAliveMs`. */
  quietMs: LIMITS.keepAliveMs - 5_000,
  pingMs: 15_000,
  /** Without an answer to a ping for so long the other end is taken for dead. */
  deadMs: 30_000,
  /** How long a client has to answer the closing handshake. */
  closingMs: 2_000,
} as const
/** More than this in front of a reader that does not read, and the socket is cut: the whole board, and then some. */
export const BUFFERED_BYTES_MAX = LIMITS.documentBytes + 12 * 1024 * 1024

/** Where a socket is in its life. Frames of a client that is still `joining` wait in the paused socket. */
type State = { name: 'joining' } | { name: 'joined'; seat: SeatHandle } | { name: 'closing' }

export type SocketPeerDeps = { clock: Clock; log: RoomLog; cork: TurnCork }

/** A WebSocket as a room's peer: its heartbeat, its limits and its end. */
export class SocketPeer implements RoomPeer {
  readonly id = randomUUID()
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #deps: SocketPeerDeps
  #state: State = { name: 'joining' }
  #sentAt: number
  #pingedAt: number
  #heardAt: number
  #cancelTerminate: () => void = () => {}

  /**
   * Takes over a socket in the turn of its handshake, so that nothing that came with it is lost.
   * @param stream the connection below the socket
   */
  constructor(socket: WebSocket, stream: Duplex, deps: SocketPeerDeps) {
    this.#socket = socket
    this.#stream = stream
    this.#deps = deps
    const now = deps.clock.now()
    this.#sentAt = now
    this.#pingedAt = now
    this.#heardAt = now
    socket.pause()
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary))
    socket.on('pong', () => {
      this.#heardAt = deps.clock.now()
    })
    // The library closes by itself after an error, with the code that fits: 1009 for a frame that is too large.
    socket.on('error', (error) => deps.log.info({ peer: this.id, err: error }, 'a socket failed'))
    socket.on('close', () => this.#onClose())
  }

  /** Takes its seat and begins to read. False, having left the seat, when the socket was closed meanwhile. */
  sit(seat: SeatHandle): boolean {
    if (this.#state.name !== 'joining') {
      seat.leave()
      return false
    }
    this.#state = { name: 'joined', seat }
    this.#socket.resume()
    return true
  }

  send(frame: Uint8Array): void {
    if (this.#state.name === 'closing') return
    if (this.#socket.bufferedAmount + frame.byteLength > BUFFERED_BYTES_MAX) {
      this.#deps.log.warn({ peer: this.id }, 'a socket does not read and was cut')
      this.#leave()
      this.#socket.terminate()
      return
    }
    this.#sentAt = this.#deps.clock.now()
    this.#deps.cork(this.#stream)
    this.#socket.send(frame)
  }

  close(reason: CloseReason): void {
    if (this.#state.name === 'closing') return
    this.#leave()
    // Read on, or the answer to the closing handshake would never be seen.
    this.#socket.resume()
    this.#socket.close(CLOSE[reason].code, reason)
    this.#cancelTerminate = this.#deps.clock.after(SOCKET_TIMES.closingMs, () => this.#socket.terminate())
  }

  /** Called every few seconds: says something on a quiet socket and finds out whether anybody is there. */
  tick(): void {
    const now = this.#deps.clock.now()
    if (this.#state.name === 'closing') return
    if (now - this.#heardAt > SOCKET_TIMES.deadMs) {
      this.#socket.terminate()
      return
    }
    if (now - this.#pingedAt >= SOCKET_TIMES.pingMs) {
      this.#pingedAt = now
      this.#socket.ping()
    }
    if (this.#state.name === 'joined' && now - this.#sentAt >= SOCKET_TIMES.quietMs) this.#state.seat.keepAlive()
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    if (this.#state.name !== 'joined') return
    this.#heardAt = this.#deps.clock.now()
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close('badData')
      return
    }
    this.#state.seat.receive(data)
  }

  #onClose(): void {
    this.#cancelTerminate()
    this.#leave()
  }

  #leave(): void {
    const state = this.#state
    this.#state = { name: 'closing' }
    if (state.name === 'joined') state.seat.leave()
  }
}
