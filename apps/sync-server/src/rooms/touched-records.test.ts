import { createRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { ProtocolError } from '@samtavle/shared/protocol'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardAct, FuzzAuthor } from '../../../../tests/support/fuzz-author.ts'
import { ClientClaims } from './client-claims.ts'
import { BatchOverlay, touchedRecords } from './touched-records.ts'
import { decodeDocumentUpdate } from './update-guard.ts'
import { judgeWrite } from './write-policy.ts'

/** A committed document with notes a and b, and authors who have seen it. */
function start(count = 2): { doc: Y.Doc; authors: FuzzAuthor[] } {
  const first = new FuzzAuthor(1)
  for (const id of ['shape:a', 'shape:b']) first.act({ what: 'create', id })
  const doc = new Y.Doc()
  const authors = Array.from({ length: count }, (_, i) => new FuzzAuthor(10 + i))
  for (const each of [doc, ...authors.map((author) => author.doc)]) {
    Y.applyUpdate(each, Y.encodeStateAsUpdate(first.doc))
  }
  for (const author of authors) author.outbox.length = 0
  return { doc, authors }
}

/** What one act of an author sends. */
function sent(author: FuzzAuthor | undefined, act: BoardAct): Uint8Array {
  author?.act(act)
  const update = author?.outbox.pop()
  if (update === undefined) throw new Error('nothing was sent')
  return update
}

function touched(doc: Y.Doc, update: Uint8Array, overlay = new BatchOverlay()): Record<string, string> | string {
  const answer = touchedRecords(doc, overlay, decodeDocumentUpdate(update))
  return answer.ok ? Object.fromEntries(answer.records) : answer.reason
}

/** A list of runs with structs, and deletions. */
function forged(runs: { client: number; clock: number; structs: (Y.Item | Y.GC | Y.Skip)[] }[], gone: Y.ID[] = []) {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, runs.length)
  for (const { client, clock, structs } of runs) {
    encoding.writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, clock)
    for (const struct of structs) struct.write(encoder, 0)
  }
  encoding.writeVarUint(encoder.restEncoder, gone.length)
  for (const { client, clock } of gone) {
    for (const number of [client, 1, clock, 1]) encoding.writeVarUint(encoder.restEncoder, number)
  }
  return encoder.toUint8Array()
}

type Hang = { origin?: Y.ID; right?: Y.ID; parent?: Y.ID | string; key?: string }

function item({ origin, right, parent, key }: Hang, content: Y.Item['content'] = new Y.ContentString('x')): Y.Item {
  // A root is named by a string while an item is not integrated, which the declared type does not know.
  const holder = (parent ?? null) as Y.ID | null
  return new Y.Item(Y.createID(0, 0), null, origin ?? null, null, right ?? null, holder, key ?? null, content)
}

/** The first character of a note's text, and the struct that is the note. */
function idsOf(doc: Y.Doc, id: string): { text: Y.ID; entry: Y.ID } {
  const entry = recordMapOf(doc)._map.get(id)
  const line = (recordMapOf(doc).get(id)?.get('t') as Y.XmlFragment | undefined)?.get(0) as Y.XmlElement | undefined
  const text = (line?.get(0) as Y.XmlText | undefined)?._start
  if (entry === undefined || !text) throw new Error(`no ${id}`)
  return { text: text.id, entry: entry.id }
}

