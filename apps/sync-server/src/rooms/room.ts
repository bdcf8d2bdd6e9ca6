import {
  type CloseReason,
  decodeClientMessage,
  encodeAck,
  encodeEvent,
  encodeSyncStep1,
  ProtocolError,
} from '@samtavle/shared/protocol'
import type * as Y from 'yjs'
import type { StoredDoc } from './doc-store.ts'
import type { EditOutcome } from './edit-outcome.ts'
import type { PendingUpdate, WriterRoom } from './pending-update.ts'
import { RecordRepair } from './record-repair.ts'
import { RoomAnswers } from './room-answers.ts'
import { RoomAwareness } from './room-awareness.ts'
import type { Attendee } from './room-control.ts'
import type { RoomDeps } from './room-deps.ts'
import { RoomDocument } from './room-document.ts'
import { type Held, RoomIntake } from './room-intake.ts'
import type { Refusal } from './room-metrics.ts'
import { RoomOutbox } from './room-outbox.ts'
import {
  type Admission,
  createSeat,
  durableCount,
  noteCommitted,
  type RoomPeer,
  type Seat,
  type SeatHandle,
} from './room-peer.ts'
import { RoomRights } from './room-rights.ts'
import { type ServerEdit, ServerEdits } from './server-edits.ts'
import { assertGrowth, decodeDocumentUpdate, isEmpty } from './update-guard.ts'
import { admitUpdates, type NotAdmitted } from './write-admission.ts'

/** One board in memory: its document, and who sits at it. */
export class Room implements WriterRoom {
  readonly boardId: string
  readonly generation: number
  readonly #document: RoomDocument
  readonly #deps: RoomDeps
  readonly #seats = new Set<Seat>()
  readonly #awareness: RoomAwareness
  readonly #intake: RoomIntake
  readonly #outbox: RoomOutbox
  readonly #answers: RoomAnswers
  readonly #edits: ServerEdits
  readonly #repair: RecordRepair
  /** What people here may do; rights and boards change while they are open. */
  readonly rights: RoomRights
  #state: 'open' | 'ended' = 'open'

