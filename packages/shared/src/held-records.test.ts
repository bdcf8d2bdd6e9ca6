import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '../../../tests/support/seeded-random.ts'
import { type BoardRecord, createRecord, deleteRecord, recordMapOf } from './board-doc.ts'
import { heldRecords } from './held-records.ts'
import { noteRecord, shapeRecord } from './shape-record.fixture.ts'

const PICTURES = ['asset:one', 'asset:two']
const binding = (id: string, fromId: string): BoardRecord => ({
  id,
  typeName: 'binding',
  type: 'arrow',
  fromId,
  meta: {},
})
const asset = (id: string): BoardRecord => ({ id, typeName: 'asset', props: {}, meta: {} })

/** A section in a group, a fixed picture, an arrow that begins at the section, and notes that nobody holds. */
const BOARD: BoardRecord[] = [
  shapeRecord('group', 'shape:group'),
  shapeRecord('group', 'shape:other-group'),
  shapeRecord('frame', 'shape:section', { parentId: 'shape:group', meta: { fixed: true } }),
  shapeRecord('image', 'shape:picture', { props: { assetId: 'asset:one' }, meta: { fixed: true } }),
  ...PICTURES.map(asset),
  binding('binding:tied', 'shape:section'),
  binding('binding:free', 'shape:note'),
  noteRecord('shape:note', {}, { parentId: 'shape:section' }),
  noteRecord('shape:loose'),
]
const HELD = ['asset:one', 'binding:tied', 'shape:group', 'shape:picture', 'shape:section']

function docOf(records: readonly BoardRecord[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const record of records) createRecord(recordMapOf(doc), record)
  })
  return doc
}

const idsHeld = (doc: Y.Doc): string[] => [...heldRecords(doc).keys()].sort()

/** Each with what it lies in, by which later moves are judged. */
const entriesHeld = (doc: Y.Doc): [string, unknown][] =>
  [...(heldRecords(doc) as ReadonlyMap<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1))

/** What somebody finds who has never looked before. */
function foundCold(doc: Y.Doc): [string, unknown][] {
  const cold = new Y.Doc()
  Y.applyUpdate(cold, Y.encodeStateAsUpdate(doc))
  const found = entriesHeld(cold)
  cold.destroy()
  return found
}

/** Whether a change makes the records be found anew; that what is told is right is part of it. */
function isFoundAnew(change: (records: ReturnType<typeof recordMapOf>) => void): boolean {
  const doc = docOf(BOARD)
  const before = heldRecords(doc)
  expect(idsHeld(doc)).toEqual(HELD)
  doc.transact(() => change(recordMapOf(doc)))
  expect(entriesHeld(doc)).toEqual(foundCold(doc))
  return heldRecords(doc) !== before
}

describe('heldRecords', () => {
  it.each<[string, string, unknown]>([
    ['shape:section', 'xy', [1, 1, 'shape:other-group']],
    ['shape:group', 'xy', [1, 1, 'shape:other-group']],
    ['shape:section', 'parentId', 'shape:other-group'],
    ['shape:picture', 'p.assetId', 'asset:two'],
    ['shape:picture', 'props', { assetId: 'asset:two' }],
    ['shape:section', 'm.fixed', false],
    ['shape:loose', 'm.fixed', true],
    ['shape:section', 'meta', {}],
    ['shape:section', '_', shapeRecord('frame', 'shape:section')],
    ['binding:free', 'fromId', 'shape:section'],
    ['binding:tied', 'fromId', 'shape:loose'],
  ])('finds them anew when %s gets another %s', (id, key, value) => {
    expect(isFoundAnew((records) => records.get(id)?.set(key, value))).toBe(true)
  })

  it.each<[string, string, unknown]>([
    ['shape:section', 'xy', [1, 1]],
    ['shape:section', 'xy', [1, 1, 'shape:group']],
    ['shape:section', 'index', 'a9'],
    ['shape:section', 'opacity', 0.5],
    ['shape:section', 'isLocked', true],
    ['shape:section', 'p.name', 'Rejsen'],
    ['shape:section', 'p.w', 900],
    ['shape:section', 'm.order', 4],
    ['shape:section', 't', new Y.XmlFragment()],
    ['shape:loose', 'xy', [1, 1, 'shape:section']],
    ['shape:loose', 'p.assetId', 'asset:two'],
    ['binding:tied', 'p.terminal', 'end'],
  ])('keeps what was found when %s gets another %s', (id, key, value) => {
    expect(isFoundAnew((records) => records.get(id)?.set(key, value))).toBe(false)
  })

  it('hears of records that come and go', () => {
    expect(isFoundAnew((records) => deleteRecord(records, 'shape:group'))).toBe(true)
    expect(isFoundAnew((records) => createRecord(records, binding('binding:new', 'shape:picture')))).toBe(true)
    expect(isFoundAnew((records) => createRecord(records, noteRecord('shape:new')))).toBe(false)
    expect(isFoundAnew((records) => deleteRecord(records, 'shape:loose'))).toBe(false)
  })

  it('hears of a group that comes after what lies in it', () => {
    const doc = docOf(BOARD.filter(({ id }) => id !== 'shape:group'))
    expect(idsHeld(doc)).toEqual(HELD)
    createRecord(recordMapOf(doc), shapeRecord('group', 'shape:group', { parentId: 'shape:other-group' }))
    expect(idsHeld(doc)).toContain('shape:other-group')
  })

  it('says what somebody finds who has never looked, after whatever changes', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed)
      const doc = docOf(BOARD)
      heldRecords(doc)
      for (let step = 0; step < 40; step++) {
        doc.transact(() => {
          for (let i = random.int(3); i >= 0; i--) changeAnything(doc, random)
        })
        expect(entriesHeld(doc), `seed ${seed}, step ${step}`).toEqual(foundCold(doc))
      }
      doc.destroy()
    }
  })
})

const IDS = [...BOARD.map(({ id }) => id), 'shape:new', 'binding:new']

/** One change of one record, of the kinds that matter and of those that do not, with values that nobody would expect. */
function changeAnything(doc: Y.Doc, random: Random): void {
  const records = recordMapOf(doc)
  const id = random.pick(IDS)
  const other = random.pick(IDS)
  const entry = records.get(id)
  if (entry === undefined) {
    const record = id.startsWith('binding:') ? binding(id, other) : shapeRecord('image', id, { parentId: other })
    createRecord(records, { ...record, meta: random.chance(0.3) ? { fixed: true } : {} })
    return
  }
  const changes: Record<string, () => void> = {
    gone: () => deleteRecord(records, id),
    place: () => void entry.set('xy', random.pick([[1, 2], [1, 2, other], [1, 2, 'page:page'], null])),
    parent: () => void entry.set('parentId', random.pick([other, undefined])),
    picture: () => void entry.set('p.assetId', random.pick([...PICTURES, other, undefined, 7])),
    props: () => void entry.set('props', { assetId: random.pick(PICTURES) }),
    mark: () => void entry.set('m.fixed', random.pick([true, true, false, undefined])),
    meta: () => void entry.set('meta', { fixed: true }),
    origin: () => void entry.set('fromId', random.pick([other, null])),
    whole: () => void entry.set('_', random.pick([{ id }, { id, meta: { fixed: true }, parentId: other }, 7])),
    unmade: () => entry.delete(random.pick(['xy', 'm.fixed', 'p.assetId', 'fromId', '_'])),
    look: () => void entry.set('p.color', 'blue'),
  }
  changes[random.pick(Object.keys(changes))]?.()
}
