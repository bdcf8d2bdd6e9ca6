import { closeReasonOf, encodeSyncStep1, MESSAGE, type RoomState, readAck, readEvent } from '@samtavle/shared/protocol'
import type { Decoder } from 'lib0/decoding'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { backoffMs, restartMs } from './backoff.ts'
import type { ConnectionOptions, ConnectionState, Refusal } from './connection-options.ts'
import { countingSocket } from './counting-socket.ts'
import { type Delivery, isSyncStep1 } from './delivery.ts'
import { type EndReason, isFinal } from './end-reason.ts'
import type { FirstState, FirstStateRequest, KeptState } from './first-state.ts'
import { sendOwnAwarenessOnly } from './own-awareness.ts'

/** A refused upgrade and a dead network look alike; after this many failed opens the server is asked over HTTP. */
const FAILED_OPENS_BEFORE_PROBE = 2
const RESYNC_MS = 30_000

/** The socket of one open board: states, retrying with full jitter, and what of mine is durable. */
export class BoardConnection {
  readonly awareness: Awareness
  readonly #options: ConnectionOptions
  readonly #provider: WebsocketProvider
  readonly #now: () => number
  #state: ConnectionState = { name: 'connecting' }
  #delivery: Delivery | null = null
  /** How the room was when the last socket broke: what is known until the next one is told. */
  #lastRoom: RoomState = 'healthy'
  /** While the first load may still come over HTTP, the socket does not ask for the board. */
  #firstState: FirstStateRequest | null = null
  /** What of `kept` and `firstState` is still to be asked for. */
  #kept: ConnectionOptions['kept']
  #askFirstState: ConnectionOptions['firstState']
  #heldStep1 = false
  #loaded = false
  #fromDevice = false
  #refusal: Refusal | null = null
  /** When the oldest change was made that earlier sockets did not get acknowledged; null when there is none. */
  #carriedSince: number | null = null
  #failures = 0
  #failedOpens = 0
  #opened = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #destroyed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#now = options.now ?? (() => Date.now()) // By its name each time: a page's clock may be replaced.
    this.#kept = options.kept
    this.#askFirstState = options.firstState
    this.awareness = new Awareness(options.doc)
    this.#provider = new WebsocketProvider(`${options.origin}/sync`, options.boardId, options.doc, {
      connect: false,
      awareness: this.awareness,
      disableBc: true,
      resyncInterval: RESYNC_MS,
      WebSocketPolyfill: this.#socketClass(),
      // Retrying is this file's: y-websocket backs off without jitter and at most 2.5 s.
      shouldReconnect: () => false,
    })
    this.#listen()
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** True once the board has been loaded from the server on the present socket. */
  get synced(): boolean {
    return this.#state.name === 'synced'
  }

  /** True once the board has been loaded, over HTTP or by a socket. */
  get loaded(): boolean {
    return this.#loaded || this.synced
  }

  /** True when the document is all there is on this device. */
  get fromDevice(): boolean {
    return this.#fromDevice
  }

  /** Why a write was refused, when that ends the connection. */
  get refusal(): Refusal | null {
    return this.#refusal
  }

  /** The generation of the board that the document is of, where the server told it; null when not. */
  get generation(): string | null {
    return this.#provider.params.generation ?? null
  }

  /** When the oldest change that is not known to be durable left for the server; null when all are. */
  get oldestUnsavedAt(): number | null {
    const unacked = this.#delivery?.oldestUnackedAt ?? null
    if (this.#carriedSince === null) return unacked
    return unacked === null ? this.#carriedSince : Math.min(unacked, this.#carriedSince)
  }

  get room(): RoomState {
    return this.#delivery?.room ?? this.#lastRoom
  }

  connect(): void {
    if (this.#destroyed || this.#state.name === 'ended') return
    clearTimeout(this.#timer)
    this.#opened = false
    this.#set({ name: 'connecting' })
    const kept = this.#kept?.()
    this.#kept = undefined
    if (kept === undefined) this.#open()
    else void kept.then((state) => this.#openWith(state))
  }

  /** The network is back or somebody pressed the button: do not wait for the timer. */
  retryNow(): void {
    if (this.#state.name !== 'waiting') return
    this.#failures = 0
    this.connect()
  }

  /** Ends it for good. */
  end(reason: EndReason): void {
    this.#set({ name: 'ended', reason })
    this.#provider.disconnect()
  }

  destroy(): void {
    this.#destroyed = true
    clearTimeout(this.#timer)
    this.#firstState?.cancel()
    this.#options.doc.off('update', this.#noteUnsent)
    this.#provider.destroy()
    this.awareness.destroy()
  }

  #socketClass(): typeof WebSocket {
    return countingSocket(this.#options.WebSocket ?? WebSocket, {
      opening: (books) => {
        books.room = this.#lastRoom
        this.#delivery = books
      },
      hold: (frame) => {
        if (this.#firstState === null || !isSyncStep1(frame)) return false
        this.#heldStep1 = true
        return true
      },
      sending: (books, frame) => {
        if (books.sending(frame, this.#now())) this.#options.onChange()
      },
    })
  }

  #listen(): void {
    const provider = this.#provider
    const applySync = provider.messageHandlers[MESSAGE.sync]
    provider.messageHandlers[MESSAGE.sync] = (...args: Parameters<NonNullable<typeof applySync>>) => {
      this.#options.beforeReceive()
      applySync?.(...args)
      this.#settle()
    }
    provider.messageHandlers[MESSAGE.ack] = (_encoder: unknown, decoder: Decoder) => {
      const { count, state } = readAck(decoder)
      this.#delivery?.acknowledged(count, state)
      this.#settle()
      this.#options.onChange()
    }
    provider.messageHandlers[MESSAGE.event] = (_encoder: unknown, decoder: Decoder) => {
      const event = readEvent(decoder)
      if (event?.type === 'refused' || event?.type === 'full') this.#refusal = event
      else if (event) this.#options.onEvent(event)
    }
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      this.#opened = true
      this.#failedOpens = 0
      this.#set({ name: 'syncing' })
    })
    provider.on('sync', (synced) => {
      if (!synced) return
      this.#failures = 0
      this.#set({ name: 'synced' })
    })
    provider.on('connection-close', (event) => this.#closed(event))
    this.#options.doc.on('update', this.#noteUnsent)
    sendOwnAwarenessOnly(provider)
  }

  #open(): void {
    this.#firstState ??= this.#askFirstState?.() ?? null
    this.#askFirstState = undefined
    this.#provider.connect()
    if (this.#firstState !== null) void this.#takeFirstState(this.#firstState)
  }

  /** The socket waits for the device: it must name the generation of what lies there, or that could be merged (C8). */
  #openWith(kept: KeptState | null): void {
    if (this.#destroyed || this.#state.name !== 'connecting') return
    if (kept !== null) {
      this.#carriedSince = kept.unsavedSince
      this.#fromDevice = this.#load(kept.updates, kept.generation)
      if (this.#loaded) this.#askFirstState = undefined
      this.#options.onChange()
    }
    this.#open()
  }

  /**
   * Waits for the board from HTTP, within its limits, while the socket opens; then the socket asks for the difference
   * only. It comes with the provider's origin: it is no change of mine, and is not sent back.
   */
  async #takeFirstState(request: FirstStateRequest): Promise<void> {
    const answer = await request.wait()
    if (this.#destroyed || this.#firstState !== request) return
    this.#firstState = null
    if (typeof answer === 'string') {
      this.end(answer)
      return
    }
    if (answer !== null && !this.synced) {
      this.#load([answer.update], answer.generation)
      this.#options.onChange()
    }
    if (!this.#heldStep1) return
    this.#heldStep1 = false
    this.#provider.ws?.send(encodeSyncStep1(Y.encodeStateVector(this.#options.doc)).slice())
  }

  /** What cannot be read is left out: the socket brings what is missing. False when there was such. */
  #load(updates: readonly Uint8Array[], generation: FirstState['generation']): boolean {
    const { doc } = this.#options
    let applied = 0
    const apply = () => {
      for (const update of updates) {
        try {
          Y.applyUpdate(doc, update, this.#provider)
          applied++
        } catch {
          // Not counted.
        }
      }
    }
    Y.transact(doc, apply, this.#provider, false)
    if (applied === 0) return false
    if (generation !== null) this.#provider.params = { generation }
    this.#loaded = true
    return applied === updates.length
  }

  /** A change made while no socket is open is sent by nobody now; the next handshake carries it. */
  readonly #noteUnsent = (_update: Uint8Array, origin: unknown): void => {
    const { ws, wsconnected } = this.#provider
    if (origin === this.#provider || (wsconnected && ws !== null && ws.readyState === ws.OPEN)) return
    this.#carriedSince ??= this.#now()
    this.#options.onChange()
  }

  /** What earlier sockets left open is kept as soon as this one has answered the server and has everything acked. */
  #settle(): void {
    if (this.#delivery?.settled && this.#provider.synced) this.#carriedSince = null
  }

  #closed(event: CloseEvent | null): void {
    // y-websocket schedules its own retry when it closed the socket itself (its watchdog): this stops it.
    this.#provider.shouldConnect = false
    this.#carriedSince = this.oldestUnsavedAt
    this.#lastRoom = this.room
    this.#delivery = null
    this.#heldStep1 = false
    if (this.#destroyed || this.#state.name === 'ended') return
    const reason = event === null ? undefined : closeReasonOf(event.code)
    if (reason !== undefined && isFinal(reason)) {
      this.#set({ name: 'ended', reason })
      return
    }
    if (!this.#opened) this.#failedOpens++
    const soon = reason === 'restart' && this.#failures === 0
    const wait = soon ? restartMs(this.#options.random) : backoffMs(this.#failures, this.#options.random)
    this.#failures++
    this.#set({ name: 'waiting', retryAt: this.#now() + wait, failedOpens: this.#failedOpens })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#retry(), wait)
  }

  async #retry(): Promise<void> {
    if (this.#failedOpens >= FAILED_OPENS_BEFORE_PROBE) {
      const answer = await this.#options.probe()
      if (this.#destroyed || this.#state.name !== 'waiting') return
      if (answer !== 'available' && answer !== 'unreachable') {
        this.end(answer)
        return
      }
    }
    this.connect()
  }

  #set(state: ConnectionState): void {
    this.#state = state
    this.#options.onChange()
  }
}
