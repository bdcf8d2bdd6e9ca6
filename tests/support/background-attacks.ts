import { type BoardRecord, createRecord, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { noteRecord, shapeRecord, tieRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'

const DOCUMENT = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
const PAGE = { id: 'page:page', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
const FRAME = { w: 400, h: 300, name: 'Fund', color: 'black' }
const LABEL = { ...noteRecord('shape:x').props, richText: noteRecord('shape:x', {}).props?.richText }
const fixed = { meta: { fixed: true, section: 'fund' } }

const binding = (id: string, fromId: string) => tieRecord(id, fromId, 'shape:note', 'start')

/** A board with a fixed section, a fixed heading in it and on a plain frame, a fixed arrow and picture, and two notes. */
export const FIXED_BOARD: readonly BoardRecord[] = [
  DOCUMENT,
  PAGE,
  shapeRecord('frame', 'shape:section', { props: FRAME, ...fixed }),
  noteRecord('shape:heading', LABEL, { ...fixed, parentId: 'shape:section' }),
  shapeRecord('frame', 'shape:plain', { props: FRAME, x: 900 }),
  noteRecord('shape:sign', LABEL, { ...fixed, parentId: 'shape:plain' }),
  shapeRecord('group', 'shape:arrow', fixed),
  binding('binding:own', 'shape:arrow'),
  shapeRecord('group', 'shape:picture', { ...fixed, props: { assetId: 'asset:picture' } }),
  { id: 'asset:picture', typeName: 'asset', type: 'image', props: { src: null }, meta: {} },
  noteRecord('shape:note', {}, { parentId: 'shape:section', x: 40, y: 90 }),
  noteRecord('shape:other', {}, { x: 1000 }),
]

type Records = ReturnType<typeof recordMapOf>

const change = (records: Records, id: string, changes: Partial<BoardRecord>): void => {
  const before = readRecord(records, id)
  if (before !== undefined) updateRecord(records, before, { ...before, ...changes } as BoardRecord)
}
const entry = (records: Records, id: string): Y.Map<unknown> => records.get(id) as Y.Map<unknown>
const props = (records: Records, id: string) => readRecord(records, id)?.props
const raw = (records: Records, id: string, value: unknown) => (records as Y.Map<unknown>).set(id, value)

/** What a hostile client does to the background, each on its own copy of the board. */
export const ATTACKS: Record<string, (records: Records) => void> = {
  'moves a section': (records) => change(records, 'shape:section', { x: 50 }),
  'turns a heading': (records) => change(records, 'shape:heading', { rotation: 1 }),
  'recolours a section': (records) =>
    change(records, 'shape:section', { props: { ...props(records, 'shape:section'), color: 'red' } }),
  'renames a section': (records) =>
    change(records, 'shape:section', { props: { ...props(records, 'shape:section'), name: 'Andet' } }),
  'puts it behind everything': (records) => change(records, 'shape:section', { index: 'a0' }),
  'unlocks a heading': (records) => change(records, 'shape:heading', { isLocked: true }),
  'deletes a section': (records) => records.delete('shape:section'),
  'hangs a heading elsewhere': (records) => change(records, 'shape:heading', { parentId: 'shape:other' }),
  'hangs a section elsewhere by the key of its parent': (records) =>
    void entry(records, 'shape:section').set('parentId', 'shape:other'),
  'takes the mark off': (records) => change(records, 'shape:section', { meta: { section: 'fund', fixed: false } }),
  'takes the mark away': (records) => change(records, 'shape:section', { meta: { section: 'fund' } }),
  'takes the mark off by the whole meta': (records) => void entry(records, 'shape:section').set('meta', {}),
  'writes the base anew': (records) =>
    void entry(records, 'shape:section').set('_', shapeRecord('frame', 'shape:section', { props: FRAME })),
  'deletes the base': (records) => entry(records, 'shape:section').delete('_'),
  'writes into a heading': (records) => {
    const text = entry(records, 'shape:heading').get('t') as Y.XmlFragment
    text.insert(0, [new Y.XmlElement('paragraph')])
  },
  'takes the words out of a heading': (records) => {
    const text = entry(records, 'shape:heading').get('t') as Y.XmlFragment
    text.delete(0, text.length)
  },
  'hangs another text into a heading': (records) => void entry(records, 'shape:heading').set('t', new Y.XmlFragment()),
  'puts another record in its place': (records) => createRecord(records, noteRecord('shape:section')),
  'puts the same record in its place': (records) =>
    createRecord(records, shapeRecord('frame', 'shape:section', { props: FRAME, ...fixed })),
  'puts a plain value in its place': (records) => raw(records, 'shape:section', 'gone'),
  'deletes it and makes it anew': (records) => {
    records.delete('shape:section')
    createRecord(records, noteRecord('shape:section'))
  },
  'makes it anew and deletes it': (records) => {
    createRecord(records, noteRecord('shape:section'))
    records.delete('shape:section')
  },
  'deletes it beside a permitted edit': (records) => {
    change(records, 'shape:note', { x: 41 })
    records.delete('shape:section')
  },
  'moves the frame that a sign stands on': (records) => change(records, 'shape:plain', { x: 0 }),
  'deletes the frame that a sign stands on': (records) => records.delete('shape:plain'),
  'gives the picture another source': (records) => change(records, 'asset:picture', { props: { src: 'asset:mine' } }),
  'deletes the picture': (records) => records.delete('asset:picture'),
  'looses the arrow': (records) => records.delete('binding:own'),
  'renames the page': (records) => change(records, 'page:page', { name: 'Min' }),
  'deletes the page': (records) => records.delete('page:page'),
  'replaces the page': (records) => createRecord(records, { ...PAGE, index: 'a9' }),
  'makes another page': (records) => createRecord(records, { ...PAGE, id: 'page:mine', index: 'a0' }),
  'changes the record of the document': (records) => change(records, 'document:document', { name: 'Min' }),
  'deletes the record of the document': (records) => records.delete('document:document'),
}

/** How the same client would make background of what is none, or hang something on it. */
export const MARKINGS: Record<string, (records: Records) => void> = {
  'ties the arrow to a note': (records) => createRecord(records, binding('binding:mine', 'shape:arrow')),
  'makes a note that nobody can move': (records) => createRecord(records, noteRecord('shape:mine', {}, fixed)),
  'fixes somebody’s note': (records) => change(records, 'shape:note', { meta: { fixed: true } }),
  'fixes a note by its base': (records) =>
    void entry(records, 'shape:note').set('_', noteRecord('shape:note', {}, fixed)),
  'fixes a note by its whole meta': (records) => void entry(records, 'shape:note').set('meta', { fixed: true }),
}

/** What the same person may do all the same. */
export const PERMITTED: Record<string, (records: Records) => void> = {
  'moves a note in a section': (records) => change(records, 'shape:note', { x: 60 }),
  'takes a note out of a section': (records) => change(records, 'shape:note', { parentId: 'page:page', x: 500 }),
  'puts a note into a section': (records) => change(records, 'shape:other', { parentId: 'shape:section', x: 10 }),
  'deletes a note in a section': (records) => records.delete('shape:note'),
  'makes a note in a section': (records) =>
    createRecord(records, noteRecord('shape:mine', {}, { parentId: 'shape:section' })),
  'makes an arrow that ends at a section': (records) => {
    createRecord(records, shapeRecord('group', 'shape:line'))
    createRecord(records, { ...binding('binding:mine', 'shape:line'), toId: 'shape:section' })
  },
  'takes up a picture': (records) =>
    createRecord(records, { id: 'asset:mine', typeName: 'asset', type: 'image', props: {}, meta: {} }),
  'makes a note and deletes it': (records) => {
    createRecord(records, noteRecord('shape:mine'))
    records.delete('shape:mine')
  },
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** The records of a document as they are after this act. */
export function recordsAfter(doc: Y.Doc, act: (records: Records) => void): unknown {
  const copy = copyOf(doc)
  copy.transact(() => act(recordMapOf(copy)))
  return recordMapOf(copy).toJSON()
}

/** What one act would send from a copy of the document, as one update or as one for each transaction of the act. */
export function updatesOf(doc: Y.Doc, act: (records: Records) => void, inOne = true): Uint8Array[] {
  const copy = copyOf(doc)
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => void updates.push(update))
  const records = recordMapOf(copy)
  if (inOne) copy.transact(() => act(records))
  else act(records)
  copy.destroy()
  return updates
}
