import type { BoardRole } from '@samtavle/shared/access'
import {
  type CloseReason,
  decodeClientMessage,
  encodeAck,
  encodeEvent,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  ProtocolError,
  type RoomEvent,
} from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import type { Clock } from './clock.ts'
import type { Fanout } from './fanout.ts'
import { RoomAwareness } from './room-awareness.ts'
import type { Attendee } from './room-control.ts'
import type { RoomLog } from './room-log.ts'
import {
  type Admission,
  createSeat,
  mayEdit,
  noteCommitted,
  type RoomPeer,
  type Seat,
  type SeatHandle,
} from './room-peer.ts'
import type { PendingUpdate, RoomWriter, WriterRoom } from './room-writer.ts'
import { assertGrowth, carriesNothingNew, decodeDocumentUpdate } from './update-guard.ts'

/** How many dropped writes a minute somebody who may only view is forgiven. */
export const DROPPED_WRITES_MAX = 10

export type RoomDeps = {
  writer: RoomWriter
  fanout: Fanout
  clock: Clock
  log: RoomLog
  /** Called when nobody is here any more and nothing waits for the store. */
  onIdle: (room: Room) => void
}

/** One board in memory: its document, which never holds more than the journal does, and who sits at it. */
export class Room implements WriterRoom {
  readonly boardId: string
  readonly generation: number
  readonly doc: Y.Doc
  readonly #deps: RoomDeps
  readonly #seats = new Set<Seat>()
  readonly #awareness: RoomAwareness
  #state: 'open' | 'ended' = 'open'
  #archived = false

  /** @param doc holds all that is stored of the board; the room destroys it */
  constructor(boardId: string, generation: number, doc: Y.Doc, deps: RoomDeps) {
    this.boardId = boardId
    this.generation = generation
    this.doc = doc
    this.#deps = deps
    this.#awareness = new RoomAwareness(deps.clock, this.#seats)
  }

  get peerCount(): number {
    return this.#seats.size
  }

  get isIdle(): boolean {
    return this.#seats.size === 0 && !this.#deps.writer.holds(this)
  }

  /** Gives a peer a place. Its rights must have been asked for in this very turn. */
  join(peer: RoomPeer, admission: Admission): SeatHandle {
    const seat = createSeat(peer, admission)
    this.#archived = admission.archived
    this.#seats.add(seat)
    this.#acknowledge(seat)
    this.#awareness.sendAll(seat)
    return {
      receive: (frame) => this.#receive(seat, frame),
      keepAlive: () => this.#acknowledge(seat),
      leave: () => this.#leave(seat),
    }
  }

  #receive(seat: Seat, frame: Uint8Array): void {
    if (!this.#seats.has(seat)) return
    try {
      this.#handle(seat, frame)
    } catch (error) {
      // Yjs and lib0 throw errors of many kinds on hostile bytes; whatever it was, it came from this frame.
      const expected = error instanceof ProtocolError
      this.#deps.log[expected ? 'info' : 'warn']({ boardId: this.boardId, err: error }, 'a frame was refused')
      this.#dismiss(seat, 'badData')
    }
  }