describe('touched records', () => {
  test.for<[BoardAct, Record<string, string>]>([
    [{ what: 'create', id: 'shape:c' }, { 'shape:c': 'create' }],
    [{ what: 'move', id: 'shape:a', x: 7 }, { 'shape:a': 'change' }],
    [{ what: 'write', id: 'shape:a', text: 'x', at: 3 }, { 'shape:a': 'change' }],
    [{ what: 'erase', id: 'shape:b', at: 1 }, { 'shape:b': 'change' }],
    [{ what: 'newLine', id: 'shape:b' }, { 'shape:b': 'change' }],
    [{ what: 'replace', id: 'shape:b' }, { 'shape:b': 'change' }],
    [{ what: 'delete', id: 'shape:b' }, { 'shape:b': 'delete' }],
    [
      { what: 'moveAll', x: 7 },
      { 'shape:a': 'change', 'shape:b': 'change' },
    ],
  ])('G1: what an act touches: %j', ([act, expected]) => {
    const { doc, authors } = start()
    expect(touched(doc, sent(authors[0], act))).toEqual(expected)
  })

  test('G1: undoing a creation deletes, and undoing a deletion creates', () => {
    const { doc, authors } = start()
    const [author] = authors
    for (const [act, expected] of [
      [{ what: 'create', id: 'shape:c' }, 'create'],
      [{ what: 'undo' }, 'delete'],
      [{ what: 'redo' }, 'create'],
    ] as const) {
      const update = sent(author, act)
      expect(touched(doc, update)).toEqual({ 'shape:c': expected })
      Y.applyUpdate(doc, update)
    }
  })

  test('G1: a replacement that loses on purpose, or is deleted at once, is a deletion', () => {
    const { doc } = start()
    const { entry } = idsOf(doc, 'shape:a')
    const map = () => new Y.ContentType(new Y.Map())
    // Sets the record as if there were none, which puts it in front of the one that is there, and deletes that one.
    const losing = item({ parent: 'records', key: 'shape:a' }, map())
    const dead = item({ origin: entry }, new Y.ContentDeleted(1))
    const winning = item({ origin: entry }, map())
    const run = (struct: Y.Item) => [{ client: 77, clock: 0, structs: [struct] }]
    expect(touched(doc, forged(run(losing), [entry]))).toEqual({ 'shape:a': 'delete' })
    expect(touched(doc, forged(run(dead)))).toEqual({ 'shape:a': 'delete' })
    expect(touched(doc, forged(run(winning), [entry, Y.createID(77, 0)]))).toEqual({ 'shape:a': 'delete' })
    expect(touched(doc, forged(run(winning), [entry]))).toEqual({ 'shape:a': 'change' })
  })

  test('G2: what loses counts, what is known does not', () => {
    const { doc, authors } = start()
    const moves = authors.map((author) => sent(author, { what: 'move', id: 'shape:a', x: 5 }))
    Y.applyUpdate(doc, moves[1] as Uint8Array)
    // The first author's client id is lower: its place comes before the other's, which stays.
    const losing = moves[0] as Uint8Array
    expect(touched(doc, losing)).toEqual({ 'shape:a': 'change' })
    Y.applyUpdate(doc, losing)
    expect(touched(doc, losing)).toEqual({})
    expect(touched(doc, Y.encodeStateAsUpdate(doc))).toEqual({})
  })

  test("G2: what was collected on its author's side touches nothing, nor does what hangs on it", () => {
    const { doc } = start()
    const collected = new Y.GC(Y.createID(77, 0), 3)
    const hanging = item({ origin: Y.createID(77, 2) })
    expect(touched(doc, forged([{ client: 77, clock: 0, structs: [collected, hanging] }]))).toEqual({})
  })

  test('G2: writing in a note that was deleted meanwhile touches nothing', () => {
    const { doc, authors } = start()
    const late = [
      sent(authors[0], { what: 'write', id: 'shape:a', text: 'x', at: 3 }),
      sent(authors[0], { what: 'move', id: 'shape:a', x: 1 }),
    ]
    Y.applyUpdate(doc, sent(authors[1], { what: 'delete', id: 'shape:a' }))
    for (const update of late) {
      expect(touched(doc, update)).toEqual({})
      Y.applyUpdate(doc, update)
    }
    expect(recordMapOf(doc).has('shape:a')).toBe(false)
  })

  test('G3: a batch is read as if its earlier updates were applied', () => {
    const { doc, authors } = start(1)
    const overlay = new BatchOverlay()
    const steps: [BoardAct, string][] = [
      [{ what: 'create', id: 'shape:c' }, 'create'],
      [{ what: 'write', id: 'shape:c', text: 'x', at: 1 }, 'change'],
      [{ what: 'replace', id: 'shape:c' }, 'change'],
      [{ what: 'delete', id: 'shape:c' }, 'delete'],
      [{ what: 'undo' }, 'create'],
    ]
    for (const [act, expected] of steps) {
      const update = sent(authors[0], act)
      expect(touched(doc, update, overlay), act.what).toEqual({ 'shape:c': expected })
      overlay.add(decodeDocumentUpdate(update))
    }
  })

  test('G3: structs may lie before those that they hang on, when these are in the same update', () => {
    const { doc } = start()
    // Client 90 comes first in the update and writes into the note that client 80 makes.
    const writes = item({ parent: Y.createID(80, 0), key: 'xy' }, new Y.ContentAny([[1, 2]]))
    const makes = item({ parent: 'records', key: 'shape:c' }, new Y.ContentType(new Y.Map()))
    const update = forged([
      { client: 90, clock: 0, structs: [writes] },
      { client: 80, clock: 0, structs: [makes] },
    ])
    expect(touched(doc, update)).toEqual({ 'shape:c': 'create' })
  })
})

