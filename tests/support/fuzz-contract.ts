import { isDocumentFrame, MESSAGE, type RoomState, readAck, SYNC } from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { JournalRow } from '../../apps/sync-server/src/rooms/doc-store.ts'
import type { FuzzPeer } from './fuzz-peer.ts'
import type { FuzzSocket, SocketWatcher } from './fuzz-socket.ts'
import { ClockSet, type Contents, contentsOf, KnownContents } from './update-contents.ts'

/** What is known of one generation of a board. */
type Ledger = {
  /** What is durable, by what the journal committed. */
  stored: KnownContents
  /** What the only node was told is durable, and must show to whoever asks. */
  confirmed: KnownContents
  /** What was written by those who may. */
  made: ClockSet
  /** What somebody saw while all was well, or was told is saved: it may never be missing again. */
  owed: { contents: Contents; why: string }[]
}

/** What went over one socket. */
type Traffic = {
  /** Document frames the client sent, in order; the first `received` of them reached the server. */
  sent: Contents[]
  received: number
  /** The last message 100 that the server sent, and the last one that the client read. */
  told: { count: number; state: RoomState }
  read: { count: number; state: RoomState }
  /** How many of the document frames the client was told are saved, in a room that was well. */
  saved: number
  /** Shown by the server while it said that nothing is being saved. */
  unsaved: Contents[]
  answered: boolean
}

/**
 * Holds the rooms to the durability contract, frame by frame. What is shown while a room says `degraded` is kept by the
 * editors who hold it; everything else that is shown or counted must be in the journal at that very moment.
 */
export class FuzzContract implements SocketWatcher {
  /** Breaches found, oldest first. */
  readonly breaches: string[] = []
  readonly #ledgers = new Map<string, Ledger>()
  readonly #traffic = new WeakMap<FuzzSocket, Traffic>()

  readonly #underWay: JournalRow[] = []

  breach(rule: string, what: string): void {
    this.breaches.push(`${rule}: ${what}`)
  }

  ledger(boardId: string, generation: number): Ledger {
    const key = `${boardId} ${generation}`
    let ledger = this.#ledgers.get(key)
    if (ledger === undefined) {
      ledger = { stored: new KnownContents(), confirmed: new KnownContents(), made: new ClockSet(), owed: [] }
      this.#ledgers.set(key, ledger)
    }
    return ledger
  }

