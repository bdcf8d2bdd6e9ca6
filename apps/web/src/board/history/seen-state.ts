import { RECORDS_ROOT } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'

/** Parts of a record that nobody sees: what was measured, and what lies above what. */
const UNSEEN = new Set(['p.growY', 'p.fontSizeAdjustment', 'index'])

const NOBODY: ReadonlySet<number> = new Set()

/** What of a document somebody has seen: the clocks of all who wrote, and what was deleted. No words. */
export function encodeSeen(doc: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(doc))
}

/** Ids of the shapes that are others since; what came and went meanwhile is none. */
export type Since = { added: string[]; changed: string[]; removed: string[] }

/**
 * What happened to a document since it was seen, told from the document alone: every part of it says who wrote it and
 * when by their clock.
 * @param own clients of the document that wrote since and that were this device: what they put there is no news
 * @throws when the bytes are not of `encodeSeen`
 */
export function changedSince(doc: Y.Doc, seen: Uint8Array, own: ReadonlySet<number> = NOBODY): Since {
  const { ds, sv } = Y.decodeSnapshot(seen)
  const isNew = ({ id, length }: Y.Item): boolean => id.clock + length > (sv.get(id.client) ?? 0) && !own.has(id.client)
  const wasThere = (item: Y.Item): boolean => item.id.clock < (sv.get(item.id.client) ?? 0) && !Y.isDeleted(ds, item.id)
  const since: Since = { added: [], changed: [], removed: [] }

  /** Was anything put into this text, or taken out of it? */
  const isTextOther = (type: Y.AbstractType<unknown>): boolean => {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted ? isGoneSince(item) : isNew(item)) return true
      const inner = typeOf(item)
      if (!item.deleted && inner !== undefined && isTextOther(inner)) return true
    }
    return false
  }
  const isGoneSince = (item: Y.Item): boolean => {
    for (let clock = item.id.clock; clock < item.id.clock + item.length; clock++) {
      if (clock >= (sv.get(item.id.client) ?? 0)) return false
      if (!Y.isDeleted(ds, Y.createID(item.id.client, clock))) return true
    }
    return false
  }
  const isEntryOther = (entry: Y.AbstractType<unknown>): boolean => {
    for (const [key, item] of entry._map) {
      if (UNSEEN.has(key)) continue
      if (isNew(item)) return true
      const inner = typeOf(item)
      if (inner !== undefined && isTextOther(inner)) return true
    }
    return false
  }

  for (const [id, item] of doc.getMap(RECORDS_ROOT)._map) {
    if (!id.startsWith('shape:')) continue
    let before: Y.Item | null = item
    while (before !== null && !wasThere(before)) before = before.left
    if (item.deleted) {
      if (before !== null) since.removed.push(id)
    } else if (before === null) {
      if (isNew(item)) since.added.push(id)
    } else {
      const entry = typeOf(item)
      if (before !== item || (entry !== undefined && isEntryOther(entry))) since.changed.push(id)
    }
  }
  return since
}

function typeOf({ content }: Y.Item): Y.AbstractType<unknown> | undefined {
  const { type } = content as { type?: unknown }
  return type instanceof Y.AbstractType ? type : undefined
}