describe('what cannot be told', () => {
  test('G4: is refused, whatever is wrong', () => {
    const { doc, authors } = start()
    const [a, b] = [idsOf(doc, 'shape:a'), idsOf(doc, 'shape:b')]
    const missing = Y.createID(5, 3)
    const one = (struct: Y.Item | Y.GC | Y.Skip, clock = 0) => forged([{ client: 77, clock, structs: [struct] }])
    sent(authors[0], { what: 'move', id: 'shape:a', x: 5 })
    const vectors: Record<string, Uint8Array> = {
      'a missing parent': one(item({ parent: missing, key: 'xy' })),
      'a missing neighbour': one(item({ origin: missing })),
      'a missing right neighbour': one(item({ right: missing })),
      'a neighbour that comes later': one(item({ origin: Y.createID(77, 1) })),
      'a gap in front': one(item({ origin: a.text }), 1),
      'a gap in an honest series': sent(authors[0], { what: 'move', id: 'shape:b', x: 5 }),
      'two that wait for each other': forged([
        { client: 90, clock: 0, structs: [item({ origin: Y.createID(80, 0) })] },
        { client: 80, clock: 0, structs: [item({ origin: Y.createID(90, 0) })] },
      ]),
      'a skip': one(new Y.Skip(Y.createID(77, 0), 3)),
      'another root': one(item({ parent: 'elsewhere', key: 'shape:a' })),
      'a list of records': one(item({ parent: 'records' })),
      'two lists': one(item({ origin: a.text, right: b.text })),
      'a deletion of what is missing': forged([], [missing]),
    }
    for (const [name, update] of Object.entries(vectors)) expect(touched(doc, update), name).toBeTypeOf('string')
    // The rest of a struct that is known in part hangs on that part, which lies in another record.
    Y.applyUpdate(doc, one(item({ origin: a.text }, new Y.ContentString('xy'))))
    expect(touched(doc, one(item({ origin: b.text }, new Y.ContentString('xyz'))))).toBeTypeOf('string')
    expect(touched(doc, one(item({ origin: a.text }, new Y.ContentString('xyz'))))).toEqual({ 'shape:a': 'change' })
  })

  test('G4: an entry of two values of which the first is deleted still stands', () => {
    const { doc } = start()
    const two = forged(
      [{ client: 77, clock: 0, structs: [item({ parent: 'records', key: 'xy' }, new Y.ContentAny([1, 2]))] }],
      [Y.createID(77, 0)],
    )
    const second = forged([{ client: 78, clock: 0, structs: [item({ origin: Y.createID(77, 1) })] }])
    for (const isApplied of [false, true]) {
      const overlay = new BatchOverlay()
      expect(touched(doc, two, overlay)).toEqual(isApplied ? {} : { xy: 'create' })
      overlay.add(decodeDocumentUpdate(two))
      expect(touched(doc, second, overlay)).toEqual({ xy: 'change' })
      expect(touched(doc, forged([], [Y.createID(77, 1)]), overlay)).toEqual({ xy: 'delete' })
      Y.applyUpdate(doc, two)
      expect(doc.getMap('records').get('xy')).toBe(2)
    }
  })

  test('G4: something in another root can neither be changed nor deleted', () => {
    const { doc } = start()
    doc.getMap('elsewhere').set('key', 1)
    const { client } = idsOf(doc, 'shape:a').entry
    const own = Y.createID(doc.clientID, 0)
    expect(client).not.toBe(own.client)
    expect(touched(doc, forged([], [own]))).toBeTypeOf('string')
    expect(touched(doc, forged([{ client: 77, clock: 0, structs: [item({ origin: own })] }]))).toBeTypeOf('string')
  })

  test('G4: nobody sets free what waits in the document', () => {
    const { doc, authors } = start()
    const first = sent(authors[0], { what: 'move', id: 'shape:a', x: 5 })
    expect(touched(doc, first)).toEqual({ 'shape:a': 'change' })
    // Planted by somebody who might change b at that time.
    Y.applyUpdate(doc, sent(authors[0], { what: 'move', id: 'shape:b', x: 6 }))
    expect(doc.store.pendingStructs).not.toBeNull()
    expect(touched(doc, first)).toBeTypeOf('string')
  })

  test('G6: two runs of one client are no update', () => {
    const run = { client: 77, clock: 0, structs: [item({ parent: 'records', key: 'shape:c' })] }
    expect(() => decodeDocumentUpdate(forged([run, { ...run, structs: [] }]))).toThrow(ProtocolError)
    expect(() => decodeDocumentUpdate(forged([run, { ...run, client: 78 }, run]))).toThrow(ProtocolError)
    expect(decodeDocumentUpdate(forged([run, { ...run, client: 78 }])).structs).toHaveLength(2)
  })
})

