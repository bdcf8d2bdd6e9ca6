import * as Y from 'yjs'

/**
 * Where structs lie, in terms of the record layout (decision 0001). `shared/board-doc` reads and writes whole
 * documents; this judges structs that are in none yet.
 */
export type Container = {
  /**
   * `records` is the root map, `record` the map of one record, then its rich text. `foreign` is no place of the layout.
   * What lies in `garbage` vanishes, because its parent is deleted; of `unknown` the document knows nothing yet.
   */
  readonly level: 'records' | 'record' | 'fragment' | 'element' | 'text' | 'foreign' | 'garbage' | 'unknown'
  /** Key in the root map of the record that it belongs to; undefined for the root map and for what is in no record. */
  readonly record: string | undefined
  /** Levels of rich text down to here. */
  readonly depth: number
}

export const RECORDS: Container = { level: 'records', record: undefined, depth: 0 }
export const FOREIGN: Container = { level: 'foreign', record: undefined, depth: 0 }
export const GARBAGE: Container = { level: 'garbage', record: undefined, depth: 0 }
export const UNKNOWN: Container = { level: 'unknown', record: undefined, depth: 0 }

/** A Y type of any kind. */
type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>

const RECORDS_ROOT = 'records'

/** The container that a root name stands for. */
export function rootContainer(name: string): Container {
  return name === RECORDS_ROOT ? RECORDS : FOREIGN
}

/** The root map of records, without making one where there is none. */
export function recordsRoot(doc: Y.Doc): AnyType | undefined {
  return doc.share.get(RECORDS_ROOT)
}

/** What a type is as a container when it lies in `outer` below `key`; `foreign` when the layout has no such thing there. */
export function innerContainer(outer: Container, key: string | null, type: AnyType): Container {
  if (outer.level === 'garbage') return GARBAGE
  const record = outer.level === 'records' ? (key ?? undefined) : outer.record
  const level = innerLevel(outer.level, key, type)
  return { level, record, depth: level === 'element' || level === 'text' ? outer.depth + 1 : 0 }
}

function innerLevel(outer: Container['level'], key: string | null, type: AnyType): Container['level'] {
  switch (outer) {
    case 'records':
      return key !== null && type.constructor === Y.Map ? 'record' : 'foreign'
    case 'record':
      return key === 't' && type.constructor === Y.XmlFragment ? 'fragment' : 'foreign'
    case 'fragment':
    case 'element':
      return key === null ? textLevel(type) : 'foreign'
    case 'unknown':
      if (type.constructor === Y.Map) return 'record'
      return type.constructor === Y.XmlFragment ? 'fragment' : textLevel(type)
    default:
      return 'foreign'
  }
}

function textLevel(type: AnyType): Container['level'] {
  if (type.constructor === Y.XmlElement) return 'element'
  return type.constructor === Y.XmlText ? 'text' : 'foreign'
}

/** Types never move: what a type of a document is, it stays. */
const known = new WeakMap<AnyType, Container>()

/** What a type of a document is. Never recursive: documents of old may be nested deeper than the stack. */
export function containerInDoc(doc: Y.Doc, type: AnyType): Container {
  let container = known.get(type)
  if (container !== undefined) return container
  const below: AnyType[] = []
  let at = type
  while (container === undefined) {
    const item = at._item
    if (item === null) {
      container = at === recordsRoot(doc) ? RECORDS : FOREIGN
      break
    }
    below.push(at)
    at = item.parent as AnyType
    container = known.get(at)
  }
  for (const inner of below.reverse()) {
    container = innerContainer(container, inner._item?.parentSub ?? null, inner)
    known.set(inner, container)
  }
  return container
}
