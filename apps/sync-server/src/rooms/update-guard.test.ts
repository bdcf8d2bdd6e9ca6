import { ProtocolError } from '@samtavle/shared/protocol'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { assertGrowth, CLOCK_MAX, carriesNothingNew, decodeDocumentUpdate, GROWTH_MAX } from './update-guard.ts'

const bytes = (...numbers: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** One GC struct: clients, structs, client, clock, info 0, length, then no deletions. */
const gcStruct = (client: number, clock: number, length: number) => bytes(1, 1, client, clock, 0, length, 0)
/** One deleted range: no structs, clients, client, ranges, clock, length. */
const deletion = (client: number, clock: number, length: number) => bytes(0, 1, client, 1, clock, length)

function editedDoc(): Y.Doc {
  const doc = new Y.Doc()
  const map = doc.getMap('records')
  const text = doc.getText('text')
  for (let i = 0; i < 30; i++) {
    map.set(`k${i % 5}`, i)
    text.insert(i, 'ab')
    if (i % 3 === 0) text.delete(i, 1)
  }
  return doc
}

describe('decoding', () => {
  test('P9: what honest clients send is read', () => {
    const doc = editedDoc()
    const nested = new Y.XmlFragment()
    doc.getMap('records').set('shape:1', new Y.Map([['t', nested]]))
    nested.insert(0, [new Y.XmlElement('p')])
    expect(decodeDocumentUpdate(Y.encodeStateAsUpdate(doc)).structs.length).toBeGreaterThan(10)
    expect(decodeDocumentUpdate(new Uint8Array([0, 0])).structs).toHaveLength(0)
  })

  test('P9: every truncation of a real update is refused with an error of the protocol', () => {
    const update = Y.encodeStateAsUpdate(editedDoc())
    for (let length = 0; length < update.length; length++) {
      expect(() => decodeDocumentUpdate(update.subarray(0, length)), `${length} bytes`).toThrow(ProtocolError)
    }
  })

  test('P9: thirty million declared structs are refused at once', () => {
    const before = process.cpuUsage()
    for (let i = 0; i < 100; i++) {
      expect(() => decodeDocumentUpdate(bytes(1, 30_000_000, 1, 0))).toThrow(ProtocolError)
    }
    const { user, system } = process.cpuUsage(before)
    // One `applyUpdate` of these bytes takes 150 ms and 240 MB.
    expect((user + system) / 1_000).toBeLessThan(2_000)
  })

  test('P9: bytes behind the update, which is how V2 can look, are refused', () => {
    const doc = editedDoc()
    expect(() => decodeDocumentUpdate(Y.encodeStateAsUpdateV2(doc))).toThrow(ProtocolError)
    expect(() => decodeDocumentUpdate(new Uint8Array([...Y.encodeStateAsUpdate(doc), 0]))).toThrow(ProtocolError)
  })

  test('P9: clocks at the bound and subdocuments are refused', () => {
    expect(() => decodeDocumentUpdate(gcStruct(7, 0, 2 ** 52))).toThrow(ProtocolError)
    expect(() => decodeDocumentUpdate(gcStruct(7, CLOCK_MAX, 1))).toThrow(ProtocolError)
    expect(() => decodeDocumentUpdate(deletion(7, CLOCK_MAX - 1, 2))).toThrow(ProtocolError)
    expect(decodeDocumentUpdate(deletion(7, CLOCK_MAX - 1, 1)).ds.clients.size).toBe(1)
    const doc = new Y.Doc()
    doc.getMap('records').set('sub', new Y.Doc())
    expect(() => decodeDocumentUpdate(Y.encodeStateAsUpdate(doc))).toThrow(ProtocolError)
  })

  test("P9: an update that would carry somebody's clock away is refused", () => {
    const doc = editedDoc()
    const known = Y.getState(doc.store, doc.clientID)
    const growing = (by: number) => () =>
      assertGrowth(doc, decodeDocumentUpdate(gcStruct(doc.clientID, known, by)), (client) =>
        Y.getState(doc.store, client),
      )
    expect(growing(GROWTH_MAX + 1)).toThrow(ProtocolError)
    expect(growing(GROWTH_MAX)).not.toThrow()
  })
})

describe('what an update tells a document', () => {
  test('P10: nothing, when the document has it all', () => {
    const doc = editedDoc()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    for (const update of [
      Y.encodeStateAsUpdate(doc),
      Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy)),
      new Uint8Array([0, 0]),
    ]) {
      expect(carriesNothingNew(copy, decodeDocumentUpdate(update))).toBe(true)
    }
  })

  test('P10: something, for one more character and for one more deletion', () => {
    const doc = editedDoc()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const vector = Y.encodeStateVector(copy)
    doc.getText('text').delete(3, 1)
    expect(Y.decodeUpdate(Y.encodeStateAsUpdate(doc, vector)).structs).toHaveLength(0)
    expect(carriesNothingNew(copy, decodeDocumentUpdate(Y.encodeStateAsUpdate(doc, vector)))).toBe(false)
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    doc.getText('text').insert(0, 'c')
    expect(carriesNothingNew(copy, decodeDocumentUpdate(Y.encodeStateAsUpdate(doc, vector)))).toBe(false)
    expect(carriesNothingNew(new Y.Doc(), decodeDocumentUpdate(deletion(5, 0, 1)))).toBe(false)
  })

  test('P10: a range that is repeated many times is looked up once', () => {
    const doc = new Y.Doc()
    const text = doc.getText('text')
    for (let i = 0; i < 600; i++) text.insert(0, 'x')
    text.delete(0, 600)
    const structs = doc.store.clients.get(doc.clientID) ?? []
    let looks = 0
    for (const struct of structs) {
      const { deleted } = struct
      Object.defineProperty(struct, 'deleted', {
        get() {
          looks += 1
          return deleted
        },
      })
    }
    const ranges = Array.from({ length: 10_000 }, () => [0, 600]).flat()
    expect(carriesNothingNew(doc, decodeDocumentUpdate(bytes(0, 1, doc.clientID, 10_000, ...ranges)))).toBe(true)
    expect(looks).toBe(structs.length)
  })
})
