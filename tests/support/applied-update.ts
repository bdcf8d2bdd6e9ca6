import * as Y from 'yjs'
import type { DecodedUpdate } from '../../apps/sync-server/src/rooms/update-guard.ts'
import { changedRecordIds, recordMapOf } from '../../packages/shared/src/board-doc.ts'

/** What applying an update did: the records that became different, and how all of them read before and after. */
export type Applied = { ids: Set<string>; before: Map<string, string>; after: Map<string, string> }

/** Every record as it reads, so that a change that no event tells of is seen too. */
function contents(doc: Y.Doc): Map<string, string> {
  const result = new Map<string, string>()
  for (const [id, entry] of recordMapOf(doc).entries()) {
    result.set(id, entry instanceof Y.AbstractType ? JSON.stringify(entry.toJSON()) : JSON.stringify(entry))
  }
  return result
}

/** What applying does, told by what becomes different. Yjs may throw halfway; what it did by then counts. */
export function apply(doc: Y.Doc, update: Uint8Array): Applied {
  const ids = new Set<string>()
  const records = recordMapOf(doc)
  const before = contents(doc)
  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const id of changedRecordIds(events)) ids.add(id)
  }
  records.observeDeep(observe)
  try {
    Y.applyUpdate(doc, update)
  } catch {
    // Forged; the guard must have known.
  }
  records.unobserveDeep(observe)
  const after = contents(doc)
  for (const id of new Set([...before.keys(), ...after.keys()])) if (before.get(id) !== after.get(id)) ids.add(id)
  return { ids, before, after }
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Records of the structs that an update brings or deletes, found in a document that collects nothing. */
export function concerned(kept: Y.Doc, marks: readonly Y.ID[]): Set<string> {
  const ids = new Set<string>()
  for (const mark of marks) {
    let item = Y.getItem(kept.store, mark)
    while (item.parent instanceof Y.AbstractType && item.parent._item !== null) item = item.parent._item
    if (item.parentSub !== null) ids.add(item.parentSub)
  }
  return ids
}

/** Every struct that is new to the document and every one that is alive there and deleted by the update. */
export function marksOf(doc: Y.Doc, { structs, ds }: DecodedUpdate): Y.ID[] {
  const marks: Y.ID[] = []
  for (const { id, length } of structs) {
    const end = id.clock + length
    if (end > Y.getState(doc.store, id.client)) marks.push(Y.createID(id.client, end - 1))
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = clock; at < clock + len; at++) {
        if (at >= Y.getState(doc.store, client) || !Y.getItem(doc.store, Y.createID(client, at)).deleted) {
          marks.push(Y.createID(client, at))
        }
      }
    }
  }
  return marks
}
