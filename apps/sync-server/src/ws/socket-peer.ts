import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { CLOSE, type CloseReason, LIMITS } from '@samtavle/shared/protocol'
import type { RawData, WebSocket } from 'ws'
import { Budget } from '../rooms/budget.ts'
import type { Clock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomPeer, SeatHandle } from '../rooms/room-peer.ts'
import type { TurnFlush } from './turn-flush.ts'
import { wirePieces, wirePiecesOfAll } from './wire-frame.ts'

export const SOCKET_TIMES = {
  /** How often every socket is looked at. */
  tickMs: 5_000,
  /** A socket that was sent nothing for so long gets message 100, in time for the limit of `LIMITS.keepAliveMs`. */
  quietMs: LIMITS.keepAliveMs - 5_000,
  pingMs: 15_000,
  /** Without an answer to a ping for so long the other end is taken for dead. */
  deadMs: 30_000,
  /** A socket that takes nothing and says nothing for so long is cut. */
  stalledMs: 15_000,
  /** How long a client has to answer the closing handshake. */
  closingMs: 2_000,
} as const
/** More than this in front of a reader that does not read, beside one answer of any size, and the socket is cut. */
export const BUFFERED_BYTES_MAX = 16 * 1024 * 1024
/** What a client may send, in frames and in bytes; whoever sends more is read more slowly. */
export const SOCKET_ALLOWANCES = {
  frames: { perSecond: 120, atOnce: 240 },
  bytes: { perSecond: 256 * 1024, atOnce: 4 * 1024 * 1024 },
} as const
/** Up to this size what lies before a socket is copied into one piece: cheaper than handing over many. */
const ONE_PIECE_BYTES = 64 * 1024

/** Where a socket is in its life. Frames of a client that is still `joining` wait in the paused socket. */
type State = { name: 'joining' } | { name: 'joined'; seat: SeatHandle } | { name: 'closing' }

export type SocketPeerDeps = { clock: Clock; log: RoomLog; turnFlush: TurnFlush; rateLimits: boolean }

/** A WebSocket as a room's peer: its heartbeat, its limits and its end. */
export class SocketPeer implements RoomPeer {
  readonly id = randomUUID()
  flushedAt = Number.NEGATIVE_INFINITY
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #deps: SocketPeerDeps
  readonly #frames: Budget
  readonly #bytes: Budget
  #state: State = { name: 'joining' }
  #sentAt: number
  #pingedAt: number
  #heardAt: number
  /** What is to be written at the end of the turn, and how many bytes that is. */
  #pieces: Buffer[] = []
  #pieceBytes = 0
  /** The most that came at once since everything was taken last. */
  #largest = 0
  /** Since when something lies before the socket; null when the network has taken everything. */
  #fullSince: number | null = null
  #whenTaken: (() => void) | null = null
  #cancelTerminate: () => void = () => {}
  #cancelPause: () => void = () => {}

  /**
   * Takes over a socket in the turn of its handshake, so that nothing that came with it is lost.
   * @param stream the connection below the socket
   */
  constructor(socket: WebSocket, stream: Duplex, deps: SocketPeerDeps) {
    this.#socket = socket
    this.#stream = stream
    this.#deps = deps
    const now = deps.clock.now()
    this.#frames = new Budget(SOCKET_ALLOWANCES.frames, now)
    this.#bytes = new Budget(SOCKET_ALLOWANCES.bytes, now)
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
    stream.on('drain', () => this.#onDrain())
  }

  get backlog(): number {
    return this.#pieceBytes + this.#stream.writableLength
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
    this.#put(wirePieces(frame))
  }

  sendAll(frames: readonly Uint8Array[]): void {
    if (frames.length > 0) this.#put(wirePiecesOfAll(frames))
  }

  /** Calls back when the network has taken all that was sent, or the socket is gone. One call at a time. */
  whenTaken(task: () => void): void {
    this.#whenTaken = task
    if (this.#state.name === 'closing' || this.backlog === 0) this.#tellTaken()
  }

  #put(pieces: readonly Buffer[]): void {
    if (this.#state.name === 'closing') return
    const { log, turnFlush } = this.#deps
    const bytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
    this.#largest = Math.max(this.#largest, bytes)
    if (this.backlog + bytes > BUFFERED_BYTES_MAX + this.#largest) {
      log.warn({ peer: this.id }, 'a socket does not read and was cut')
      this.#leave()
      this.#socket.terminate()
      return
    }
    if (this.#pieces.length === 0) turnFlush.soon(this)
    this.#pieces.push(...pieces)
    this.#pieceBytes += bytes
  }

  /**
   * Writes what this turn brought, past the library: it would make a header for every socket and write each frame by
   * itself. Without compression it keeps nothing back either, so the order stays right.
   */
  flush(): void {
    const pieces = this.#pieces
    const bytes = this.#pieceBytes
    const [only] = pieces
    if (only === undefined) return
    this.#pieces = []
    this.#pieceBytes = 0
    if (!this.#stream.writable) return
    this.#sentAt = this.#deps.clock.now()
    let taken: boolean
    if (pieces.length === 1) taken = this.#stream.write(only)
    else if (bytes <= ONE_PIECE_BYTES) taken = this.#stream.write(Buffer.concat(pieces, bytes))
    else {
      this.#stream.cork()
      for (const piece of pieces) this.#stream.write(piece)
      this.#stream.uncork()
      taken = !this.#stream.writableNeedDrain
    }
    if (!taken) this.#fullSince ??= this.#deps.clock.now()
    else if (this.#stream.writableLength === 0) this.#onTaken()
  }

  #onDrain(): void {
    this.#onTaken()
    if (this.#state.name === 'joined') this.#state.seat.drained()
  }

  #onTaken(): void {
    this.#fullSince = null
    this.#largest = 0
    this.#tellTaken()
  }

  #tellTaken(): void {
    const task = this.#whenTaken
    this.#whenTaken = null
    task?.()
  }

  close(reason: CloseReason): void {
    if (this.#state.name === 'closing') return
    // What the room said last, such as why it ends, comes before the end.
    this.flush()
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
    const isStalled =
      this.#fullSince !== null && now - Math.max(this.#fullSince, this.#heardAt) > SOCKET_TIMES.stalledMs
    if (isStalled || now - this.#heardAt > SOCKET_TIMES.deadMs) {
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
    const now = this.#deps.clock.now()
    this.#heardAt = now
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close('badData')
      return
    }
    const { seat } = this.#state
    if (this.#deps.rateLimits) this.#spend(data.byteLength, now)
    seat.receive(data)
  }

  /** Whoever sends faster than anybody draws is read more slowly: nothing is lost, and nobody else waits for it. */
  #spend(bytes: number, now: number): void {
    this.#frames.use(1, now)
    this.#bytes.use(bytes, now)
    const wait = Math.max(this.#frames.waitMs, this.#bytes.waitMs)
    if (wait === 0) return
    this.#cancelPause()
    this.#socket.pause()
    this.#cancelPause = this.#deps.clock.after(wait, () => {
      // Silence was ours.
      this.#heardAt = this.#deps.clock.now()
      if (this.#state.name === 'joined') this.#socket.resume()
    })
  }

  #onClose(): void {
    this.#cancelTerminate()
    this.#leave()
  }

  #leave(): void {
    const state = this.#state
    this.#state = { name: 'closing' }
    this.#cancelPause()
    this.#pieces = []
    this.#pieceBytes = 0
    this.#tellTaken()
    if (state.name === 'joined') state.seat.leave()
  }
}
