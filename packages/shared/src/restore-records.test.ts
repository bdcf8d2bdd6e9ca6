import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type BoardRecord,
  createRecord,
  readAllRecords,
  readRecord,
  recordMapOf,
  restoreRecords,
  updateRecord,
} from './board-doc.ts'
import { richTextOf } from './rich-text-doc.ts'

const note = (overrides: Partial<BoardRecord> = {}): BoardRecord => ({
  id: 'shape:a',
  typeName: 'shape',
  type: 'note',
  parentId: 'page:p',
  x: 10,
  y: 20,
  props: { color: 'yellow', richText: richTextOf('Hej') },
  meta: { role: 'fact' },
  ...overrides,
})

function edit(doc: Y.Doc, after: BoardRecord): void {
  const records = recordMapOf(doc)
  const before = readRecord(records, after.id) as BoardRecord
  doc.transact(() => updateRecord(records, before, after))
}

describe('restoring records', () => {
  const byId = (records: readonly BoardRecord[]) => new Map(records.map((record) => [record.id, record]))
  const stateOf = (doc: Y.Doc) => byId(readAllRecords(doc))
  const restore = (doc: Y.Doc, target: ReadonlyMap<string, BoardRecord>, budget?: number) =>
    doc.transact(() => restoreRecords(recordMapOf(doc), target, budget))

  const text = fc.constantFrom('', 'Hej', 'to\nlinjer')
  const record = fc
    .record({
      id: fc.constantFrom('shape:a', 'shape:b', 'shape:c', 'shape:d'),
      x: fc.nat(3),
      parentId: fc.constantFrom('page:p', 'shape:frame'),
      color: fc.constantFrom('yellow', 'blue', undefined),
      words: fc.option(text, { nil: undefined }),
      role: fc.constantFrom('fact', undefined),
      type: fc.constantFrom('note', 'geo'),
    })
    .map(
      ({ id, x, parentId, color, words, role, type }): BoardRecord => ({
        id,
        typeName: 'shape',
        type,
        parentId,
        x,
        y: 0,
        props: { ...(color && { color }), ...(words !== undefined && { richText: richTextOf(words) }) },
        meta: { ...(role && { role }) },
      }),
    )
  const board = fc.array(record, { maxLength: 6 })

  it('makes any board what another one is, and itself again', () => {
    fc.assert(
      fc.property(board, board, board, (first, second, third) => {
        const doc = new Y.Doc()
        for (const target of [first, second, third, second, first].map(byId)) {
          expect(restore(doc, target).done).toBe(true)
          expect(stateOf(doc)).toEqual(target)
        }
      }),
    )
  })

  it('writes only what differs, so that what others do meanwhile to the rest stays', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    restore(a, byId([note(), note({ id: 'shape:b' })]))
    const then = stateOf(a)
    edit(a, { ...note(), x: 99 })
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    edit(b, { ...note(), x: 99, props: { ...note().props, color: 'blue' } })
    expect(restore(a, then)).toEqual({ done: true, written: 1, removed: 0 })
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    expect(readRecord(recordMapOf(a), 'shape:a')).toMatchObject({ x: 10, props: { color: 'blue' } })
    expect(restore(a, stateOf(a))).toEqual({ done: true, written: 0, removed: 0 })
  })

  it('removes first, and goes on where its budget ended', () => {
    const target = byId(['shape:a', 'shape:b', 'shape:c'].map((id) => note({ id })))
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), note({ id: 'shape:extra' }))
    expect(restore(doc, target, 1)).toEqual({ done: false, written: 1, removed: 1 })
    expect(stateOf(doc).has('shape:extra')).toBe(false)
    expect(restore(doc, target, 1)).toEqual({ done: false, written: 1, removed: 0 })
    expect(restore(doc, target, 1)).toEqual({ done: true, written: 1, removed: 0 })
    expect(stateOf(doc)).toEqual(target)
  })

  it('replaces an entry that is no record, and takes out one that was not there', () => {
    const doc = new Y.Doc()
    doc.getMap('records').set('shape:a', 'words')
    doc.getMap('records').set('shape:strange', 'words')
    restore(doc, byId([note()]))
    expect([...recordMapOf(doc).keys()]).toEqual(['shape:a'])
    expect(stateOf(doc)).toEqual(byId([note()]))
  })
})