  constructor(boardId: string, stored: StoredDoc, deps: RoomDeps) {
    this.boardId = boardId
    this.generation = stored.generation
    const onDamaged = () => {
      for (const seat of [...this.#seats]) this.#dismiss(seat, 'restart')
    }
    const told = { onDamaged, onBuilt: (doc: Y.Doc) => this.#repair.watch(doc) }
    this.#document = new RoomDocument(boardId, stored.payloads, { ...deps, ...told })
    this.#outbox = new RoomOutbox(this.#seats, this.#document, deps.metrics)
    this.#answers = new RoomAnswers(this.#document, { ...deps, isHere: (seat) => this.#seats.has(seat) })
    this.#intake = new RoomIntake(deps.clock, (seat) => this.#dismiss(seat, 'restart', 'pending'))
    this.#edits = new ServerEdits(this, { ...deps, document: this.#document, intake: this.#intake })
    const apply = (update: Uint8Array) => this.#edits.mend(update)
    this.#repair = new RecordRepair(this, { ...deps, document: this.#document, apply })
    this.#deps = deps
    this.#awareness = new RoomAwareness(deps, this.#seats)
    this.rights = new RoomRights(this.#seats, stored.claims, deps, (seat, reason) => this.#dismiss(seat, reason))
  }

  get peerCount(): number {
    return this.#seats.size
  }

  get isIdle(): boolean {
    return this.#seats.size === 0 && !this.#deps.writer.holds(this)
  }

  /** What the board holds, to be read. */
  get content(): Pick<RoomDocument, 'encodedState' | 'built'> {
    return this.#document
  }

  /** Gives a peer a place. Its rights must have been asked for in this very turn. */
  join(peer: RoomPeer, admission: Admission): SeatHandle {
    const seat = createSeat(peer, admission)
    this.rights.archived = admission.archived
    this.#seats.add(seat)
    this.#acknowledge(seat)
    this.rights.tellOwn(seat)
    this.#awareness.sendAll(seat)
    // Two who may edit are about to: what they need is made now, and not when everybody begins at once.
    if (this.rights.editors === 2) this.#deps.clock.endOfTurn(() => this.#document.build())
    return {
      receive: (frame) => this.#receive(seat, frame),
      keepAlive: () => this.#acknowledge(seat),
      drained: () => this.#catchUp(seat),
      leave: () => this.#leave(seat),
    }
  }

  #receive(seat: Seat, frame: Uint8Array): void {
    if (!this.#seats.has(seat)) return
    try {
      this.#handle(seat, frame)
    } catch (error) {
      // Yjs and lib0 throw errors of many kinds on hostile bytes; whatever it was, it came from this frame.
      const level = error instanceof ProtocolError ? 'info' : 'warn'
      this.#deps.log[level]({ boardId: this.boardId, err: error }, 'a frame was refused')
      this.#dismiss(seat, 'badData', 'badData')
    }
  }

  #handle(seat: Seat, frame: Uint8Array): void {
    const message = decodeClientMessage(frame)
    switch (message.type) {
      case 'syncStep1':
        this.#answers.ask(seat, message.stateVector)
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
    const known = this.#document.covers(decoded)
    if (!known && !this.rights.mayWrite(seat)) return
    if (seat.count !== 'running') return
    const ordinal = seat.accepted + 1
    seat.accepted = ordinal
    // What a degraded room knows may not be stored: only what is stored again counts.
    if (known && (this.#deps.writer.stateOf(this) === 'healthy' || isEmpty(decoded) || seat.role === 'view')) {
      if (seat.open.length === 0) this.#acknowledge(seat)
      return
    }
    const { doc } = this.#document
    assertGrowth(doc, decoded, (client) => this.#intake.reach(doc, client))
    seat.open.push(ordinal)
    if (this.#intake.lacks(doc, decoded)) {
      const held = this.#intake.hold(seat, { ordinal, payload, decoded })
      if (held === false) this.#dismiss(seat, 'restart', 'pending')
      else if (held === 'first') seat.peer.send(encodeSyncStep1(this.#document.stateVector()))
      return
    }
    this.#queue(seat, { ordinal, payload, decoded })
    this.#queueHeld()
  }

  #queueHeld(): void {
    if (this.#intake.isHolding) this.#intake.release(this.#document.doc, (seat, held) => this.#queue(seat, held))
  }

  #queue(seat: Seat, { ordinal, payload, decoded }: Held): void {
    const actorId = seat.person.userId
    const update: PendingUpdate = { room: this, seat, actorId, ordinal, payload, decoded, stage: 'queued' }
    switch (this.#deps.writer.add(update)) {
      case 'queued':
        // It may have been judged at once.
        if (update.stage !== 'refused') this.#intake.queued(decoded)
        this.#deps.metrics.updatesIn(1)
        return
      case 'readOnly':
        // The update stays with its client, which syncs anew when the room takes edits again.
        seat.count = 'saturated'
        return
      case 'full':
      case 'closed':
        this.#dismiss(seat, 'overloaded', 'overloaded')
    }
  }

  /**
   * An edit of the server itself, made like everybody's: `change` works on a copy of the document, in one transaction.
   * @returns when it is committed, or why it cannot be taken
   */
  edit(actorId: string | null, change: ServerEdit): Promise<EditOutcome> {
    return this.#edits.edit(actorId, (doc) => change(doc, this.#awareness.writing(actorId)))
  }

  /** The store has lost part of what this room shows: all of it is stored once more. */
  storeAgain(): void {
    if (this.#state === 'open') this.#edits.storeAgain(this.rights.claims.all)
  }

  admit(updates: readonly PendingUpdate[]): readonly PendingUpdate[] {
    return admitUpdates(this.#document, this.rights.claims, updates, (refusal) => this.#refuse(refusal))
  }

  #refuse(refusal: NotAdmitted): void {
    const { seat, reason } = refusal
    // Others may have been let in because this was queued: what they lack, they wait for.
    this.#intake.settled()
    if (reason === 'full') this.#edits.refused(refusal.update)
    if (seat === null) return
    seat.count = 'refused'
    if (reason === 'policy') seat.peer.send(encodeEvent({ type: 'refused', records: refusal.records }))
    if (reason === 'full') seat.peer.send(encodeEvent({ type: 'full' }))
    if (reason === 'badData') this.#dismiss(seat, 'badData', 'nesting')
    else this.#dismiss(seat, 'rebuild', reason)
  }

  show(updates: readonly PendingUpdate[]): void {
    // What Yjs cannot take is as good as stored, yet nobody is shown it.
    for (const { seat } of this.#outbox.show(updates)) if (seat !== null) this.#dismiss(seat, 'badData')
    this.#awareness.flush()
    this.#queueHeld()
  }

  commit(updates: readonly PendingUpdate[]): void {
    this.#edits.committed(updates)
    const bytes = updates.reduce((sum, { payload }) => sum + payload.byteLength, 0)
    this.#deps.maintenance.committed(this.boardId, this.generation, updates.length, bytes)
    const unseen = updates.filter(({ stage }) => stage !== 'shown')
    if (unseen.length > 0) this.show(unseen)
    if (this.#state === 'ended') return
    if (!this.#deps.writer.holds(this)) this.#intake.settled()
    const senders = new Set<Seat>()
    for (const { seat, ordinal } of updates) {
      if (seat === null) continue
      noteCommitted(seat, ordinal)
      senders.add(seat)
    }
    for (const seat of senders) if (this.#seats.has(seat)) this.#acknowledge(seat)
    for (const { payload } of updates) this.#deps.fanout.publish(this.boardId, this.generation, payload)
    this.#askIfIdle()
  }

  /** The peer has read what lay before it. */
  #catchUp(seat: Seat): void {
    if (!this.#seats.has(seat)) return
    this.#outbox.catchUp(seat)
    this.#awareness.catchUp(seat)
  }

  /** Takes in what another node committed: shown, but neither stored nor published again. */
  receiveFromNode(payload: Uint8Array): void {
    this.show([{ room: this, seat: null, actorId: null, ordinal: 0, payload, decoded: null, stage: 'shown' }])
  }

  /** A person's name or colour changed. */
  changePerson(person: Attendee): void {
    this.rights.changePerson(person)
    this.#awareness.restamp(person.userId)
  }

  /** Tells every peer how saving goes now; whoever had an edit refused meanwhile syncs anew. */
  tellDurability(): void {
    const writable = this.#deps.writer.stateOf(this) === 'healthy'
    for (const seat of [...this.#seats]) {
      this.#acknowledge(seat)
      if (writable && seat.count === 'saturated') this.#dismiss(seat, 'restart')
    }
  }

  /** Ends every socket. What waits for the store is stored all the same, and then the document is let go. */
  end(reason: CloseReason): void {
    if (this.#state === 'ended') return
    this.#state = 'ended'
    for (const seat of [...this.#seats]) {
      this.#seats.delete(seat)
      this.#intake.forget(seat)
      this.#answers.forget(seat)
      seat.peer.close(reason)
    }
    this.#repair.destroy()
    // What still waits for the store is judged by the document, with all that came before it.
    void this.#deps.writer.settled(this).then(() => this.#document.destroy())
  }

  #acknowledge(seat: Seat): void {
    seat.peer.send(encodeAck(durableCount(seat), this.#deps.writer.stateOf(this)))
  }

  #dismiss(seat: Seat, reason: CloseReason, refusal?: Refusal): void {
    if (refusal !== undefined) this.#deps.metrics.refused(refusal)
    this.#leave(seat)
    seat.peer.close(reason)
  }

  #leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return
    this.#intake.forget(seat)
    this.#answers.forget(seat)
    this.#awareness.leave(seat)
    this.#askIfIdle()
  }

  #askIfIdle(): void {
    if (this.#state === 'open' && this.isIdle) this.#deps.onIdle(this)
  }
}
