import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { readPdf } from '../support/read-pdf.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { openExport, saveExport, sectionNames } from './export-dialog.ts'
import { expect, test } from './fixtures.ts'
import { findTemplate, libraryNumbers } from './library-templates.ts'
import { openOwnBoard } from './own-board.ts'

/** Two with what the others lack, cards and loose pieces; the whole library takes ten minutes: `LIBRARY=all`. */
const NUMBERS = libraryNumbers('T14', 'T17')
const sorted = (records: Map<string, BoardRecord>) => [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
/** Lines are broken where they must be, on paper too, and a sign that the typeface lacks is drawn, not written. */
const closedUp = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{Nd}]/gu, '')

for (const number of NUMBERS) {
  test(`${number} in a browser: its backup is an equal board, its PDF has each section and all its words`, async ({
    admin,
    person,
    signedInPage,
  }) => {
    test.setTimeout(300_000)
    const template = await findTemplate(admin, number)
    const title = `Ærø: ${number}`
    const { page, owner, boardId } = await openOwnBoard(
      { person, signedInPage },
      { title, templateId: template.id, examples: true },
    )
    const before = await readStoredBoard(owner.session, boardId)
    const backup = await saveExport(page, await openExport(page, texts.exportBackup))
    const { id } = await owner.session.ask<{ id: string }>('POST', '/api/boards/import', JSON.parse(backup.text))
    expect(sorted(await readStoredBoard(owner.session, id))).toEqual(sorted(before))

    const dialog = await openExport(page, texts.exportPdf)
    const sections = await sectionNames(dialog)
    expect(sections.length).toBeGreaterThan(0)
    const pdf = await readPdf((await saveExport(page, dialog, 120_000)).file)
    expect(pdf.outline.filter((name) => name !== texts.outsideSections)).toEqual(sections)
    expect(pdf.pages).toHaveLength(pdf.outline.length)
    const printed = closedUp(pdf.pages.map(({ text }) => text).join(''))
    const missing = [...before.values()]
      .map((record) => wordsOf(record))
      .filter((text) => {
        return text.split('\n').some((line) => !printed.includes(closedUp(line)))
      })
    expect(missing).toEqual([])
  })
}
