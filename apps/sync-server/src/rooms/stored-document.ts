import * as Y from 'yjs'
import type { StoredDoc } from './doc-store.ts'

/**
 * Works on the document that the stored updates make up, and destroys it. The updates are applied, never merged as
 * bytes: merging a long journal takes minutes, applying it less than a second.
 */
export function withDocument<T>(stored: Pick<StoredDoc, 'payloads'>, use: (doc: Y.Doc) => T): T {
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