describe('a policy', () => {
  test('G5: refuses the whole update at the first record that it does not permit, and nothing changes', () => {
    const { doc, authors } = start()
    const before = Y.encodeStateAsUpdate(doc)
    const asked: string[] = []
    const own = {
      name: 'own',
      mayTouch(id: string, touch: string) {
        asked.push(`${touch} ${id}`)
        return touch === 'create' || id === 'shape:a'
      },
    }
    const judge = (update: Uint8Array) =>
      judgeWrite(own, doc, new BatchOverlay(), new ClientClaims(), decodeDocumentUpdate(update))
    expect(judge(sent(authors[0], { what: 'create', id: 'shape:c' }))).toBeNull()
    expect(judge(sent(authors[1], { what: 'moveAll', x: 5 }))?.refused).toEqual(['shape:b'])
    expect(asked).toEqual(['create shape:c', 'change shape:a', 'change shape:b'])
    const { doc: other, authors: more } = start()
    expect(judge(sent(more[0], { what: 'delete', id: 'shape:b' }))?.refused).toEqual(['shape:b'])
    expect(judge(forged([], [Y.createID(5, 3)]))).toMatchObject({ refused: [], reason: expect.any(String) })
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    other.destroy()
  })

  test('G5: is asked for a deletion as such, not only for the change that it is as well', () => {
    const { doc, authors } = start()
    const keep = { name: 'keep', mayTouch: (_: string, touch: string) => touch !== 'delete' }
    const judge = (update: Uint8Array) =>
      judgeWrite(keep, doc, new BatchOverlay(), new ClientClaims(), decodeDocumentUpdate(update))
    expect(judge(sent(authors[0], { what: 'delete', id: 'shape:b' }))?.refused).toEqual(['shape:b'])
    expect(judge(sent(authors[1], { what: 'replace', id: 'shape:b' }))).toBeNull()
  })

  test('G5: a document is read without making it, and an empty one has nothing', () => {
    const doc = new Y.Doc()
    const copy = new Y.Doc()
    recordMapOf(copy)
    createRecord(recordMapOf(copy), { id: 'shape:a', typeName: 'shape' })
    expect(touched(doc, Y.encodeStateAsUpdate(copy))).toEqual({ 'shape:a': 'create' })
    expect([...doc.share.keys()]).toEqual([])
  })
})
