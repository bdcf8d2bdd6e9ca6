import { encodeSeed, readAllRecords, readRecord, recordMapOf, restoreRecords } from '@samtavle/shared/board-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { FIXED_BOARD } from '../../../../tests/support/background-attacks.ts'
import { PARTICIPANT } from '../rooms/participant-policy.ts'
import { restorableRecords } from './restorable-records.ts'

const boardOf = (records: Parameters<typeof encodeSeed>[0]): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encodeSeed(records))
  return doc
}
const byId = (records: Parameters<typeof encodeSeed>[0]) => new Map(records.map((record) => [record.id, record]))

/** The version has everything elsewhere, one fixed record more, another note fixed, and notes of its own. */
const version = byId([
  ...FIXED_BOARD.filter(({ id }) => id !== 'shape:sign' && id !== 'shape:other').map((record) =>
    record.typeName === 'shape' ? { ...record, x: 7 } : { ...record, meta: { old: true } },
  ),
  shapeRecord('group', 'shape:old-background', { meta: { fixed: true } }),
  noteRecord('shape:other', {}, { meta: { fixed: true } }),
  noteRecord('shape:old', {}, { parentId: 'shape:section' }),
])

test('L7: going back to a version moves notes, and leaves the background to whoever may change it', () => {
  const doc = boardOf(FIXED_BOARD)
  const target = restorableRecords(PARTICIPANT, doc, version)
  doc.transact(() => restoreRecords(recordMapOf(doc), target))
  const now = byId(readAllRecords(doc))
  const moved = ['shape:note', 'shape:old']
  expect([...now.keys()].sort()).toEqual([...FIXED_BOARD.map(({ id }) => id), 'shape:old'].sort())
  for (const id of moved) expect(readRecord(recordMapOf(doc), id)).toEqual(version.get(id))
  for (const record of FIXED_BOARD) if (!moved.includes(record.id)) expect(now.get(record.id)).toEqual(record)
})

test('L7: whoever may change the background gets the version whole', () => {
  const doc = boardOf(FIXED_BOARD)
  doc.transact(() => restoreRecords(recordMapOf(doc), restorableRecords(null, doc, version)))
  expect(byId(readAllRecords(doc))).toEqual(version)
})
