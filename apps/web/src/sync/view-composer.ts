import type { BoardRecord } from '@samtavle/shared/board-doc'
import { jsonEqual } from '@samtavle/shared/board-doc'
import { cutOfCircle } from '@samtavle/shared/parent-circle'
import { sameRichText } from '@samtavle/shared/rich-text-doc'
import type { TLBinding, TLPageId, TLRecord, TLShape, TLStore } from '@tldraw/tlschema'

/** Called once for each record that this client cannot show; the sync goes on without it. */
export type Quarantine = (id: string, error: unknown) => void

type ComposerOptions = {
  store: TLStore
  read: (id: string) => BoardRecord | undefined
  validate: (record: unknown) => TLRecord
  quarantine: Quarantine
}

export type ViewChange = {
  put: TLRecord[]
  remove: TLRecord['id'][]
  /** The records that store and document have in common from now on, those that need no change included. */
  agreed: TLRecord[]
}

/** Deeper nesting than this is treated like a cycle; tldraw walks it recursively. */
const MAX_DEPTH = 64

/**
 * Turns records of the document into what the store may show. Documents merge without asking, so a shape may arrive
 * whose parent is gone, parents may form a circle, a binding may have lost an end, a record may be invalid. Nothing of
 * this is written back: every client would write its own repair. It is put right in the view only.
 */
export class ViewComposer {
  readonly #options: ComposerOptions
  /** Shown on the page because their parent is missing or a cycle; looked at again whenever shapes come or go. */
  readonly #adopted = new Set<string>()
  /** Bindings with a missing end: not in the store. */
  readonly #hidden = new Set<string>()
  readonly #quarantined = new Set<string>()

  constructor(options: ComposerOptions) {
    this.#options = options
  }

  /** What the store must take in after the records of these ids changed in the document. */
  compose(ids: ReadonlySet<string>): ViewChange {
    const fresh = new Map<string, TLRecord>()
    const gone = new Set<string>()
    const take = (id: string) => {
      const record = this.#readValid(id)
      if (record) fresh.set(id, record)
      else gone.add(id)
    }
    for (const id of ids) take(id)
    if ([...ids].some(isShapeId)) {
      for (const id of [...this.#adopted, ...this.#hidden]) if (!ids.has(id)) take(id)
      for (const id of this.#dependentsOf(gone)) if (!ids.has(id)) take(id)
    }
    for (const id of gone) {
      this.#adopted.delete(id)
      this.#hidden.delete(id)
    }

    const peek = (id: string): TLRecord | undefined =>
      gone.has(id) ? undefined : (fresh.get(id) ?? get(this.#options.store, id))
    this.#adopt(fresh, peek, take)
    this.#hideBindings(fresh, gone, peek)
    return this.#difference(fresh, gone)
  }

  /** The store refused a record that passed validation: it is left out like an invalid one. */
  refuse(id: string, error: unknown): void {
    this.#quarantined.add(id)
    this.#options.quarantine(id, error)
  }

  #readValid(id: string): TLRecord | undefined {
    const raw = this.#options.read(id)
    if (raw === undefined) {
      this.#quarantined.delete(id)
      return undefined
    }
    try {
      if (raw.id !== id) throw new Error(`record ${id} calls itself ${String(raw.id)}`)
      const record = this.#options.validate(raw)
      this.#quarantined.delete(id)
      return record
    } catch (error) {
      if (!this.#quarantined.has(id)) {
        this.#quarantined.add(id)
        this.#options.quarantine(id, error)
      }
      return undefined
    }
  }

  /** Records in the store that hang on a shape that goes: children, and bindings. */
  #dependentsOf(gone: ReadonlySet<string>): string[] {
    const shapes = [...gone].filter(isShapeId)
    if (shapes.length === 0) return []
    return this.#options.store
      .allRecords()
      .filter((record) =>
        record.typeName === 'shape'
          ? gone.has(record.parentId)
          : record.typeName === 'binding' && (gone.has(record.fromId) || gone.has(record.toId)),
      )
      .map((record) => record.id)
  }

  /**
   * Shapes without a place to be lie on the page. Who is put there follows from the document alone, whatever came in
   * first: everybody must see the same.
   * @param take adds a shape that nobody changed to `fresh`
   */
  #adopt(fresh: Map<string, TLRecord>, peek: (id: string) => TLRecord | undefined, take: (id: string) => void): void {
    // As the document has them: what is put on the page here still has its parent there.
    const parents = new Map<string, string>()
    const note = (id: string) => {
      const record = fresh.get(id)
      if (record?.typeName === 'shape') parents.set(id, record.parentId)
    }
    for (const id of fresh.keys()) note(id)
    const parentOf = (id: string): string | undefined => {
      const known = parents.get(id)
      if (known !== undefined) return known
      const record = peek(id)
      return record?.typeName === 'shape' ? record.parentId : undefined
    }
    for (const id of [...parents.keys()]) {
      const cut = cutOfCircle(id, parentOf)
      if (cut === undefined || fresh.has(cut)) continue
      take(cut)
      note(cut)
    }
    for (const [id, parent] of parents) {
      const isPlaced = peek(parent) !== undefined && cutOfCircle(id, parentOf) !== id && isShallow(id, parentOf)
      const page = isPlaced ? undefined : this.#firstPage(fresh)
      if (page === undefined) {
        if (isPlaced) this.#adopted.delete(id)
        continue
      }
      this.#adopted.add(id)
      fresh.set(id, { ...(fresh.get(id) as TLShape), parentId: page })
    }
  }

  #firstPage(fresh: ReadonlyMap<string, TLRecord>): TLPageId | undefined {
    const pages = [...fresh.values(), ...this.#options.store.allRecords()].filter(
      (record) => record.typeName === 'page',
    )
    pages.sort((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : a.id < b.id ? -1 : 1))
    return pages[0]?.id
  }

  #hideBindings(fresh: Map<string, TLRecord>, gone: Set<string>, peek: (id: string) => TLRecord | undefined): void {
    for (const [id, record] of fresh) {
      if (record.typeName !== 'binding') continue
      const binding: TLBinding = record
      if (peek(binding.fromId) && peek(binding.toId)) {
        this.#hidden.delete(id)
        continue
      }
      this.#hidden.add(id)
      fresh.delete(id)
      gone.add(id)
    }
  }

