import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { assertSame, buildSnapshot } from './snapshot-worker.mjs'

const ROOT = 'records'

/** Rows in the form in which a store hands them out, numbered from 1. */
function frame(payloads: readonly Uint8Array[]): Uint8Array {
  const parts = payloads.flatMap((payload, i) => {
    const head = Buffer.alloc(12)
    head.writeBigInt64BE(BigInt(i + 1))
    head.writeUInt32BE(payload.byteLength, 8)
    return [head, payload]
  })
  return new Uint8Array(Buffer.concat(parts))
}

const build = (payloads: readonly Uint8Array[], previous: Uint8Array | null = null) =>
  buildSnapshot(previous, frame(payloads), ROOT)

function read(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const jsonOf = (doc: Y.Doc) => doc.getMap(ROOT).toJSON()

/** Updates of a document on which somebody wrote these words, one update each, and then took the first one away. */
function history(words: readonly string[], { deleting = false } = {}): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getMap(ROOT).set(word, { word })
  if (deleting) doc.getMap(ROOT).delete(words[0] ?? '')
  return { doc, updates }
}

test('V2: a snapshot says what its rows say, in whatever order they lie, with and without one before it', () => {
  const { doc, updates } = history(['a', 'b', 'c'], { deleting: true })
  for (const order of [updates, updates.toReversed(), [...updates, ...updates]]) {
    const built = build(order)
    expect(jsonOf(read(built.payload))).toEqual({ b: { word: 'b' }, c: { word: 'c' } })
    expect([...built.seqs]).toEqual(order.map((_, i) => BigInt(i + 1)))
    expect(built.records).toBe(2)
    expect(built.stateVector).toEqual(Y.encodeStateVector(doc))
  }
  const first = build(updates.slice(0, 2))
  expect(jsonOf(read(build(updates.slice(2), first.payload).payload))).toEqual(jsonOf(doc))
})

test('V2: what three people wrote at once comes out the same, however it is cut into snapshot and rows', () => {
  const edit = fc.record({ peer: fc.nat(2), key: fc.constantFrom('a', 'b', 'c'), value: fc.nat(9), sync: fc.boolean() })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), fc.nat(40), fc.infiniteStream(fc.nat()), (edits, cut, lots) => {
      const peers = [0, 1, 2].map((id) => Object.assign(new Y.Doc(), { clientID: id + 1 }))
      const updates: Uint8Array[] = []
      for (const doc of peers) {
        doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'sync' || updates.push(update)))
      }
      for (const { peer, key, value, sync } of edits) {
        const doc = peers[peer] as Y.Doc
        if (sync) for (const update of updates) Y.applyUpdate(doc, update, 'sync')
        if (value === 0) doc.getMap(ROOT).delete(key)
        else doc.getMap(ROOT).set(key, value)
      }
      const whole = read(...updates)
      const before = build(updates.slice(0, cut))
      // Rows behind the snapshot in another order, and those that it could not take in once more.
      const left = updates.slice(0, cut).filter((_, i) => !before.seqs.includes(BigInt(i + 1)))
      const rest = [...left, ...updates.slice(cut)]
        .map((update) => ({ update, lot: lots.next().value as number }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ update }) => update)
      const built = build(rest, before.payload)
      expect(built.seqs).toHaveLength(rest.length)
      expect(Y.equalSnapshots(Y.snapshot(read(built.payload)), Y.snapshot(whole))).toBe(true)
      expect(jsonOf(read(built.payload))).toEqual(jsonOf(whole))
    }),
    { numRuns: 100 },
  )
})

test('V2: a row that Yjs cannot apply stays a row, and takes nothing with it', () => {
  const { doc, updates } = history(['a', 'b', 'c'])
  const cut = (updates[1] ?? new Uint8Array()).slice(0, -3)
  const built = build([updates[0], cut, updates[1], new Uint8Array([1, 1]), updates[2]] as Uint8Array[])
  expect([...built.seqs]).toEqual([1n, 3n, 5n])
  expect(jsonOf(read(built.payload))).toEqual(jsonOf(doc))
})

test('V2: a row that builds on something that is missing stays a row until that has come', () => {
  const { doc, updates } = history(['a', 'b', 'c'], { deleting: true })
  const [a, b, c, gone] = updates as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const built = build([a, c])
  expect([...built.seqs]).toEqual([1n])
  expect(jsonOf(read(built.payload))).toEqual({ a: { word: 'a' } })
  expect(read(built.payload).store.pendingStructs).toBeNull()
  const later = build([c, b, gone], built.payload)
  expect([...later.seqs]).toEqual([1n, 2n, 3n])
  expect(jsonOf(read(later.payload))).toEqual(jsonOf(doc))

  // A deletion of what has not come yet.
  const early = build([gone])
  expect([...early.seqs]).toEqual([])
  expect(jsonOf(read(build([a, gone], early.payload).payload))).toEqual({})
})

test('V2: bytes that do not say what the document says are not taken', () => {
  const { doc, updates } = history(['a', 'b'], { deleting: true })
  const state = Y.encodeStateAsUpdate(doc)
  expect(() => assertSame(doc, state)).not.toThrow()
  const whole = updates as [Uint8Array, Uint8Array, Uint8Array]
  // Without the last edit, without the deletion, and without what the last edit builds on.
  expect(() => assertSame(doc, Y.encodeStateAsUpdate(read(whole[0])))).toThrow(/not the document/)
  expect(() => assertSame(doc, Y.encodeStateAsUpdate(read(whole[0], whole[1])))).toThrow(/not the document/)
  expect(() => assertSame(doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(read(whole[0]))))).toThrow(/lacks/)
  const more = history(['a', 'b', 'x'])
  expect(() => assertSame(doc, Y.encodeStateAsUpdate(more.doc))).toThrow(/not the document/)
})

test('V2: rows that are cut short are refused', () => {
  const rows = frame(history(['a']).updates)
  expect(() => buildSnapshot(null, rows.subarray(0, -1), ROOT)).toThrow(/cut short/)
  expect(() => buildSnapshot(new Uint8Array([1, 1]), rows, ROOT)).toThrow()
})
