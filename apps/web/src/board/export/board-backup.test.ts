import { openBackup } from '@samtavle/shared/board-backup'
import { boardSchema } from '@samtavle/shared/record-schema'
import {
  CameraRecordType,
  createTLStore,
  DocumentRecordType,
  PageRecordType,
  TLDOCUMENT_ID,
  type TLStore,
} from '@tldraw/tldraw'
import { expect, test } from 'vitest'
import { boardBackup } from './board-backup.ts'

const BOARD = { title: 'Rejsen', locale: 'nb', templateId: 'borgerrejse' } as const
const NOW = new Date('2026-11-22T12:00:00Z')

/** A page, its document, and where this person looks. */
function openStore(meta: { weight?: string } = {}): TLStore {
  const store = createTLStore({ schema: boardSchema })
  const page = PageRecordType.createId('p')
  store.put([
    DocumentRecordType.create({ id: TLDOCUMENT_ID, name: '', gridSize: 10, meta }),
    PageRecordType.create({ id: page, name: 'Side', index: 'a1' as never }),
    CameraRecordType.create({ id: CameraRecordType.createId(page) }),
  ])
  return store
}

test('the backup of an open board holds the document and nothing of the session', () => {
  const { text, restorable } = boardBackup(BOARD, openStore(), NOW)
  expect(restorable).toBe(true)
  const opened = openBackup(text)
  if (!opened.ok) throw new Error(opened.reason)
  const { records, schema, ...head } = opened.backup
  expect(head).toEqual({ format: 'samtavle-board', version: 1, ...BOARD, exportedAt: '2026-11-22T12:00:00.000Z' })
  expect(records.map(({ typeName }) => typeName).sort()).toEqual(['document', 'page'])
  expect(schema).toEqual(boardSchema.serialize())
})

test('a board of which the file is too large says so', () => {
  // Two bytes a letter: counted as bytes, not as letters.
  const weight = 'æ'.repeat(11 * 1024 * 1024)
  expect(boardBackup(BOARD, openStore({ weight }), NOW).restorable).toBe(false)
})
