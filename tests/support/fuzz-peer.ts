import { randomUUID } from 'node:crypto'
import { type CloseReason, encodeSyncStep1, encodeUpdate, MESSAGE } from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { RoomPerson } from '../../apps/sync-server/src/rooms/room-person.ts'
import type { FuzzSocket } from './fuzz-socket.ts'
import { type Contents, contentsOf } from './update-contents.ts'

/** Where a peer stands: `left` for good, with whatever it had; `ended` because the board is deleted. */
type PeerState = 'offline' | 'online' | 'left' | 'ended'

type PeerHooks = {
  /** Generation of a board as the database has it now. */
  generationOf(boardId: string): number
  /** Somebody wrote something into their own document. */
  onEdit(peer: FuzzPeer, update: Uint8Array): void
}

/** Somebody in front of a board, with a client that does what y-websocket does and keeps its document while offline. */
export class FuzzPeer {
  readonly name: string
  readonly boardId: string
  /** May never edit, whatever it tries. */
  readonly isViewer: boolean
  person: RoomPerson
  /** Right on the board as the database has it now. */
  role: 'edit' | 'view' | null
  doc: Y.Doc
  /** Generation of the board that the document belongs to, as its client asked when it began. */
  generation: number
  /** What was written into the present document here. */
  edits: Contents[] = []
  state: PeerState = 'offline'
  socket: FuzzSocket | null = null
  /** Wrote something that it may not, which stays in its document only. */
  forged = false
  readonly #index: number
  readonly #hooks: PeerHooks
  #documents = 0

  constructor(index: number, boardId: string, isViewer: boolean, hooks: PeerHooks) {
    this.#index = index
    this.name = `peer${index}`
    this.boardId = boardId
    this.isViewer = isViewer
    this.role = isViewer ? 'view' : 'edit'
    this.person = { userId: randomUUID(), name: this.name, colour: 1, role: 'member', sessionHash: randomUUID() }
    this.#hooks = hooks
    this.generation = hooks.generationOf(boardId)
    this.doc = this.#newDoc()
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc()
    this.#documents += 1
    // Numbers that follow from the seed, because they decide who wins when two write the same.
    doc.clientID = (this.#index + 1) * 1_000 + this.#documents
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.edits.push(contentsOf(update))
      this.#hooks.onEdit(this, update)
      if (this.state === 'online') this.socket?.send(encodeUpdate(update))
    })
    return doc
  }

  /** A new connection: y-websocket says at once what it has. */
  open(socket: FuzzSocket): void {
    this.socket = socket
    this.state = 'online'
    socket.send(encodeSyncStep1(Y.encodeStateVector(this.doc)))
  }

  /** Reads up to so many frames, and the end of the socket behind them; returns how many there were. */
  read(frames?: number): number {
    const { socket } = this
    if (socket === null) return 0
    const moved = socket.flushToClient((frame) => this.#receive(socket, frame), frames)
    if (socket.closedWith !== null && this.socket === socket) this.#onClose(socket.closedWith)
    return moved
  }

  #receive(socket: FuzzSocket, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    readSyncMessage(decoder, encoder, this.doc, this)
    if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder))
  }

  #onClose(reason: CloseReason): void {
    this.socket = null
    this.state = reason === 'gone' || reason === 'noSuchBoard' ? 'ended' : 'offline'
    if (reason === 'rebuild') this.discard()
  }

  /** The connection is cut; the server may not know yet. */
  cut(): FuzzSocket | null {
    const { socket } = this
    socket?.cut()
    this.socket = null
    if (this.state === 'online') this.state = 'offline'
    return socket
  }

  /** The document is of a generation that is no more: it is thrown away with all that it holds. */
  discard(): void {
    this.doc.destroy()
    this.doc = this.#newDoc()
    this.generation = this.#hooks.generationOf(this.boardId)
    this.edits = []
    this.forged = false
  }

  /** Signs in again. */
  newSession(): void {
    this.person = { ...this.person, sessionHash: randomUUID() }
  }
}
