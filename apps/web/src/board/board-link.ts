import { recordMapOf, richTextFragmentOf } from '@samtavle/shared/board-doc'
import { checkLimits } from '@samtavle/shared/record-limits'
import { checkRecord } from '@samtavle/shared/record-schema'
import { getSchema } from '@tiptap/core'
import { type TLRecord, type TLStore, tipTapDefaultExtensions } from '@tldraw/tldraw'
import * as Y from 'yjs'
import { BoardConnection } from '../sync/board-connection.ts'
import type { ConnectionOptions } from '../sync/connection-options.ts'
import type { KeptState } from '../sync/first-state.ts'
import { PresenceBinding } from '../sync/presence-binding.ts'
import { createRichTextWriter } from '../sync/rich-text-writer.ts'
import type { SaveFacts } from '../sync/saved-state.ts'
import { type BindingOptions, type Schedule, StoreBinding } from '../sync/store-binding.ts'
import { BoardUndo } from '../sync/undo.ts'
import { type RecordChange, UnsavedChanges } from '../sync/unsaved-changes.ts'
import type { BackgroundLock } from './background-lock.ts'
import type { BoardKeeper } from './board-keeper.ts'
import { personName } from './person-name.ts'
import type { BoardText } from './text/board-text.ts'

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

export type BindingCalls = Required<Pick<BindingOptions, 'canWrite' | 'onPending' | 'onBeyondLimit'>> & {
  /** The text that is open on the board. */
  text: BoardText
  lock: BackgroundLock
  onPeople(): void
  /** Told how many records of the document cannot be shown, at first and whenever that changes. */
  onQuarantined(count: number): void
}

export type LinkOptions = Omit<ConnectionOptions, 'doc' | 'beforeReceive' | 'kept'> & {
  /** Keeps the document on this device; null where nothing is kept. */
  keeper: BoardKeeper | null
  /** True when the document may begin with what lies on this device. */
  beginsHere: boolean
}

/** A document of the board, its socket, and once it is loaded what ties it to a store. Given up as a whole. */
export class BoardLink {
  readonly doc = new Y.Doc()
  readonly connection: BoardConnection
  readonly changes = new UnsavedChanges()
  readonly keeper: BoardKeeper | null
  #bound: Bound | null = null

  constructor({ keeper, beginsHere, ...options }: LinkOptions) {
    this.keeper = keeper
    this.connection = new BoardConnection({
      ...options,
      doc: this.doc,
      ...(keeper !== null && beginsHere ? { kept: () => this.#takeKept(keeper) } : {}),
      beforeReceive: () => this.#bound?.binding.flush(),
      onChange: () => {
        const { loaded, generation, fromDevice } = this.connection
        // Without its generation a document could come back into a board that was put back: then it is not kept.
        if (loaded && generation !== null) keeper?.follow(this.doc, generation, fromDevice)
        options.onChange()
      },
    })
  }

  get bound(): Bound | null {
    return this.#bound
  }

  /** Which document of the board it is, as the server counts; null until that is known. */
  get generation(): string | null {
    return this.connection.generation
  }

  /** When the oldest change was made that is not known to be durable, in ms; null when all are. */
  get oldestUnsavedAt(): number | null {
    const pending = this.#bound?.binding.pendingSince ?? null
    const unacked = this.connection.oldestUnsavedAt
    if (pending === null) return unacked
    return unacked === null ? pending : Math.min(pending, unacked)
  }

  /** Ties a store to the document, whatever it showed before. */
  bind(store: TLStore, { text, lock, onPeople, onQuarantined, ...calls }: BindingCalls): Bound {
    const { doc, connection } = this
    let quarantined = 0
    onQuarantined(quarantined)
    const binding = new StoreBinding({
      ...calls,
      store,
      doc,
      validate: (value) => lock.shown(validate(value)),
      mayWrite: (id, after) => lock.mayWrite(id, after),
      quarantine: () => onQuarantined(++quarantined),
      released: () => onQuarantined(--quarantined),
      limit: checkLimits,
      writeText: writeBoardText,
      liveText: text,
      schedule: SCHEDULE,
      onWritten: (changes, from, to) => this.note(changes, from, to),
    })
    const undo = new BoardUndo(
      doc,
      binding.origin,
      () => binding.flush(),
      (id) => lock.permits(id, undefined),
    )
    const presence = new PresenceBinding({
      store,
      awareness: connection.awareness,
      onPeople,
      nameOf: personName,
      caret: () => text.ownCaret(),
    })
    text.follow({
      fragmentOf: (id) => richTextFragmentOf(recordMapOf(doc), id),
      flush: () => binding.flush(),
      release: () => binding.releaseText(),
      caretMoved: () => presence.caretMoved(),
    })
    this.#bound = { binding, presence, undo }
    return this.#bound
  }

  /** Where this device stands with keeping what is in the document. */
  get device(): SaveFacts['device'] {
    const state = this.keeper?.state ?? 'failed'
    if (state === 'idle' || state === 'failed' || state === 'erased') return 'off'
    return state === 'writing' || this.#bound?.binding.pendingSince != null ? 'writing' : 'kept'
  }

  /** When the oldest change was made that is not on this device yet, in ms; null when all are. */
  get writingSince(): number | null {
    return this.keeper?.writingSince ?? this.#bound?.binding.pendingSince ?? null
  }

  note(changes: readonly RecordChange[], from: number, to: number): void {
    const now = Date.now()
    this.changes.note(changes, now, from, to)
    this.keeper?.note(changes, now, from, to)
  }

  /** Forgets the changes that are durable. */
  settle(): void {
    const { oldestUnsavedAt, synced } = this.connection
    this.changes.settle(oldestUnsavedAt)
    this.keeper?.settle(oldestUnsavedAt, !synced)
  }

  /** Writes what I have changed into the document and onto this device now: the page may be about to go. */
  flush(): void {
    this.#bound?.binding.flush()
    this.keeper?.flush()
  }

  async #takeKept(keeper: BoardKeeper): Promise<KeptState | null> {
    const kept = await keeper.load()
    if (kept === null) return null
    const { updates, generation, waiting } = kept
    this.changes.inherit([...waiting].sort((a, b) => a.at - b.at))
    const unsavedSince = waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at))
    return { updates, generation, unsavedSince }
  }

  close(): void {
    this.#bound?.presence.dispose()
    this.#bound?.binding.dispose()
    this.#bound?.undo.destroy()
    this.keeper?.close()
    this.connection.destroy()
    this.doc.destroy()
  }
}
