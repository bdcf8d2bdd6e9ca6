import { checkLimits } from '@samtavle/shared/record-limits'
import { checkRecord } from '@samtavle/shared/record-schema'
import { getSchema } from '@tiptap/core'
import { type TLRecord, type TLStore, tipTapDefaultExtensions } from '@tldraw/tldraw'
import * as Y from 'yjs'
import { BoardConnection, type ConnectionOptions } from '../sync/board-connection.ts'
import { PresenceBinding } from '../sync/presence-binding.ts'
import { createRichTextWriter } from '../sync/rich-text-writer.ts'
import { type BindingOptions, type Schedule, StoreBinding } from '../sync/store-binding.ts'
import { BoardUndo } from '../sync/undo.ts'
import { type RecordChange, UnsavedChanges } from '../sync/unsaved-changes.ts'

const FLUSH_MS = 33

const SCHEDULE: Schedule = {
  flush(run) {
    const timer = setTimeout(run, FLUSH_MS)
    return () => clearTimeout(timer)
  },
  frame(run) {
    const frame = requestAnimationFrame(run)
    return () => cancelAnimationFrame(frame)
  },
}

/** Writes texts of the board's editor into a document. */
export const writeBoardText = createRichTextWriter(getSchema(tipTapDefaultExtensions))

function validate(value: unknown): TLRecord {
  const id = (value as { id?: unknown } | null)?.id
  const check = checkRecord(value, String(id))
  if (!check.ok) throw new Error(check.reason)
  return check.record as unknown as TLRecord
}

/** What ties a store to a document: binding, presence, and undo of what was done through them. */
type Bound = { binding: StoreBinding; presence: PresenceBinding; undo: BoardUndo }

export type BindingCalls = Required<
  Pick<BindingOptions, 'quarantine' | 'liveText' | 'canWrite' | 'onPending' | 'onBeyondLimit'>
> & {
  onPeople(): void
}

/** A document of the board, its socket, and once it is loaded what ties it to a store. Given up as a whole. */
export class BoardLink {
  readonly doc = new Y.Doc()
  readonly connection: BoardConnection
  readonly changes = new UnsavedChanges()
  #bound: Bound | null = null

  constructor(options: Omit<ConnectionOptions, 'doc' | 'beforeReceive'>) {
    this.connection = new BoardConnection({
      ...options,
      doc: this.doc,
      beforeReceive: () => this.#bound?.binding.flush(),
    })
  }

  get bound(): Bound | null {
    return this.#bound
  }

  /** When the oldest change was made that is not known to be durable, in ms; null when all are. */
  get oldestUnsavedAt(): number | null {
    const pending = this.#bound?.binding.pendingSince ?? null
    const unacked = this.connection.oldestUnsavedAt
    if (pending === null) return unacked
    return unacked === null ? pending : Math.min(pending, unacked)
  }

  /** Ties a store to the document, whatever it showed before. */
  bind(store: TLStore, { onPeople, ...calls }: BindingCalls): Bound {
    const { doc, connection } = this
    const binding = new StoreBinding({
      ...calls,
      store,
      doc,
      validate,
      limit: checkLimits,
      writeText: writeBoardText,
      schedule: SCHEDULE,
      onWritten: (changes, from, to) => this.note(changes, from, to),
    })
    const undo = new BoardUndo(doc, binding.origin, () => binding.flush())
    const presence = new PresenceBinding({ store, awareness: connection.awareness, onPeople })
    this.#bound = { binding, presence, undo }
    return this.#bound
  }

  note(changes: readonly RecordChange[], from: number, to: number): void {
    this.changes.note(changes, Date.now(), from, to)
  }

  /** Forgets the changes that are durable. */
  settle(): void {
    this.changes.settle(this.connection.oldestUnsavedAt)
  }

  close(): void {
    this.#bound?.presence.dispose()
    this.#bound?.binding.dispose()
    this.#bound?.undo.destroy()
    this.connection.destroy()
    this.doc.destroy()
  }
}