  #handle(seat: Seat, frame: Uint8Array): void {
    const message = decodeClientMessage(frame)
    switch (message.type) {
      case 'syncStep1':
        seat.peer.send(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, message.stateVector)))
        seat.peer.send(encodeSyncStep1(Y.encodeStateVector(this.doc)))
        return
      case 'syncStep2':
      case 'update':
        this.#write(seat, message.update)
        return
      case 'awareness':
        this.#awareness.receive(seat, message.update)
        return
      case 'queryAwareness':
        this.#awareness.sendAll(seat)
    }
  }

  #write(seat: Seat, payload: Uint8Array): void {
    const decoded = decodeDocumentUpdate(payload)
    const harmless = carriesNothingNew(this.doc, decoded)
    if (!harmless && !mayEdit(seat, this.#archived)) {
      this.#drop(seat)
      return
    }
    if (seat.count === 'stopped') return
    if (harmless) {
      seat.accepted += 1
      if (seat.waiting > 0) return
      seat.durable = seat.accepted
      this.#acknowledge(seat)
      return
    }
    assertGrowth(this.doc, decoded)
    const ordinal = seat.accepted + 1
    if (!this.#deps.writer.add({ room: this, seat, ordinal, payload })) {
      this.#dismiss(seat, 'overloaded')
      return
    }
    seat.accepted = ordinal
    seat.waiting += 1
  }

  /** A write by somebody who may only view: it goes nowhere, and its sender is told. */
  #drop(seat: Seat): void {
    seat.count = 'stopped'
    const now = this.#deps.clock.now()
    seat.dropped = [...seat.dropped.filter((at) => at > now - 60_000), now]
    if (seat.dropped.length > DROPPED_WRITES_MAX) this.#dismiss(seat, 'notAllowed')
    else seat.peer.send(encodeEvent({ type: 'readonly' }))
  }

  commit(updates: readonly PendingUpdate[]): void {
    if (this.#state === 'ended') return
    const applied = this.#apply(updates)
    this.#broadcast(applied)
    const senders = new Set<Seat>()
    for (const { seat, ordinal } of updates) {
      noteCommitted(seat, ordinal)
      senders.add(seat)
    }
    for (const seat of senders) if (this.#seats.has(seat)) this.#acknowledge(seat)
    for (const { payload } of applied) this.#deps.fanout.publish(this.boardId, this.generation, payload)
    this.#askIfIdle()
  }

  /** One transaction for the batch. An update that Yjs cannot take is durable, yet nobody is shown it. */
  #apply(updates: readonly PendingUpdate[]): PendingUpdate[] {
    const applied: PendingUpdate[] = []
    this.doc.transact(() => {
      for (const update of updates) {
        if (applyOrSkip(this.doc, update.payload, this.boardId, this.#deps.log)) applied.push(update)
        else this.#dismiss(update.seat, 'badData')
      }
    })
    return applied
  }

  /** Each frame is built once; every peer but the sender gets the same bytes. */
  #broadcast(updates: readonly PendingUpdate[]): void {
    const frames = updates.map(({ seat, payload }) => ({ sender: seat, frame: encodeUpdate(payload) }))
    for (const seat of this.#seats) {
      for (const { sender, frame } of frames) if (sender !== seat) seat.peer.send(frame)
    }
  }

  /** Takes in what another node committed: shown, but neither stored nor published again. */
  receiveFromNode(payload: Uint8Array): void {
    if (this.#state === 'ended' || !applyOrSkip(this.doc, payload, this.boardId, this.#deps.log)) return
    const frame = encodeUpdate(payload)
    for (const seat of this.#seats) seat.peer.send(frame)
  }

  /** Tells every peer how saving goes now. */
  tellDurability(): void {
    for (const seat of this.#seats) this.#acknowledge(seat)
  }

  /** Somebody's role on this board changed; null takes it away. */
  changeAccess(userId: string, role: BoardRole | null): void {
    for (const seat of [...this.#seats]) {
      if (seat.person.userId !== userId) continue
      if (role === null) {
        this.#dismiss(seat, 'notAllowed')
        continue
      }
      seat.role = role
      seat.peer.send(encodeEvent({ type: 'role', role: role === 'view' ? 'view' : 'edit' }))
      this.#restartIfBehind(seat)
    }
  }

  /** The board got another name, or its archived state changed. */
  changeBoard(board: { title: string; archived: boolean }): void {
    this.#archived = board.archived
    const event: RoomEvent = { type: 'board', title: board.title, archived: board.archived }
    const frame = encodeEvent(event)
    for (const seat of [...this.#seats]) {
      seat.peer.send(frame)
      this.#restartIfBehind(seat)
    }
  }

  /** A person's name or colour changed. */
  changePerson({ userId, name, colour }: Attendee): void {
    for (const seat of this.#seats) {
      if (seat.person.userId === userId) seat.person = { ...seat.person, name, colour }
    }
    this.#awareness.restamp(userId)
  }

  /** Ends the sockets of one session. */
  endSession(sessionHash: string): void {
    for (const seat of [...this.#seats]) if (seat.person.sessionHash === sessionHash) this.#dismiss(seat, 'signedOut')
  }

  /** Ends every socket and lets go of the document. What waits for the store is stored all the same. */
  end(reason: CloseReason): void {
    if (this.#state === 'ended') return
    this.#state = 'ended'
    const seats = [...this.#seats]
    this.#seats.clear()
    for (const seat of seats) seat.peer.close(reason)
    this.doc.destroy()
  }

  /** Who is here, each person once. */
  attendees(): Attendee[] {
    const people = new Map<string, Attendee>()
    for (const { person } of this.#seats) {
      people.set(person.userId, { userId: person.userId, name: person.name, colour: person.colour })
    }
    return [...people.values()]
  }

  /** Who may edit again, but had writes dropped meanwhile, gets them in only by syncing anew. */
  #restartIfBehind(seat: Seat): void {
    if (seat.count === 'stopped' && mayEdit(seat, this.#archived)) this.#dismiss(seat, 'restart')
  }

  #acknowledge(seat: Seat): void {
    seat.peer.send(encodeAck(seat.durable, this.#deps.writer.durability))
  }

  #dismiss(seat: Seat, reason: CloseReason): void {
    this.#leave(seat)
    seat.peer.close(reason)
  }

  #leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return
    this.#awareness.leave(seat)
    this.#askIfIdle()
  }

  #askIfIdle(): void {
    if (this.#state === 'open' && this.isIdle) this.#deps.onIdle(this)
  }
}

/** Applies a durable update; one that Yjs throws at is reported and left out, so that the rest of the board lives. */
export function applyOrSkip(doc: Y.Doc, payload: Uint8Array, boardId: string, log: RoomLog): boolean {
  try {
    Y.applyUpdate(doc, payload)
    return true
  } catch (error) {
    log.error({ boardId, bytes: payload.byteLength, err: error }, 'a stored update cannot be applied and was left out')
    return false
  }
}
