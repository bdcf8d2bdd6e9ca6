import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type BoardRecord,
  changedRecordIds,
  createRecord,
  deleteRecord,
  encodeSeed,
  jsonEqual,
  readAllRecords,
  readRecord,
  recordMapOf,
  richTextFragmentOf,
  updateRecord,
} from './board-doc.ts'
import { plainTextOf, type RichText, richTextOf } from './rich-text-doc.ts'

const note = (overrides: Partial<BoardRecord> = {}): BoardRecord => ({
  id: 'shape:a',
  typeName: 'shape',
  type: 'note',
  parentId: 'page:p',
  index: 'a1',
  x: 10,
  y: 20,
  rotation: 0,
  props: { color: 'yellow', size: 'm', richText: richTextOf('Hej') },
  meta: { role: 'fact' },
  ...overrides,
})

/** Two documents that begin with the same records and are offline from each other until `sync` is called. */
function twoPeers(...records: BoardRecord[]) {
  const seed = encodeSeed(records)
  const a = new Y.Doc()
  const b = new Y.Doc()
  Y.applyUpdate(a, seed)
  Y.applyUpdate(b, seed)
  const sync = () => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
    expect(readAllRecords(a)).toEqual(readAllRecords(b))
  }
  return { a, b, sync }
}

function edit(doc: Y.Doc, change: (record: BoardRecord) => BoardRecord, id = 'shape:a'): void {
  const records = recordMapOf(doc)
  const before = readRecord(records, id) as BoardRecord
  doc.transact(() => updateRecord(records, before, change(structuredClone(before))))
}

describe('a record in the document', () => {
  it('reads back as it was created, rich text included', () => {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note())
    expect(readRecord(recordMapOf(doc), 'shape:a')).toEqual(note())
  })

  it('is undefined when it is missing or of another layout', () => {
    const doc = new Y.Doc()
    const records = recordMapOf(doc)
    expect(readRecord(records, 'shape:none')).toBeUndefined()
    doc.getMap('records').set('shape:bad', 'words')
    doc.getMap('records').set('shape:empty', new Y.Map())
    expect(readAllRecords(doc)).toEqual([])
  })

  it('keeps a removed optional key removed, also for a late reader', () => {
    const { a, b, sync } = twoPeers(note({ props: { color: 'yellow', url: 'https://x.example' } }))
    edit(a, (record) => ({ ...record, props: { color: 'yellow' } }))
    sync()
    expect(readRecord(recordMapOf(b), 'shape:a')?.props).toEqual({ color: 'yellow' })
  })

  it('does not let a key named __proto__ reach a prototype', () => {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note())
    const entry = recordMapOf(doc).get('shape:a')
    entry?.set('__proto__', { polluted: true })
    entry?.set('p.__proto__', { polluted: true })
    const record = readRecord(recordMapOf(doc), 'shape:a') as Record<string, unknown>
    expect(record.polluted).toBeUndefined()
    expect((record.props as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('never rewrites its base, so that a move costs bytes for a move', () => {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note())
    const sizes: number[] = []
    doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    edit(doc, (record) => ({ ...record, x: 300, y: 400 }))
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(70)
  })
})

describe('two people who edit the same record while apart', () => {
  it('keep a move and a recolour', () => {
    const { a, b, sync } = twoPeers(note())
    edit(a, (record) => ({ ...record, x: 500, y: 600 }))
    edit(b, (record) => ({ ...record, props: { ...record.props, color: 'blue' } }))
    sync()
    expect(readRecord(recordMapOf(a), 'shape:a')).toMatchObject({ x: 500, y: 600, props: { color: 'blue' } })
  })

  it('never mix the x, y or parent of two moves', () => {
    const { a, b, sync } = twoPeers(note())
    edit(a, (record) => ({ ...record, x: 1, y: 2, parentId: 'shape:frame' }))
    edit(b, (record) => ({ ...record, x: 901, y: 902 }))
    sync()
    const { x, y, parentId } = readRecord(recordMapOf(a), 'shape:a') as BoardRecord
    expect([
      [1, 2, 'shape:frame'],
      [901, 902, 'page:p'],
    ]).toContainEqual([x, y, parentId])
  })

  it('lose the note when one of them deleted it', () => {
    const { a, b, sync } = twoPeers(note())
    a.transact(() => deleteRecord(recordMapOf(a), 'shape:a'))
    edit(b, (record) => ({ ...record, x: 1 }))
    sync()
    expect(readAllRecords(a)).toEqual([])
  })

  it('get false, and write nothing, when the record is gone', () => {
    const doc = new Y.Doc()
    expect(updateRecord(recordMapOf(doc), note(), note({ x: 5 }))).toBe(false)
    expect(readAllRecords(doc)).toEqual([])
  })
})

describe('rich text', () => {
  const marked: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { dir: 'auto' },
        content: [
          { type: 'text', text: 'Et ' },
          { type: 'text', text: 'vigtigt', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' link', marks: [{ type: 'link', attrs: { href: 'https://x.example' } }] },
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'punkt' }] }] }],
      },
      { type: 'paragraph' },
    ],
  }

  it('keeps marks, lists, attributes and empty paragraphs', () => {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note({ props: { richText: marked } }))
    expect(readRecord(recordMapOf(doc), 'shape:a')?.props?.richText).toEqual(marked)
  })

  it('is replaced without a writer, and left alone when it is equal', () => {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note())
    const before = richTextFragmentOf(recordMapOf(doc), 'shape:a')
    let updates = 0
    doc.on('update', () => updates++)
    edit(doc, (record) => ({ ...record, props: { ...record.props, richText: richTextOf('Hej') } }))
    expect(updates).toBe(0)
    edit(doc, (record) => ({ ...record, props: { ...record.props, richText: richTextOf('Farvel\nigen') } }))
    expect(richTextFragmentOf(recordMapOf(doc), 'shape:a')).toBe(before)
    expect(plainTextOf(readRecord(recordMapOf(doc), 'shape:a')?.props?.richText as RichText)).toBe('Farvel\nigen')
  })

  it('goes back and forth between words and document', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^\n\r]*$/), { minLength: 1 }), (lines) => {
        expect(plainTextOf(richTextOf(lines.join('\n')))).toBe(lines.join('\n'))
      }),
    )
  })
})

