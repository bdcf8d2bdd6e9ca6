import { type BackupSchema, openBackup } from '@samtavle/shared/board-backup'
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
import { BackupPictures, boardBackup, documentRecords } from './board-backup.ts'

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

const held = (store: TLStore) => ({ records: documentRecords(store), schema: boardSchema.serialize() as BackupSchema })

test('the backup of an open board holds the document and nothing of the session', async () => {
  const { content, restorable } = boardBackup(BOARD, held(openStore()), new BackupPictures(), NOW)
  expect(restorable).toBe(true)
  const opened = openBackup(await content.text())
  if (!opened.ok) throw new Error(opened.reason)
  const { records, schema, ...head } = opened.backup
  expect(head).toEqual({ format: 'samtavle-board', version: 1, ...BOARD, exportedAt: '2026-11-22T12:00:00.000Z' })
  expect(records.map(({ typeName }) => typeName).sort()).toEqual(['document', 'page'])
  expect(schema).toEqual(boardSchema.serialize())
})

test('a board of which the file is too large says so', () => {
  // Two bytes a letter: counted as bytes, not as letters.
  const weight = 'æ'.repeat(11 * 1024 * 1024)
  expect(boardBackup(BOARD, held(openStore({ weight })), new BackupPictures(), NOW).restorable).toBe(false)
})

test('with pictures it has them whole, and what they weigh does not keep it from coming back', async () => {
  const pictures = new BackupPictures()
  const data = 'A'.repeat(1024 * 1024)
  for (let i = 0; i < 24; i++) pictures.add({ id: i.toString(16).padStart(64, '0'), type: 'image/png', data })
  const { content, restorable } = boardBackup(BOARD, held(openStore()), pictures, NOW)
  expect(restorable).toBe(true)
  const { version, pictures: written } = JSON.parse(await content.text())
  expect([version, written.length]).toEqual([2, 24])
  expect(written.at(-1)).toEqual({ id: '17'.padStart(64, '0'), type: 'image/png', data })
})