  #difference(fresh: ReadonlyMap<string, TLRecord>, gone: ReadonlySet<string>): ViewChange {
    const { store } = this.#options
    const change: ViewChange = { put: [], remove: [], agreed: [] }
    for (const id of gone) if (has(store, id)) change.remove.push(id as TLRecord['id'])
    for (const [id, record] of fresh) {
      const shown = get(store, id)
      const next = shown ? keepRichText(shown, record) : record
      if (!shown || !jsonEqual(shown, next)) change.put.push(next)
      change.agreed.push(next)
    }
    // Parents before children, shapes before bindings.
    change.put.sort((a, b) => rankOf(a) - rankOf(b))
    return change
  }
}

const RANKS: Record<string, number> = { document: 0, page: 1, asset: 2, shape: 3, binding: 4 }
const rankOf = (record: TLRecord): number => RANKS[record.typeName] ?? 5

function isShallow(id: string, parentOf: (id: string) => string | undefined): boolean {
  let at: string | undefined = id
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    if (at === undefined || !isShapeId(at)) return true
    at = parentOf(at)
  }
  // A circle is no depth: it is cut elsewhere.
  return cutOfCircle(id, parentOf) !== undefined
}

const isShapeId = (id: string): boolean => id.startsWith('shape:')
const get = (store: TLStore, id: string): TLRecord | undefined => store.unsafeGetWithoutCapture(id as TLRecord['id'])
const has = (store: TLStore, id: string): boolean => store.has(id as TLRecord['id'])

/** tldraw's text editor starts over when the text is another object, even an equal one, and the caret is lost. */
function keepRichText(shown: TLRecord, next: TLRecord): TLRecord {
  if (shown.typeName !== 'shape' || next.typeName !== 'shape') return next
  const [old, fresh] = [shown.props as { richText?: unknown }, next.props as { richText?: unknown }]
  if (old.richText === undefined || fresh.richText === undefined || !sameRichText(old.richText, fresh.richText)) {
    return next
  }
  return { ...next, props: { ...next.props, richText: old.richText } } as TLShape
}
