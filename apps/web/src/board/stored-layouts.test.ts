import { readFileSync } from 'node:fs'
import { openBackup } from '@samtavle/shared/board-backup'
import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import { LOCALES } from '@samtavle/shared/locale'
import { readBoard } from '@samtavle/shared/read-board'
import { checkRecord, migrateRecords, openInStore } from '@samtavle/shared/record-schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

/**
 * Boards as earlier releases stored them, each with something that people wrote. When the props of a shape change, or
 * templates draw something by other means, a board of the layout until then is added; none is ever taken away.
 */
const FILES = new URL('../../../../tests/fixtures/stored-boards/', import.meta.url)

function stored(file: string): BoardRecord[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, readFileSync(new URL(file, FILES)))
  return readAllRecords(doc)
}

const sorted = (records: readonly BoardRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

/** What is written in a section, cell by cell, without the examples. */
function written(records: readonly BoardRecord[], title: string): string[] {
  const section = readBoard(records, { part: 'board' }).find((one) => one.title === title)
  const own = section?.cells.flatMap((cell) => cell.texts.filter(({ example }) => !example))
  return own?.map(({ text }) => text) ?? []
}

const EARLIER = [
  ['plain-shapes/ideudvikling.update', 'Idékort 3', ['Nabokortet', 'Prøv i to opgange på lørdag']],
  ['plain-shapes/styregruppestatus.update', 'Samlet status', ['På sporet ✔']],
  ['plain-shapes/borgermoede.update', 'Mødets form', ['Samskabelse ✔']],
  ['plain-shapes/proevehandling.update', 'Vi tror, at …', []],
  ['cards-and-choices/ideudvikling.update', 'Idékort 3', ['Nabokortet', 'Prøv i to opgange på lørdag', 'Overvejes']],
  ['cards-and-choices/styregruppestatus.update', 'Samlet status', ['På sporet']],
  ['lines-and-labels/borgerrejse.update', '4. Jeg får svar', ['Ingen ved, hvem der kommer']],
  ['lines-and-labels/mulighedsrum.update', 'Nytte og mulighed', ['Spørgsmål 2']],
] as const

test.each(EARLIER)('%s opens as it was stored, with its words', (file, section, words) => {
  const records = stored(file)
  expect(records.length).toBeGreaterThan(50)
  for (const record of records) expect(checkRecord(record, record.id), record.id).toEqual({ ok: true, record })
  expect(sorted(openInStore(records))).toEqual(sorted(records))
  expect(written(records, section)).toEqual(words)
})

test('a backup from before cards were shapes is migrated, and keeps its words', () => {
  const file = openBackup(readFileSync(new URL('plain-shapes/ideudvikling.samtavle.json', FILES), 'utf8'))
  if (!file.ok) throw new Error(file.reason)
  expect(Object.keys(file.backup.schema.sequences).filter((id) => id.includes('samtavle'))).toEqual([])
  const records = migrateRecords([...file.backup.records], file.backup.schema) ?? []
  expect(sorted(records)).toEqual(sorted(stored('plain-shapes/ideudvikling.update')))
  expect(written(records, 'Idékort 3')).toEqual(['Nabokortet', 'Prøv i to opgange på lørdag'])
  expect(LOCALES).toContain(file.backup.locale)
})
