import * as Y from 'yjs'
import type { DocStore } from '../src/rooms/doc-store.ts'
import type { BoardEditing } from '../src/versions/version-service.ts'

/** The document that is stored of a board. The caller destroys it. */
export async function loadDocument(store: DocStore, boardId: string): Promise<Y.Doc> {
  const stored = await store.load(boardId)
  if (stored === undefined) throw new Error('there is no such board')
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const payload of stored.payloads) Y.applyUpdate(doc, payload)
  })
  return doc
}

const NOBODY_WRITES: ReadonlySet<string> = new Set()

/** Edits a stored board as the rooms do for the server: one transaction, one row of the journal. */
export function createStoredEdits(store: DocStore): BoardEditing['edit'] {
  return async (boardId, actorId, change) => {
    const stored = await store.load(boardId)
    if (stored === undefined) return 'noSuchBoard'
    const doc = await loadDocument(store, boardId)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.transact(() => change(doc, NOBODY_WRITES))
    doc.destroy()
    const { generation } = stored
    await store.append(updates.map((payload) => ({ boardId, generation, actorId, payload })))
    return 'committed'
  }
}
