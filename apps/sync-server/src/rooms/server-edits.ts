import * as Y from 'yjs'
import type { RecordedSize } from './board-growth.ts'
import { type ClientClaim, SNAPSHOT_BYTES_MAX } from './doc-store.ts'
import type { EditOutcome } from './edit-outcome.ts'
import type { PendingUpdate, WriterRoom } from './pending-update.ts'
import type { RoomDeps } from './room-deps.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomIntake } from './room-intake.ts'
import { type DecodedUpdate, decodeDocumentUpdate } from './update-guard.ts'

/** An edit of the server's own; `open` are the records that somebody is writing in. */
export type ServerEdit = (doc: Y.Doc, open: ReadonlySet<string>) => void

/**
 * What an edit changes, as an update; null when it changes nothing. The edit works on a copy, in one transaction, so
 * that the document itself changes only by what is committed.
 * @param state the document as one update
 */
function recordEdit(state: Uint8Array, change: (doc: Y.Doc) => void): { update: Uint8Array | null; copy: Y.Doc } {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  let update: Uint8Array | null = null
  copy.on('update', (recorded: Uint8Array) => {
    update = recorded
  })
  copy.transact(() => change(copy))
  return { update, copy }
}

type ServerEditsDeps = Pick<RoomDeps, 'writer' | 'log' | 'metrics'> & { document: RoomDocument; intake: RoomIntake }

/** Edits of the server itself on their way to the store, each with who waits for it. */
export class ServerEdits {
  readonly #room: WriterRoom
  readonly #deps: ServerEditsDeps
  readonly #waiting = new Map<PendingUpdate, (outcome: EditOutcome) => void>()

  constructor(room: WriterRoom, deps: ServerEditsDeps) {
    this.#room = room
    this.#deps = deps
  }

  /**
   * Records an edit and queues it like everybody's.
   * @returns when it is committed, or why it cannot be taken
   */
  edit(actorId: string | null, change: (doc: Y.Doc) => void): Promise<EditOutcome> {
    const { document } = this.#deps
    const state = document.encodedState()
    const { update, copy } = recordEdit(state, change)
    try {
      if (update === null) return Promise.resolve('committed')
      const decoded = decodeDocumentUpdate(update)
      if (document.bound.hasRoomFor(update, decoded)) return this.#queue(actorId, update, decoded)
      const after = Y.encodeStateAsUpdate(copy).byteLength
      return this.#queue(actorId, update, decoded, { before: state.byteLength, after, grown: document.bound.grown })
    } finally {
      copy.destroy()
    }
  }

  /** Queues what the server mends, as an update. */
  mend(update: Uint8Array): Promise<EditOutcome> {
    return this.#queue(null, update, decodeDocumentUpdate(update))
  }

  /** @param size how large the document is with it, when there may be no room for it */
  #queue(
    actorId: string | null,
    payload: Uint8Array,
    decoded: DecodedUpdate,
    size?: RecordedSize,
  ): Promise<EditOutcome> {
    const { writer, intake } = this.#deps
    const update: PendingUpdate = {
      ...{ room: this.#room, seat: null, actorId, ordinal: 0, payload, decoded, stage: 'queued' },
      ...(size && { size }),
    }
    return new Promise((resolve) => {
      // Before it is queued: it may be judged at once.
      this.#waiting.set(update, resolve)
      if (writer.add(update) !== 'queued') this.#settle(update, 'overloaded')
      else if (update.stage !== 'refused') intake.queued(decoded)
    })
  }

  /**
   * Stores the document as it is shown, because the store has lost part of it.
   * @param claims whose its client ids are
   */
  storeAgain(claims: readonly ClientClaim[]): void {
    const { document, writer, log } = this.#deps
    const payload = document.encodedState()
    if (payload.byteLength > SNAPSHOT_BYTES_MAX) {
      log.error({ boardId: this.#room.boardId }, 'a board is too large to be stored again in one piece')
      return
    }
    writer.restore({
      room: this.#room,
      seat: null,
      actorId: null,
      ordinal: 0,
      payload,
      decoded: null,
      claims,
      stage: 'shown',
    })
  }

  /** There is no room for an edit on the board. */
  refused(update: PendingUpdate): void {
    if (this.#waiting.has(update)) this.#deps.metrics.refused('full')
    this.#settle(update, 'full')
  }

  committed(updates: readonly PendingUpdate[]): void {
    for (const update of updates) this.#settle(update, 'committed')
  }

  #settle(update: PendingUpdate, outcome: EditOutcome): void {
    this.#waiting.get(update)?.(outcome)
    this.#waiting.delete(update)
  }
}
