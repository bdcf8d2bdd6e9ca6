import {
  type BoardRecord,
  changedRecordIds,
  createRecord,
  deleteRecord,
  type RichTextWriter,
  readRecord,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { type LiveText, OpenText } from './open-text.ts'
import type { RecordChange } from './unsaved-changes.ts'
import { type Quarantine, type ViewChange, ViewComposer } from './view-composer.ts'

/** When the binding writes and reads; the browser's by default, by hand in tests. */
export type Schedule = {
  flush(run: () => void): () => void
  frame(run: () => void): () => void
}

export type BindingOptions = {
  store: TLStore
  doc: Y.Doc
  validate: (record: unknown) => TLRecord
  quarantine: Quarantine
  released?: (id: string) => void
  writeText: RichTextWriter
  schedule: Schedule
  liveText?: LiveText
  /** Why a record of mine is more than a board may hold: then it is taken back instead of written. */
  limit?: (record: BoardRecord) => string | undefined
  /** May this become of a record? What may not is taken back instead of written. */
  mayWrite?: (id: string, after: BoardRecord | undefined) => boolean
  /** Told when changes of mine were taken back because of `limit`. */
  onBeyondLimit?: () => void
  /** While false, local changes are taken back instead of written. */
  canWrite?: () => boolean
  onPending?: () => void
  /** What I have changed was written into the document; `from` and `to` are my clock before and after. */
  onWritten?: (changes: readonly RecordChange[], from: number, to: number) => void
}

type Events = Parameters<typeof changedRecordIds>[0]

/**
 * Keeps a tldraw store and a board's document equal. Out: ids of changed records are collected and written at most
 * every 33 ms in one transaction, property by property against a shadow of what both sides last agreed on. In: once
 * per animation frame, in one batch. Outgoing always goes first, so no change is compared with a text or a property
 * that its author had not seen.
 */
export class StoreBinding {
  /** Origin of the transactions that carry my own changes; undo follows it. */
  readonly origin = Symbol('local')
  readonly #options: BindingOptions
  readonly #records: ReturnType<typeof recordMapOf>
  readonly #view: ViewComposer
  readonly #text: OpenText
  /** Per id, the record as the store and the document last had it in common. */
  readonly #shadow = new Map<string, BoardRecord>()
  readonly #outgoing = new Set<string>()
  readonly #incoming = new Set<string>()
  #pendingSince: number | null = null
  #merging = false
  #cancelFlush: (() => void) | null = null
  #cancelFrame: (() => void) | null = null
  readonly #stopListening: () => void

  constructor(options: BindingOptions) {
    this.#options = options
    this.#records = recordMapOf(options.doc)
    this.#text = new OpenText({ live: options.liveText, records: this.#records, writeText: options.writeText })
    this.#view = new ViewComposer({
      store: options.store,
      read: (id) => readRecord(this.#records, id),
      validate: options.validate,
      quarantine: options.quarantine,
      ...(options.released && { released: options.released }),
    })
    for (const id of this.#records.keys()) this.#incoming.add(id)
    // A store that showed another document of the board before: what is not in this one goes.
    const { document } = options.store.scopedTypes
    for (const { id, typeName } of options.store.allRecords()) if (document.has(typeName)) this.#incoming.add(id)
    this.#merge()
    this.#stopListening = options.store.listen(
      ({ changes }) => {
        if (this.#merging) return
        for (const part of [changes.added, changes.updated, changes.removed]) {
          for (const id of Object.keys(part)) this.#outgoing.add(id)
        }
        this.#scheduleFlush()
      },
      { source: 'user', scope: 'document' },
    )
    this.#records.observeDeep(this.#observe)
    options.doc.on('beforeTransaction', this.#keepPlace)
  }

  /** When the oldest change was made that is not in the document yet, in ms; null when all are. */
  get pendingSince(): number | null {
    return this.#pendingSince
  }

  /** Writes what I have changed into the document now. */
  flush(): void {
    this.#cancelFlush?.()
    this.#cancelFlush = null
    // The store tells its listeners on the next frame; this makes it tell now.
    this.#options.store._flushHistory()
    const ids = [...this.#outgoing]
    this.#outgoing.clear()
    if (this.#options.canWrite?.() === false) for (const id of ids) this.#expect(id)
    else if (ids.length > 0) this.#writeAll(ids)
    this.#settled()
  }

  #writeAll(ids: readonly string[]): void {
    const { doc, onWritten } = this.#options
    const from = Y.getState(doc.store, doc.clientID)
    const changes: RecordChange[] = []
    const writable = this.#withinLimits(ids)
    doc.transact(() => {
      for (const id of writable) {
        const before = this.#shadow.get(id)
        this.#write(id)
        changes.push({ id, before, after: this.#shadow.get(id) })
      }
    }, this.origin)
    onWritten?.(changes, from, Y.getState(doc.store, doc.clientID))
  }

  /** Takes back what the board may not hold and I must not touch, before anybody sees it. @returns the other ids */
  #withinLimits(ids: readonly string[]): readonly string[] {
    const { store, limit, mayWrite, onBeyondLimit } = this.#options
    const back = new Set<string>()
    let isBeyond = false
    for (const id of ids) {
      const record = store.unsafeGetWithoutCapture(id as TLRecord['id']) as BoardRecord | undefined
      const isAllowed = mayWrite?.(id, record) ?? true
      const isLarge = isAllowed && record !== undefined && limit?.(record) !== undefined
      isBeyond ||= isLarge
      if (!isAllowed || isLarge) back.add(id)
    }
    if (back.size === 0) return ids
    for (const id of back) this.#expect(id)
    // The text editor keeps what it shows, whatever the store says.
    const editing = this.#text.id
    if (editing !== null && back.has(editing)) this.#receiveText(editing)
    if (isBeyond) onBeyondLimit?.()
    return ids.filter((id) => !back.has(id))
  }

  /** Brings what others have changed into the store now. */
  receive(): void {
    this.#cancelFrame?.()
    this.#cancelFrame = null
    this.flush()
    this.#merge()
  }

  /** Brings these records into the store once more: how they are shown has changed. */
  showAgain(ids: readonly string[]): void {
    for (const id of ids) this.#incoming.add(id)
    this.receive()
  }

  dispose(): void {
    this.flush()
    this.#cancelFlush?.()
    this.#cancelFrame?.()
    this.#stopListening()
    this.#records.unobserveDeep(this.#observe)
    this.#options.doc.off('beforeTransaction', this.#keepPlace)
  }

  #scheduleFlush(): void {
    if (this.#pendingSince === null) {
      this.#pendingSince = Date.now()
      this.#options.onPending?.()
    }
    this.#cancelFlush ??= this.#options.schedule.flush(() => this.flush())
  }

  #settled(): void {
    this.#cancelFlush?.()
    this.#cancelFlush = null
    if (this.#pendingSince === null) return
    this.#pendingSince = null
    this.#options.onPending?.()
  }

  #expect(id: string): void {
    this.#incoming.add(id)
    this.#cancelFrame ??= this.#options.schedule.frame(() => this.receive())
  }

  #write(id: string): void {
    const after = this.#options.store.unsafeGetWithoutCapture(id as TLRecord['id']) as BoardRecord | undefined
    const before = this.#shadow.get(id)
    if (!after) {
      this.#shadow.delete(id)
      deleteRecord(this.#records, id)
      return
    }
    if (before) {
      // Somebody deleted it meanwhile, and a deletion wins: it leaves the store with the next frame.
      if (!updateRecord(this.#records, before, after, this.#text.writerFor(before))) this.#expect(id)
    } else {
      const present = readRecord(this.#records, id)
      if (present) updateRecord(this.#records, present, after, this.#options.writeText)
      else createRecord(this.#records, after)
    }
    this.#shadow.set(id, after)
  }

  readonly #observe = (events: Events, transaction: Y.Transaction): void => {
    if (transaction.origin === this.origin) return
    const ids = changedRecordIds(events)
    if (transaction.local) this.#noteStepBack(ids, transaction)
    for (const id of ids) this.#expect(id)
    const editing = this.#text.id
    // At once, not with the next frame: a key pressed in between would be compared with a text that lacks this.
    if (editing !== null && ids.has(editing)) this.#receiveText(editing)
  }

  /** Undo writes into the document itself. */
  #noteStepBack(ids: ReadonlySet<string>, { beforeState, afterState, doc }: Y.Transaction): void {
    const [from, to] = [beforeState, afterState].map((state) => state.get(doc.clientID) ?? 0)
    const changes = [...ids].map((id) => ({ id, before: this.#shadow.get(id), after: readRecord(this.#records, id) }))
    this.#options.onWritten?.(changes, from ?? 0, to ?? 0)
  }

  readonly #keepPlace = (transaction: Y.Transaction): void => {
    if (transaction.origin !== this.origin) this.#text.keepPlace()
  }

  #receiveText(id: string): void {
    const known = this.#shadow.get(id)
    if (known?.props?.richText === undefined || this.#text.holdsBack(id)) return
    const richText = this.#text.show(id)
    if (richText !== undefined) this.#shadow.set(id, { ...known, props: { ...known.props, richText } })
    else this.receive()
  }

  /** My letters are composed: what others wrote in the same text meanwhile is shown. */
  releaseText(): void {
    this.flush()
    const { id } = this.#text
    if (id !== null && this.#incoming.has(id)) this.#receiveText(id)
    this.receive()
  }

  #merge(): void {
    if (this.#incoming.size === 0) return
    const ids = new Set(this.#incoming)
    this.#incoming.clear()
    const { heldId } = this.#text
    if (heldId !== null && ids.delete(heldId)) this.#incoming.add(heldId)
    this.#text.caughtUp(ids)
    const change = this.#view.compose(ids)
    for (const id of change.remove) this.#shadow.delete(id)
    for (const record of change.agreed) this.#shadow.set(record.id, record as unknown as BoardRecord)
    try {
      this.#mergeIntoStore(change.remove, change.put)
    } catch {
      this.#mergeOneByOne(change)
    }
  }

  /** One record that the store refuses takes the whole batch back: find it, and show the others. */
  #mergeOneByOne({ remove, put }: ViewChange): void {
    this.#mergeIntoStore(remove, [])
    for (const record of put) {
      try {
        this.#mergeIntoStore([], [record])
      } catch (error) {
        this.#shadow.delete(record.id)
        this.#view.refuse(record.id, error)
      }
    }
  }

  #mergeIntoStore(remove: TLRecord['id'][], put: TLRecord[]): void {
    const { store } = this.#options
    // Side effects of what others did count as the user's for tldraw; everybody has them, nobody sends them.
    this.#merging = true
    try {
      store.mergeRemoteChanges(() => {
        if (remove.length > 0) store.remove(remove)
        if (put.length > 0) store.put(put)
      })
      store._flushHistory()
    } finally {
      this.#merging = false
    }
  }
}
