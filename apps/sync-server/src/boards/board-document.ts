import { encodeSeed, readAllRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import * as Y from 'yjs'
import type { StoredDoc } from '../rooms/doc-store.ts'

/** Largest payload of one journal row, in bytes, as the schema's CHECK says. */
export const SEED_BYTES_MAX = 8 * 1024 * 1024

/**
 * Works on the document that the stored updates make up, and destroys it. The updates are applied, never merged as
 * bytes: merging a long journal takes minutes, applying it less than a second.
 */
export function withDocument<T>(stored: StoredDoc, use: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const payload of stored.payloads) Y.applyUpdate(doc, payload)
    })
    return use(doc)
  } finally {
    doc.destroy()
  }
}

/** All of a stored document as one update. */
export function encodeStored(stored: StoredDoc): Uint8Array {
  const [only] = stored.payloads
  if (only !== undefined && stored.payloads.length === 1) return only
  return withDocument(stored, (doc) => Y.encodeStateAsUpdate(doc))
}

/**
 * The first update of a copy. One whose history makes it too large for a journal row is written anew from its records.
 * @throws AppError `too_large` when even that does not fit.
 */
export function encodeCopy(stored: StoredDoc): Uint8Array {
  const seed = withDocument(stored, (doc) => {
    const state = Y.encodeStateAsUpdate(doc)
    return state.byteLength <= SEED_BYTES_MAX ? state : encodeSeed(readAllRecords(doc))
  })
  if (seed.byteLength > SEED_BYTES_MAX) throw new AppError('too_large', 'the board is too large to be copied')
  return seed
}
