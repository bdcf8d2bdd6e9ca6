import * as Y from 'yjs'
import { type RichText, readRichText, writeRichText } from './rich-text-doc.ts'
import { updateRichText } from './rich-text-update.ts'

/**
 * How a board's records lie in its Yjs document. No other file knows (decision 0001).
 *
 * `doc.getMap('records')`: record id → Y.Map with
 * - `_`  the record as JSON at its creation, without rich text; never rewritten
 * - `xy` `[x, y]` or `[x, y, parentId]`: one atomic place, so that a merge never mixes one person's x, or one person's
 *   parent, with another's; the parent is left out while it is the one in `_`
 * - `<key>`, `p.<prop>`, `m.<key>` top-level values, props and meta that have changed since
 * - `t`  Y.XmlFragment for `props.richText`
 *
 * A value of `undefined` marks an optional key that was taken away. Deleting the entry beats every edit of it.
 */
export type BoardRecord = {
  id: string
  typeName: string
  props?: Record<string, unknown>
  meta?: Record<string, unknown>
} & Record<string, unknown>

type Entry = Y.Map<unknown>
export type RecordMap = Y.Map<Entry>

/** Name of the map of records in a document, for who only counts them. */
export const RECORDS_ROOT = 'records'

/** The board's records in a document. */
export function recordMapOf(doc: Y.Doc): RecordMap {
  return doc.getMap(RECORDS_ROOT)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True for two equal JSON values; keys that hold `undefined` count as absent. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => jsonEqual(item, b[i]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const key of keys) if (!jsonEqual(a[key], b[key])) return false
  return true
}

/** Reads one record, or undefined when there is none or its entry is not of this layout. Always a fresh object. */
export function readRecord(records: RecordMap, id: string): BoardRecord | undefined {
  const entry: unknown = records.get(id)
  if (!(entry instanceof Y.Map)) return undefined
  const base: unknown = entry.get('_')
  if (!isObject(base)) return undefined
  const record: Record<string, unknown> = { ...base }
  const props = isObject(base.props) ? { ...base.props } : undefined
  const meta = isObject(base.meta) ? { ...base.meta } : undefined
  for (const [key, value] of entry.entries()) {
    if (key === '_') continue
    if (key === 't') {
      if (value instanceof Y.XmlFragment && props) props.richText = readRichText(value)
    } else if (key === 'xy') {
      readPlace(record, value)
    } else if (key.startsWith('p.')) {
      if (props) setOrDelete(props, key.slice(2), value)
    } else if (key.startsWith('m.')) {
      if (meta) setOrDelete(meta, key.slice(2), value)
    } else {
      setOrDelete(record, key, value)
    }
  }
  if (props) record.props = props
  if (meta) record.meta = meta
  return record as BoardRecord
}

function readPlace(record: Record<string, unknown>, value: unknown): void {
  if (!Array.isArray(value)) return
  record.x = value[0]
  record.y = value[1]
  if (value.length > 2) record.parentId = value[2]
}

/** Names by which code reaches the prototype of an object: no record has such a key. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function setOrDelete(target: Record<string, unknown>, key: string, value: unknown): void {
  if (UNSAFE_KEYS.has(key)) return
  if (value === undefined) delete target[key]
  else target[key] = value
}

/** What one key of a record's meta or props holds, as `readRecord` would say it, without reading the rest. */
export function readValue(records: RecordMap, id: string, part: 'meta' | 'props', key: string): unknown {
  const entry: unknown = records.get(id)
  const base: unknown = entry instanceof Y.Map ? entry.get('_') : undefined
  if (!(entry instanceof Y.Map) || !isObject(base)) return undefined
  const own = base[part]
  if (isObject(own)) {
    const override = `${part === 'meta' ? 'm' : 'p'}.${key}`
    return entry.has(override) ? entry.get(override) : own[key]
  }
  // Where the record began without the part, a value of that name stands for all of it.
  const whole: unknown = entry.get(part)
  return isObject(whole) ? whole[key] : undefined
}

/** What one of a record's own keys holds, its parent too, without reading the rest. */
export function readOwnValue(records: RecordMap, id: string, key: string): unknown {
  const entry: unknown = records.get(id)
  const base: unknown = entry instanceof Y.Map ? entry.get('_') : undefined
  if (!(entry instanceof Y.Map) || !isObject(base)) return undefined
  const place: unknown = key === 'parentId' ? entry.get('xy') : undefined
  if (Array.isArray(place) && place.length > 2) return place[2]
  return entry.has(key) ? entry.get(key) : base[key]
}

/** Every readable record of a document. */
export function readAllRecords(doc: Y.Doc): BoardRecord[] {
  const records = recordMapOf(doc)
  const result: BoardRecord[] = []
  for (const id of records.keys()) {
    const record = readRecord(records, id)
    if (record) result.push(record)
  }
  return result
}

/** Brings an existing fragment to a document's content; `caret` is where its author stands, as ProseMirror counts. */
export type RichTextWriter = (fragment: Y.XmlFragment, richText: RichText, caret?: number) => void

