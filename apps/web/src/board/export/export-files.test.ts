import { assetSource } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { pictureRecords } from '@samtavle/shared/shape-record.fixture'
import type { Editor } from '@tldraw/tldraw'
import { afterEach, expect, test, vi } from 'vitest'
import { exportFiles } from './export-files.ts'
import type { ExportWords } from './export-words.ts'

const BOARD = { id: 'board', title: 'Rejsen', locale: 'da', templateId: 'borgerrejse' } as const
const CHOICE = {
  format: 'backup',
  scope: { part: 'board' },
  sheets: 'whole',
  readable: false,
  paper: 'a4',
  orientation: 'auto',
  scale: 2,
  transparent: false,
} as const
const WORK = { signal: new AbortController().signal, step: async () => {} }
const idOf = (n: number): string => String(n).repeat(64)

/** A board that holds what is in the list now. */
function editorOf(records: readonly BoardRecord[]): Editor {
  const store = {
    serialize: () => Object.fromEntries(records.map((record) => [record.id, record])),
    schema: { serialize: () => ({ schemaVersion: 2, sequences: {} }) },
  }
  return { store } as unknown as Editor
}

const backupOf = (records: readonly BoardRecord[]) =>
  exportFiles(BOARD, editorOf(records), CHOICE, {} as ExportWords, WORK, new Date('2026-11-23T12:00:00Z'))

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a backup holds the board of one moment: a picture placed while the others come is not in it', async () => {
  const records = pictureRecords('p1', assetSource(idOf(1)))
  vi.stubGlobal('fetch', async () => {
    records.push(...pictureRecords('p2', assetSource(idOf(2))))
    return { ok: false }
  })
  const { files, note } = await backupOf(records)
  const { records: written } = JSON.parse(await new Response(files[0]?.content as Blob).text())
  expect(written.map(({ id }: BoardRecord) => id)).toEqual(['asset:p1', 'shape:p1'])
  expect(note).toEqual({ kind: 'lacks-pictures', missing: 1, over: 0 })
})

test('a backup that is too large says as well what it lacks', async () => {
  vi.stubGlobal('fetch', async () => ({ ok: false }))
  const heavy = { id: 'document:document', typeName: 'document', meta: { weight: 'æ'.repeat(11 * 1024 * 1024) } }
  const { note } = await backupOf([...pictureRecords('p1', assetSource(idOf(1))), heavy as unknown as BoardRecord])
  expect(note).toEqual({ kind: 'too-large', missing: 1, over: 0 })
})
