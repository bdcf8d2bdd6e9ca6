import * as Y from 'yjs'

/**
 * What an edit changes, as an update; null when it changes nothing. The edit works on a copy, in one transaction, so
 * that the document itself changes only by what is committed.
 * @param state the document as one update
 */
export function recordEdit(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array | null {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, state)
    let recorded: Uint8Array | null = null
    copy.on('update', (update: Uint8Array) => {
      recorded = update
    })
    copy.transact(() => change(copy))
    return recorded
  } finally {
    copy.destroy()
  }
}