it('names the records that a transaction touched, at any depth', () => {
  const doc = new Y.Doc()
  const records = recordMapOf(doc)
  for (const id of ['shape:a', 'shape:b', 'shape:c', 'shape:d']) createRecord(records, note({ id }))
  let touched = new Set<string>()
  records.observeDeep((events) => {
    touched = changedRecordIds(events)
  })
  doc.transact(() => {
    updateRecord(records, note(), note({ x: 99 }))
    richTextFragmentOf(records, 'shape:b')?.insert(0, [new Y.XmlElement('paragraph')])
    deleteRecord(records, 'shape:c')
    createRecord(records, note({ id: 'shape:e' }))
  })
  expect(touched).toEqual(new Set(['shape:a', 'shape:b', 'shape:c', 'shape:e']))
})

it('converges to the same records for any edits of two peers', () => {
  const place = fc.record({ x: fc.integer(), y: fc.integer(), parentId: fc.constantFrom('page:p', 'shape:f') })
  const change = fc.oneof(
    place.map((value) => (record: BoardRecord) => ({ ...record, ...value })),
    fc
      .constantFrom('red', 'blue', 'green')
      .map((color) => (record: BoardRecord) => ({ ...record, props: { ...record.props, color } })),
    fc.boolean().map((example) => (record: BoardRecord) => ({ ...record, meta: { ...record.meta, example } })),
    fc
      .string({ maxLength: 8 })
      .map((text) => (record: BoardRecord) => ({ ...record, props: { ...record.props, richText: richTextOf(text) } })),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.array(change, { maxLength: 8 }), (ofA, ofB) => {
      const { a, b, sync } = twoPeers(note())
      for (const step of ofA) edit(a, step)
      for (const step of ofB) edit(b, step)
      sync()
    }),
  )
})

it('compares JSON values without minding absent and undefined keys', () => {
  expect(jsonEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }], c: undefined })).toBe(true)
  expect(jsonEqual({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  expect(jsonEqual([], {})).toBe(false)
  expect(jsonEqual(null, {})).toBe(false)
})
