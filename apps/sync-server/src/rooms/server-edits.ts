import { type CloseReason, LIMITS } from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import type { ClientClaim } from './doc-store.ts'
import type { PendingUpdate, WriterRoom } from './pending-update.ts'
import type { RoomIntake } from './room-intake.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomWriter } from './room-writer.ts'
import { decodeDocumentUpdate } from './update-guard.ts'

/** An edit of the server's own; `open` are the records that somebody is writing in. */
export type ServerEdit = (doc: Y.Doc, open: ReadonlySet<string>) => void

/**
 * What an edit changes, as an update; null when it changes nothing. The edit works on a copy, in one transaction, so
 * that the document itself changes only by what is committed.
 * @param state the document as one update
 */
export function recordEdit(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array | null {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, state)
    let recorded: Uint8Array | null = null
    copy.on('update', (update: Uint8Array) => {
      recorded = update
    })
    copy.transact(() => change(copy))
    return recorded
  } finally {
    copy.destroy()
  }
}

/** Edits of the server itself on their way to the store, each with who waits for it. */
export class ServerEdits {
  readonly #writer: RoomWriter
  readonly #log: RoomLog
  readonly #waiting = new Map<PendingUpdate, () => void>()

  constructor({ writer, log }: { writer: RoomWriter; log: RoomLog }) {
    this.#writer = writer
    this.#log = log
  }

  /**
   * Queues an edit like everybody's.
   * @param payload null for an edit that changes nothing
   * @returns when it is committed, or why it cannot be taken
   */
  make(
    room: WriterRoom,
    actorId: string | null,
    payload: Uint8Array | null,
    intake: RoomIntake,
  ): Promise<'committed' | CloseReason> {
    if (payload === null) return Promise.resolve('committed')
    const decoded = decodeDocumentUpdate(payload)
    const update: PendingUpdate = { room, seat: null, actorId, ordinal: 0, payload, decoded, stage: 'queued' }
    return new Promise((resolve) => {
      if (this.#writer.add(update) !== 'queued') {
        resolve('overloaded')
        return
      }
      this.#waiting.set(update, () => resolve('committed'))
      intake.queued(decoded)
    })
  }

  /**
   * Stores a document as it is shown, because the store has lost part of it.
   * @param state the document as one update
   * @param claims whose its client ids are
   */
  storeAgain(room: WriterRoom, state: Uint8Array, claims: readonly ClientClaim[]): void {
    if (state.byteLength > LIMITS.syncStep2Bytes) {
      this.#log.error({ boardId: room.boardId }, 'a board is too large to be stored again in one piece')
      return
    }
    this.#writer.restore({
      room,
      seat: null,
      actorId: null,
      ordinal: 0,
      payload: state,
      decoded: null,
      claims,
      stage: 'shown',
    })
  }

  committed(updates: readonly PendingUpdate[]): void {
    for (const update of updates) {
      this.#waiting.get(update)?.()
      this.#waiting.delete(update)
    }
  }
}
