import {
  type BoardRecord,
  createRecord,
  type RecordMap,
  readAllRecords,
  readRecord,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import { groupBy } from '@samtavle/shared/group-by'
import { cutOfCircle } from '@samtavle/shared/parent-circle'
import type { RecordRefusal } from '@samtavle/shared/record-limits'
import { checkRecord } from '@samtavle/shared/record-schema'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { recordsRoot } from './board-container.ts'
import type { WriterRoom } from './pending-update.ts'
import type { Room } from './room.ts'
import type { RoomDeps } from './room-deps.ts'
import type { RoomDocument } from './room-document.ts'

export const REPAIR = {
  /** So long after a change, in milliseconds, the records that were changed are looked at. */
  afterMs: 1_000,
  /** How long one look may take, and after how long it goes on, in milliseconds. */
  sliceMs: 8,
  goOnMs: 20,
  /** A record that is only too large, up to this length as JSON, stays: two people's texts may have come together. */
  keptLength: 64 * 1024,
} as const

/** A Y type of any kind. */
type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** What repairs need of their room. */
type RepairedRoom = WriterRoom & Pick<Room, 'edit'>

export type RecordRepairDeps = Pick<RoomDeps, 'clock' | 'log' | 'metrics' | 'writer'> & {
  document: RoomDocument
  /** Stores and shows an update of the server's own. */
  apply: (update: Uint8Array) => Promise<unknown>
}

/**
 * Takes out what would break a canvas (threats table, SEC-31). Browsers check what they write and do not show what is
 * invalid, so this is met by no honest client; whoever else writes can keep a record for a second. Circles of parents,
 * which two honest people make together, are cut where browsers cut them in view, and the document's own record and its
 * last page come back.
 */
export class RecordRepair {
  readonly #room: RepairedRoom
  readonly #deps: RecordRepairDeps
  #changed = new Set<string>()
  /** The records without which a board has no canvas, as they were last. */
  readonly #essential = new Map<string, BoardRecord>()
  #cancel: (() => void) | null = null

  constructor(room: RepairedRoom, deps: RecordRepairDeps) {
    this.#room = room
    this.#deps = deps
  }

  /** Notes what changes in a document from now on. */
  watch(doc: Y.Doc): void {
    const records = recordMapOf(doc)
    for (const id of records.keys()) if (isEssential(id)) this.#remember(records, id)
    const root = recordsRoot(doc)
    doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
      for (const [type, keys] of changed) this.#note(root, type, keys)
    })
  }

  destroy(): void {
    this.#cancel?.()
  }

  #note(root: AnyType | undefined, type: AnyType, keys: ReadonlySet<string | null>): void {
    if (type === root) {
      for (const key of keys) if (key !== null) this.#changed.add(key)
    } else {
      const id = recordOf(root, type)
      if (id !== undefined) this.#changed.add(id)
    }
    if (this.#changed.size > 0) this.#lookAfter(REPAIR.afterMs)
  }

  #lookAfter(ms: number): void {
    this.#cancel ??= this.#deps.clock.after(ms, () => {
      this.#cancel = null
      // Repairs wait while nothing can be stored.
      if (this.#deps.writer.stateOf(this.#room) === 'healthy') this.#look()
      else this.#lookAfter(REPAIR.afterMs)
    })
  }

  #look(): void {
    const records = recordMapOf(this.#deps.document.doc)
    const until = performance.now() + REPAIR.sliceMs
    const bad: string[] = []
    const circles = new Set<string>()
    for (const id of this.#changed) {
      this.#changed.delete(id)
      const record = readRecord(records, id)
      // What is no record at all is shown by nobody.
      if (record === undefined) continue
      const reason = refusalOf(record, id)
      if (reason !== undefined) {
        bad.push(id)
        this.#deps.metrics.recordRemoved()
        this.#deps.log.warn({ boardId: this.#room.boardId, reason }, 'a record that no canvas can show was taken out')
      } else if (isEssential(id)) this.#essential.set(id, record)
      else if (record.typeName === 'shape') {
        const cut = cutOfCircle(id, (shape) => parentOf(records, shape))
        if (cut !== undefined) circles.add(cut)
      }
      if (performance.now() > until) break
    }
    if (bad.length > 0) void this.#deps.apply(deletionOf(records, bad))
    const missing = this.#missing(records, new Set(bad))
    if (missing.length > 0 || circles.size > 0) void this.#room.edit(null, (doc) => mend(doc, missing, circles))
    if (this.#changed.size > 0) this.#lookAfter(REPAIR.goOnMs)
  }

  /** What of the essential records has to come back. */
  #missing(records: RecordMap, bad: ReadonlySet<string>): BoardRecord[] {
    const essential = [...this.#essential.values()]
    const isThere = ({ id }: BoardRecord) => records.has(id) && !bad.has(id)
    const documents = essential.filter(({ typeName, id }) => typeName === 'document' && !isThere({ id, typeName }))
    const pages = essential.filter(({ typeName }) => typeName === 'page')
    const [page] = pages.some(isThere) ? [] : pages
    return page === undefined ? documents : [...documents, page]
  }

  #remember(records: RecordMap, id: string): void {
    const record = readRecord(records, id)
    if (record !== undefined && checkRecord(record, id).ok) this.#essential.set(id, record)
  }
}

const parentOf = (records: RecordMap, id: string): string | undefined => {
  const parent = readRecord(records, id)?.parentId
  return typeof parent === 'string' ? parent : undefined
}

const isEssential = (id: string): boolean => id.startsWith('document:') || id.startsWith('page:')

/** Why a record must go; undefined for one that may stay. */
function refusalOf(record: BoardRecord, id: string): RecordRefusal | undefined {
  const check = checkRecord(record, id)
  if (check.ok) return undefined
  const isKept = check.reason === 'too-large' && JSON.stringify(record).length <= REPAIR.keptLength
  return isKept ? undefined : check.reason
}

/** The record that a type lies in, however deep. */
function recordOf(root: AnyType | undefined, type: AnyType): string | undefined {
  let at: Y.Item | null = type._item
  while (at !== null) {
    if (at.parent === root) return at.parentSub ?? undefined
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return undefined
}

/**
 * The deletion of records as an update: what hangs below them goes with them. Made without a copy of the document,
 * because whoever writes bad records may write many.
 */
function deletionOf(records: RecordMap, ids: readonly string[]): Uint8Array {
  const items = ids.flatMap((id) => records._map.get(id) ?? [])
  const byClient = groupBy(items, ({ id }) => id.client)
  const encoder = encoding.createEncoder()
  // No structs, then ranges of clocks by client.
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own.length)
    for (const { id, length } of own) {
      encoding.writeVarUint(encoder, id.clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** Puts back what is missing, and the cut ends of circles on the first page. */
function mend(doc: Y.Doc, missing: readonly BoardRecord[], circles: ReadonlySet<string>): void {
  const records = recordMapOf(doc)
  for (const record of missing) if (!records.has(record.id)) createRecord(records, record)
  const page = firstPage(doc)
  for (const id of circles) {
    const before = readRecord(records, id)
    if (before !== undefined && page !== undefined) updateRecord(records, before, { ...before, parentId: page })
  }
}

/** The page that browsers show shapes on which have no place of their own. */
function firstPage(doc: Y.Doc): string | undefined {
  const pages = readAllRecords(doc).filter(({ typeName }) => typeName === 'page')
  const orderOf = ({ index, id }: BoardRecord) => `${String(index)} ${id}`
  return pages.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))[0]?.id
}