  #of(socket: FuzzSocket): Traffic {
    let traffic = this.#traffic.get(socket)
    if (traffic === undefined) {
      const told = { count: 0, state: 'healthy' } as const
      traffic = { sent: [], received: 0, told, read: told, saved: 0, unsaved: [], answered: false }
      this.#traffic.set(socket, traffic)
    }
    return traffic
  }

  /** Somebody who may wrote this. */
  made(boardId: string, generation: number, update: Uint8Array): void {
    const { made } = this.ledger(boardId, generation)
    for (const run of contentsOf(update).structs) made.add(run)
  }

  /** The journal committed a row. */
  committed(row: JournalRow): void {
    const { stored, made } = this.ledger(row.boardId, row.generation)
    for (const run of contentsOf(row.payload).structs) {
      if (!made.has(run))
        this.breach('A5 C8', `stored what nobody wrote who may: ${run.client}@${run.clock}+${run.len}`)
    }
    stored.add(row.payload)
  }

  /** A node is told that the rows are committed, and will have heard by the end of the turn. */
  confirmed(rows: readonly JournalRow[]): void {
    this.#underWay.push(...rows)
  }

  endTurn(): void {
    for (const { boardId, generation, payload } of this.#underWay.splice(0)) {
      this.ledger(boardId, generation).confirmed.add(payload)
    }
  }

  clientSent(socket: FuzzSocket, frame: Uint8Array): void {
    if (!isDocumentFrame(frame)) return
    const traffic = this.#of(socket)
    traffic.sent.push(contentsOf(payloadOf(frame)))
    if (frame[1] === SYNC.step2) traffic.answered = true
  }

  serverReceived(socket: FuzzSocket, frame: Uint8Array): void {
    if (isDocumentFrame(frame)) this.#of(socket).received += 1
  }

  serverSent(socket: FuzzSocket, frame: Uint8Array): void {
    const traffic = this.#of(socket)
    if (frame[0] === MESSAGE.ack) this.#acknowledged(socket, traffic, ackOf(frame))
    if (frame[0] === MESSAGE.sync && frame[1] === SYNC.step1) this.#asked(socket, payloadOf(frame))
    if (!isDocumentFrame(frame)) return
    const contents = contentsOf(payloadOf(frame))
    const missing = this.ledger(socket.boardId, socket.generation).stored.missing(contents)
    if (missing === undefined) return
    if (traffic.told.state === 'healthy') this.breach('W1', `${socket.id} is shown what is not stored: ${missing}`)
    else traffic.unsaved.push(contents)
  }

  /** The server says what it has: of what it knows is committed nothing may lack. */
  #asked(socket: FuzzSocket, vector: Uint8Array): void {
    const has = Y.decodeStateVector(vector)
    const { doc } = this.ledger(socket.boardId, socket.generation).confirmed
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
      if ((has.get(client) ?? 0) < clock) this.breach('R5', `${socket.id}: the room lacks what is stored of ${client}`)
    }
  }

  #acknowledged(socket: FuzzSocket, traffic: Traffic, ack: Traffic['told']): void {
    const { stored } = this.ledger(socket.boardId, socket.generation)
    if (ack.count < traffic.told.count) this.breach('P5', `${socket.id}: the count goes back`)
    if (ack.count > traffic.received) this.breach('P5', `${socket.id}: counted what had not come`)
    for (const contents of traffic.sent.slice(traffic.told.count, ack.count)) {
      const missing = stored.missing(contents)
      if (missing === undefined) continue
      // While nothing is saved, a frame that repeats what the room shows is counted; it is stored when all is well again.
      if (ack.state === 'healthy') this.breach('P5 W1', `${socket.id}: counted what is not stored: ${missing}`)
      else traffic.unsaved.push(contents)
    }
    if (ack.state === 'healthy') {
      for (const contents of traffic.unsaved.splice(0)) {
        const missing = stored.missing(contents)
        if (missing !== undefined) this.breach('W5', `${socket.id}: all is said to be well without ${missing}`)
      }
    }
    traffic.told = ack
  }

  clientReceived(socket: FuzzSocket, frame: Uint8Array): void {
    const traffic = this.#of(socket)
    const { owed } = this.ledger(socket.boardId, socket.generation)
    if (frame[0] === MESSAGE.ack) {
      const ack = ackOf(frame)
      traffic.read = ack
      if (ack.state !== 'healthy') return
      for (const contents of traffic.sent.slice(traffic.saved, ack.count)) owed.push({ contents, why: 'counted' })
      traffic.saved = ack.count
    } else if (isDocumentFrame(frame) && traffic.read.state === 'healthy') {
      owed.push({ contents: contentsOf(payloadOf(frame)), why: `seen on ${socket.id}` })
    }
  }

  /** What a client would call saved must be: C2, that no "Gemt" is false. */
  checkSaved(peer: FuzzPeer, ownEdits: readonly Contents[]): void {
    if (!this.isSaved(peer) || peer.socket === null) return
    const { stored } = this.ledger(peer.boardId, peer.socket.generation)
    for (const contents of ownEdits) {
      const missing = stored.missing(contents)
      if (missing !== undefined) this.breach('C2', `${peer.name} calls saved what is not stored: ${missing}`)
    }
  }

  /** Everything was sent, counted, and the room is well. */
  isSaved(peer: FuzzPeer): boolean {
    if (peer.socket === null || peer.state !== 'online') return false
    const { sent, read, answered } = this.#of(peer.socket)
    return answered && read.state === 'healthy' && read.count === sent.length
  }

  /** How many document frames of a socket were sent and counted, for a message. */
  progress(socket: FuzzSocket): string {
    const { sent, received, told, read } = this.#of(socket)
    return `${sent.length} sent, ${received} arrived, ${told.count} counted, ${read.count} read, ${read.state}`
  }

  /** Nothing that is owed is missing from what the store gives now. */
  checkOwed(boardId: string, generation: number, loaded: KnownContents): void {
    for (const { contents, why } of this.ledger(boardId, generation).owed) {
      const missing = loaded.missing(contents)
      if (missing !== undefined) this.breach('W8', `the store of ${boardId} lost ${missing}, which was ${why}`)
    }
  }
}

function ackOf(frame: Uint8Array): Traffic['told'] {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return readAck(decoder)
}

/** The update, or the state vector, inside a sync frame. */
export function payloadOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
