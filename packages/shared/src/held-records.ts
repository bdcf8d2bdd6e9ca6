import { RECORDS_ROOT, type RecordMap, readOwnValue, readValue, recordMapOf } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'
import { MARKING_KEYS } from './marking-values.ts'

const indices = new WeakMap<Y.Doc, HeldRecords>()
const NONE: ReadonlyMap<string, unknown> = new Map()
/** Of a held record, beside the marks: what says which picture it shows, and what it lies in. */
const PICTURE_KEYS: ReadonlySet<string> = new Set(['props', 'p.assetId'])
const PLACE_KEYS: ReadonlySet<string> = new Set(['xy', 'parentId'])

/**
 * The records of a document that participants leave alone: those with the fixed mark, what they lie in, the bindings
 * that begin at them, and the pictures that they show. Found once, and again only when one of them changes.
 */
export function heldRecords(doc: Y.Doc): Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'> {
  let index = indices.get(doc)
  if (index === undefined) {
    index = new HeldRecords(doc)
    indices.set(doc, index)
  }
  return index.held
}

/** The document's record and the pages: what a board begins with, and nobody changes who takes part. */
export const isBoardFrame = (id: string): boolean => id.startsWith('document:') || id.startsWith('page:')

class HeldRecords {
  readonly #doc: Y.Doc
  /** Each with its parent, which a move writes together with the place; null when it has to be found anew. */
  #held: ReadonlyMap<string, unknown> | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
      const root = doc.share.get(RECORDS_ROOT)
      if (root === undefined || this.#held === null) return
      for (const [type, keys] of changed) {
        if (this.#isTold(root, type, keys)) {
          this.#held = null
          return
        }
      }
    })
  }

  get held(): ReadonlyMap<string, unknown> {
    this.#held ??= this.#doc.share.has(RECORDS_ROOT) ? findHeld(recordMapOf(this.#doc)) : NONE
    return this.#held
  }

  /** Might a change of these keys of a type make other records held? */
  #isTold(root: unknown, type: unknown, keys: ReadonlySet<string | null>): boolean {
    const held = this.#held ?? NONE
    const records = recordMapOf(this.#doc)
    if (type === root) {
      return [...keys].some(
        (id) => id !== null && (held.has(id) || isFixed(records, id) || beginsIn(records, id, held)),
      )
    }
    const item = type instanceof Y.Map ? type._item : null
    if (item === null || item.parent !== root) return false
    const id = item.parentSub ?? ''
    const isHeld = held.has(id)
    for (const key of keys) {
      if (key === null || MARKING_KEYS.has(key)) return true
      if (!isHeld) continue
      if (PICTURE_KEYS.has(key)) return true
      if (PLACE_KEYS.has(key) && readOwnValue(records, id, 'parentId') !== held.get(id)) return true
    }
    return false
  }
}

const isFixed = (records: RecordMap, id: string): boolean => readValue(records, id, 'meta', 'fixed') === true

const isBinding = (id: string): boolean => id.startsWith('binding:')

function beginsIn(records: RecordMap, id: string, held: ReadonlyMap<string, unknown>): boolean {
  return isBinding(id) && held.has(String(readOwnValue(records, id, 'fromId')))
}

/** The same for the same records, in whatever order they came. */
function findHeld(records: RecordMap): ReadonlyMap<string, unknown> {
  const held = new Map<string, unknown>()
  const bindings: string[] = []
  const pictures: string[] = []
  for (const id of records.keys()) {
    if (isBinding(id)) bindings.push(id)
    if (!isFixed(records, id)) continue
    const picture = readValue(records, id, 'props', 'assetId')
    if (typeof picture === 'string') pictures.push(picture)
    // Ends at a page, at what is held already, and so in a circle too.
    for (let at: unknown = id; typeof at === 'string' && !at.startsWith('page:') && !held.has(at); ) {
      const parent = readOwnValue(records, at, 'parentId')
      held.set(at, parent)
      at = parent
    }
  }
  const tied = bindings.filter((id) => beginsIn(records, id, held))
  for (const id of [...pictures, ...tied]) if (!held.has(id)) held.set(id, readOwnValue(records, id, 'parentId'))
  return held
}
