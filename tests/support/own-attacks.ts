import { type BoardRecord, createRecord, readRecord, type recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { noteRecord, shapeRecord, tieRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'

type Records = ReturnType<typeof recordMapOf>

const PAGE = { id: 'page:page', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
const DOCUMENT = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
const FRAME = { w: 400, h: 300, name: 'Fund', color: 'black' }
const LABEL = { richText: noteRecord('shape:x').props?.richText }

const binding = (id: string, fromId: string, toId = 'shape:theirs') => tieRecord(id, fromId, toId, 'start')
const asset = (id: string): BoardRecord => ({ id, typeName: 'asset', type: 'image', props: { src: null }, meta: {} })

/** What the owner put on the board. */
export const THEIRS: readonly BoardRecord[] = [
  DOCUMENT,
  PAGE,
  shapeRecord('frame', 'shape:frame', { props: FRAME }),
  noteRecord('shape:theirs', LABEL, { meta: { by: 'owner' } }),
  shapeRecord('group', 'shape:their-arrow'),
  binding('binding:theirs', 'shape:their-arrow'),
  asset('asset:theirs'),
]

/** What the contributor put there. */
export const MINE: readonly BoardRecord[] = [
  noteRecord('shape:mine', LABEL),
  shapeRecord('frame', 'shape:my-frame', { props: FRAME, x: 900 }),
  shapeRecord('frame', 'shape:my-full-frame', { props: FRAME, x: 1800 }),
  shapeRecord('frame', 'shape:my-inner-frame', { props: FRAME, parentId: 'shape:my-full-frame' }),
  shapeRecord('group', 'shape:my-arrow'),
  asset('asset:mine'),
  asset('asset:shown'),
]

/** What the owner did with that: ties the arrow, lays a note into the inner frame, shows the picture too. */
export const AFTER: readonly BoardRecord[] = [
  binding('binding:of-mine', 'shape:my-arrow'),
  noteRecord('shape:lodger', LABEL, { parentId: 'shape:my-inner-frame' }),
  shapeRecord('group', 'shape:their-picture', { props: { assetId: 'asset:shown' } }),
]

const change = (records: Records, id: string, changes: Partial<BoardRecord>): void => {
  const before = readRecord(records, id)
  if (before !== undefined) updateRecord(records, before, { ...before, ...changes } as BoardRecord)
}
const entry = (records: Records, id: string): Y.Map<unknown> => records.get(id) as Y.Map<unknown>
const textOf = (records: Records, id: string): Y.XmlFragment => entry(records, id).get('t') as Y.XmlFragment

/** What a hostile client of somebody who may only contribute does to what others made. */
export const OWN_ATTACKS: Record<string, (records: Records) => void> = {
  'moves a note': (records) => change(records, 'shape:theirs', { x: 50 }),
  'deletes a note': (records) => records.delete('shape:theirs'),
  'says that a note is theirs, and moves it': (records) =>
    change(records, 'shape:theirs', { x: 1, meta: { by: 'contributor' } }),
  'hangs a note into their own frame': (records) => change(records, 'shape:theirs', { parentId: 'shape:my-frame' }),
  'writes in a note': (records) => textOf(records, 'shape:theirs').insert(0, [new Y.XmlElement('paragraph')]),
  'takes the words out of a note': (records) => textOf(records, 'shape:theirs').delete(0, 1),
  'puts their own note in its place': (records) => createRecord(records, noteRecord('shape:theirs')),
  'deletes a note and makes it anew': (records) => {
    records.delete('shape:theirs')
    createRecord(records, noteRecord('shape:theirs'))
  },
  'writes the base of a note anew': (records) =>
    void entry(records, 'shape:theirs').set('_', noteRecord('shape:theirs', LABEL, { x: 1 })),
  'moves one beside their own': (records) => {
    change(records, 'shape:mine', { x: 60 })
    change(records, 'shape:theirs', { x: 60 })
  },
  'gives a picture of others another source': (records) => change(records, 'asset:theirs', { props: { src: 'x' } }),
  'renames the page': (records) => change(records, 'page:page', { name: 'Min' }),
  'fixes their own note': (records) => change(records, 'shape:mine', { meta: { fixed: true } }),
}

/** How the same client would bend arrows of others. */
export const TIE_ATTACKS: Record<string, (records: Records) => void> = {
  'ties an arrow of others': (records) => createRecord(records, binding('binding:new', 'shape:their-arrow')),
  'looses an arrow of others': (records) => records.delete('binding:theirs'),
  'hangs their own tie on an arrow of others': (records) => {
    createRecord(records, binding('binding:new', 'shape:my-arrow'))
    entry(records, 'binding:new').set('fromId', 'shape:their-arrow')
  },
}

/** How it would take along what others laid into its own. */
export const CARRIER_ATTACKS: Record<string, (records: Records) => void> = {
  'moves their own frame with a note of others in it': (records) => change(records, 'shape:my-full-frame', { x: 0 }),
  'deletes their own frame with a note of others in it': (records) => records.delete('shape:my-inner-frame'),
  'deletes a picture that others show': (records) => records.delete('asset:shown'),
}

/** What the same person may do all the same. */
export const OWN_PERMITTED: Record<string, (records: Records) => void> = {
  'makes a note': (records) => createRecord(records, noteRecord('shape:new', LABEL)),
  'makes a note in a frame of others': (records) =>
    createRecord(records, noteRecord('shape:new', LABEL, { parentId: 'shape:frame' })),
  'moves their own note': (records) => change(records, 'shape:mine', { x: 77 }),
  'moves their own note into a frame of others': (records) =>
    change(records, 'shape:mine', { parentId: 'shape:frame' }),
  'writes in their own note': (records) => textOf(records, 'shape:mine').insert(0, [new Y.XmlElement('paragraph')]),
  'takes out words that others wrote in it': (records) => textOf(records, 'shape:mine').delete(0, 1),
  'deletes their own note': (records) => records.delete('shape:mine'),
  'deletes their own note and takes that back': (records) => {
    records.delete('shape:mine')
    createRecord(records, noteRecord('shape:mine', LABEL))
  },
  'moves their own empty frame': (records) => change(records, 'shape:my-frame', { x: 0 }),
  'ties their own arrow to a note of others': (records) =>
    createRecord(records, binding('binding:new', 'shape:my-arrow')),
  'looses their own arrow that others tied': (records) => records.delete('binding:of-mine'),
  'draws an arrow between notes of others': (records) => {
    createRecord(records, shapeRecord('group', 'shape:new-arrow'))
    createRecord(records, binding('binding:new', 'shape:new-arrow'))
  },
  'changes their own picture': (records) => change(records, 'asset:mine', { props: { src: 'asset:x' } }),
}