/** Adds a record that the document does not hold; one that it holds is replaced whole. Call inside a transaction. */
export function createRecord(records: RecordMap, record: BoardRecord): void {
  const entry = new Y.Map<unknown>()
  const richText = record.props?.richText
  if (isRichText(richText)) {
    const { richText: _, ...props } = record.props ?? {}
    entry.set('_', { ...record, props })
    const fragment = new Y.XmlFragment()
    entry.set('t', fragment)
    records.set(record.id, entry)
    writeRichText(fragment, richText)
  } else {
    entry.set('_', record)
    records.set(record.id, entry)
  }
}

function isRichText(value: unknown): value is RichText {
  return isObject(value) && Array.isArray(value.content)
}

/**
 * Writes what differs between two states of one record, property by property, and nothing else. Call inside a
 * transaction. Returns false, having written nothing, when the document does not hold the record: somebody deleted it,
 * and a deletion wins.
 */
export function updateRecord(
  records: RecordMap,
  before: BoardRecord,
  after: BoardRecord,
  writeText: RichTextWriter = updateRichText,
): boolean {
  const entry: unknown = records.get(after.id)
  if (!(entry instanceof Y.Map)) return false
  if (before.x !== after.x || before.y !== after.y || before.parentId !== after.parentId) writePlace(entry, after)
  for (const key of unionOfKeys(before, after)) {
    if (key === 'x' || key === 'y' || key === 'props' || key === 'meta') continue
    if (key === 'parentId' && 'x' in after) continue
    if (!jsonEqual(before[key], after[key])) entry.set(key, after[key])
  }
  for (const key of unionOfKeys(before.props, after.props)) {
    if (key === 'richText') writeTextIfChanged(entry, before, after, writeText)
    else if (!jsonEqual(before.props?.[key], after.props?.[key])) entry.set(`p.${key}`, after.props?.[key])
  }
  for (const key of unionOfKeys(before.meta, after.meta)) {
    if (!jsonEqual(before.meta?.[key], after.meta?.[key])) entry.set(`m.${key}`, after.meta?.[key])
  }
  return true
}

function unionOfKeys(a: object | undefined, b: object | undefined): Set<string> {
  return new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])
}

function writePlace(entry: Entry, record: BoardRecord): void {
  const base = entry.get('_')
  const baseParent = isObject(base) ? base.parentId : undefined
  entry.set('xy', record.parentId === baseParent ? [record.x, record.y] : [record.x, record.y, record.parentId])
}

function writeTextIfChanged(entry: Entry, before: BoardRecord, after: BoardRecord, writeText: RichTextWriter): void {
  const richText = after.props?.richText
  if (!isRichText(richText) || jsonEqual(before.props?.richText, richText)) return
  const fragment = entry.get('t')
  if (fragment instanceof Y.XmlFragment) {
    writeText(fragment, richText)
    return
  }
  const fresh = new Y.XmlFragment()
  entry.set('t', fresh)
  writeRichText(fresh, richText)
}

/** The fragment that holds a record's rich text, for binding an editor to it. */
export function richTextFragmentOf(records: RecordMap, id: string): Y.XmlFragment | undefined {
  const entry: unknown = records.get(id)
  const fragment = entry instanceof Y.Map ? entry.get('t') : undefined
  return fragment instanceof Y.XmlFragment ? fragment : undefined
}

/** Takes a record out. Call inside a transaction. */
export function deleteRecord(records: RecordMap, id: string): void {
  records.delete(id)
}

/**
 * Brings the records to what they were in another state of the board: what was not there then is taken out, and what
 * differs is written, property by property. Call inside a transaction, and again until it says `done`.
 * @param budget how many UTF-16 units of records one call may write; it writes one record at least
 * @param present the records as they were just read: what the target holds of them as it is needs no second look
 */
export function restoreRecords(
  records: RecordMap,
  target: ReadonlyMap<string, BoardRecord>,
  budget: number = Number.POSITIVE_INFINITY,
  present: ReadonlyMap<string, BoardRecord> = new Map(),
): { done: boolean; written: number; removed: number } {
  // First, so that a full board has room for what comes back.
  const extra = [...records.keys()].filter((id) => !target.has(id))
  for (const id of extra) deleteRecord(records, id)
  const removed = extra.length
  let spent = 0
  let written = 0
  for (const [id, after] of target) {
    if (present.get(id) === after) continue
    const before = readRecord(records, id)
    if (before !== undefined && jsonEqual(before, after)) continue
    if (spent >= budget) return { done: false, written, removed }
    // Where the parts do not add up to what was there, the record is written whole.
    if (before === undefined || !updateRecord(records, before, after) || !jsonEqual(readRecord(records, id), after)) {
      createRecord(records, after)
    }
    written += 1
    spent += JSON.stringify(after).length
  }
  return { done: true, written, removed }
}

/** Ids of the records that a transaction touched, from `records.observeDeep`. */
export function changedRecordIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const id = event.path[0]
    if (typeof id === 'string') ids.add(id)
    else for (const key of event.changes.keys.keys()) ids.add(key)
  }
  return ids
}

/** A new board's document as one update: what the server stores in the statement that creates the board. */
export function encodeSeed(records: readonly BoardRecord[]): Uint8Array {
  const doc = new Y.Doc()
  const map = recordMapOf(doc)
  doc.transact(() => {
    for (const record of records) createRecord(map, record)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
