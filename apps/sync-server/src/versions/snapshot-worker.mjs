// Builds the stored forms of a board in a thread of its own, so that no socket waits for it. Plain JavaScript, because a
// worker thread starts from a file and the tests run from the sources.
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'

/** Rounds of leaving out rows that cannot be applied, and of applying the others anew. */
const ROUNDS_MAX = 5

/**
 * One document from a snapshot and the journal rows behind it, verified: what the bytes say when they are read again is
 * what the document says. Rows are applied, never merged as bytes, which takes minutes for a long journal.
 *
 * A row that Yjs throws at, or that builds on something that is not there, is left to the journal: `seqs` are the others.
 *
 * @param {Uint8Array | null} previous
 * @param {Uint8Array} rows framed as `SnapshotSource` says
 * @param {string} root name of the map of records, which are counted
 * @throws when the document and its bytes differ, or the rows make no sense
 */
export function buildSnapshot(previous, rows, root) {
  const all = [...framesOf(rows)]
  const unfit = new Set()
  let doc
  for (let round = 0; doc === undefined; round++) {
    if (round === ROUNDS_MAX) throw new Error('the rows cannot be applied')
    doc = applyAll(previous, all, unfit)
  }
  const { store } = doc
  if (store.pendingStructs !== null || store.pendingDs !== null) {
    for (const row of all) if (!unfit.has(row) && !isIntegrated(store, row.payload)) unfit.add(row)
    store.pendingStructs = null
    store.pendingDs = null
  }
  const payload = Y.encodeStateAsUpdate(doc)
  assertSame(doc, payload)
  return {
    payload,
    sha256: createHash('sha256').update(payload).digest(),
    stateVector: Y.encodeStateVector(doc),
    seqs: BigInt64Array.from(all.filter((row) => !unfit.has(row)).map((row) => row.seq)),
    records: doc.getMap(root).size,
  }
}

function* framesOf(rows) {
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength)
  for (let at = 0; at < rows.byteLength; ) {
    const end = at + 12 + view.getUint32(at + 8)
    if (end > rows.byteLength) throw new Error('a row is cut short')
    yield { seq: view.getBigInt64(at), payload: rows.subarray(at + 12, end) }
    at = end
  }
}

/** The document of all rows that fit; undefined when one more was found that does not: it may have left half of itself. */
function applyAll(previous, rows, unfit) {
  const doc = new Y.Doc()
  const before = unfit.size
  doc.transact(() => {
    if (previous !== null) Y.applyUpdate(doc, previous)
    for (const row of rows) {
      if (unfit.has(row)) continue
      try {
        Y.applyUpdate(doc, row.payload)
      } catch {
        unfit.add(row)
      }
    }
  })
  return unfit.size === before ? doc : undefined
}

/** Is all that the update says in the document? */
function isIntegrated(store, update) {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    if (!(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(store, struct.id.client))
      return false
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (len === 0) continue
      if (clock + len > Y.getState(store, client)) return false
      const own = store.clients.get(client)
      for (let i = Y.findIndexSS(own, clock); i < own.length && own[i].id.clock < clock + len; i++) {
        if (!own[i].deleted) return false
      }
    }
  }
  return true
}

/** @throws when the bytes do not say what the document says: the same clocks of everybody, and the same deletions */
export function assertSame(doc, payload) {
  const again = new Y.Doc()
  Y.applyUpdate(again, payload)
  const { pendingStructs, pendingDs } = again.store
  if (pendingStructs !== null || pendingDs !== null) throw new Error('the snapshot lacks what it builds on')
  if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))) throw new Error('the snapshot is not the document')
}

if (parentPort !== null) {
  const port = parentPort
  port.on('message', ({ id, previous, rows, root, zipped }) => {
    try {
      const built = buildSnapshot(previous, rows, root)
      const bytes = built.payload.byteLength
      const payload = zipped ? gzipSync(built.payload) : built.payload
      const message = { id, built: { ...built, payload, bytes } }
      // A small one may lie in memory that Node shares out; only what has its own is handed over.
      const whole = payload.byteOffset === 0 && payload.buffer.byteLength === payload.byteLength
      port.postMessage(message, whole && bytes > 65_536 ? [payload.buffer, built.seqs.buffer] : [])
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}
