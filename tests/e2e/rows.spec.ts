import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { wordsOn } from '@samtavle/shared/shape-words'
import { sheetXml, workbook } from '../../apps/web/src/board/import/workbook.fixture.ts'
import { board } from '../../apps/web/src/i18n/da/board.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { rows as texts } from '../../apps/web/src/i18n/da/rows.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, toast } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { expectNoBarrier } from './looks.ts'
import { openOwnBoard } from './own-board.ts'
import { noteSaying } from './own-note.ts'

async function openRows(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: board.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.importRows }).click()
  const dialog = page.getByRole('dialog', { name: texts.title })
  await expect(dialog).toBeVisible()
  return dialog
}

const fileOf = (name: string, content: string | Uint8Array) => {
  return { name, mimeType: '', buffer: Buffer.from(content as string) }
}
const counted = (count: number) =>
  (count === 1 ? texts.count_one : texts.count_other).replace('{{count}}', String(count))
const choose = (dialog: Locator, file: ReturnType<typeof fileOf>) => dialog.getByLabel(texts.file).setInputFiles(file)
const place = (dialog: Locator) => dialog.getByRole('button', { name: texts.do }).click()

/** Words, role, colour and section of every note that is stored. */
function storedNotes(records: ReadonlyMap<string, BoardRecord>) {
  return [...records.values()]
    .filter(({ type }) => type === 'note')
    .map((note) => {
      const { role, section } = (note.meta ?? {}) as { role?: string; section?: string }
      return [wordsOn(note), role, note.props?.color, section].join(' | ')
    })
    .sort()
}

test('rows of a CSV file become notes in their sections, as one step', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'borgerrejse' })
  const dialog = await openRows(page)
  const csv = [
    'Felt;Rolle;Tekst',
    '6. Hverdagen efter;Idé;Et æble',
    '1. Noget ændrer sig;Citat;"Vi ringer',
    'to gange; €5"',
    'Findes ikke;Ros;Tredje',
    ';;',
    ';Idé;',
  ].join('\r\n')
  // As Excel writes it: æ, ø and € are a byte each.
  const bytes = Buffer.from(csv.replaceAll('€', '\u0080'), 'latin1')
  await choose(dialog, fileOf('interview.csv', bytes))
  await expect(dialog.getByText(counted(3))).toBeVisible()
  await expect(dialog.getByText('»Ros« er ikke en rolle her')).toBeVisible()
  await expect(dialog.getByText('»Findes ikke« findes ikke som felt')).toBeVisible()
  await expect(dialog.getByText(texts.empty_one.replace('{{count}}', '1'))).toBeVisible()
  await place(dialog)
  await expect(dialog).toHaveCount(0)
  await expect(toast(page)).toContainText(texts.placed_other.replace('{{count}}', '3'))
  await expectSaved(page)
  const records = await readStoredBoard(owner.session, boardId)
  const stored = storedNotes(records)
  expect(stored[0]).toBe('Et æble | idea | light-violet | rejse')
  expect(stored[1]).toMatch(/^Tredje \| fact \| yellow/)
  expect(stored[2]).toBe('Vi ringer\nto gange; €5 | quote | light-blue | rejse')
  const apple = [...records.values()].find((record) => record.type === 'note' && wordsOn(record) === 'Et æble')
  expect(apple?.meta).toMatchObject({ cell: expect.stringMatching(/^p6/) })

  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(notes(page)).toHaveCount(0)
  await expectSaved(page)
  expect(storedNotes(await readStoredBoard(owner.session, boardId))).toEqual([])
})

test('what our export wrote comes back as the same notes', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'laeringsloop', examples: true },
  )
  await page.getByRole('button', { name: board.more, exact: true }).click()
  await page.getByRole('menuitem', { name: board.exportBoard }).click()
  await page.getByRole('radio', { name: board.exportCsv }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: board.saveFile }).click(),
  ])
  const csv = await readFile(await download.path())
  const before = storedNotes(await readStoredBoard(owner.session, boardId))
  expect(before.length).toBeGreaterThan(5)

  const copy = await createBoard(owner.session, { title: 'Igen', templateId: 'laeringsloop' })
  await page.goto(`/boards/${copy}`)
  await expectBoardReady(page)
  const dialog = await openRows(page)
  await choose(dialog, fileOf('tavle.csv', csv))
  await expect(dialog.getByText(texts.preview)).toBeVisible()
  await place(dialog)
  await expect(dialog).toHaveCount(0)
  await expectSaved(page)
  expect(storedNotes(await readStoredBoard(owner.session, copy))).toEqual(expect.arrayContaining(before))
})

test('an XLSX file that is dropped asks for its sheet and its columns', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage }, { templateId: 'mulighedsrum' })
  const file = workbook({
    Deltagere: sheetXml([['Bo']]),
    Svar: sheetXml([
      ['Nr', 'Hvem', 'Hvad sagde de?'],
      [1, 'Anna', 'Kortere ventetid & bedre svar'],
      [2, 'Bo', 'Ring tilbage samme dag'],
    ]),
  })
  await page.evaluate(
    (bytes) => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([new Uint8Array(bytes)], 'svar.xlsx'))
      const event = { bubbles: true, cancelable: true, dataTransfer: dropped, clientX: 700, clientY: 400 }
      document.querySelector('.tl-canvas')?.dispatchEvent(new DragEvent('drop', event))
    },
    [...file],
  )
  const dialog = page.getByRole('dialog', { name: texts.title })
  await expect(dialog.getByText(counted(1))).toBeVisible()
  await dialog.getByLabel(texts.sheet, { exact: true }).selectOption('Svar')
  await expect(dialog.getByLabel(texts.heading)).toBeChecked()
  await expect(dialog.getByText(counted(2))).toBeVisible()
  await expect(dialog.getByRole('listitem')).toContainText(['Kortere ventetid & bedre svar', 'Ring tilbage samme dag'])
  await dialog.getByLabel(texts.textColumn).selectOption('Hvem')
  await expect(dialog.getByRole('listitem')).toContainText(['Anna', 'Bo'])
  await dialog.getByLabel(texts.textColumn).selectOption('Hvad sagde de?')
  await expectNoBarrier(page)
  await place(dialog)
  await expect(dialog).toHaveCount(0)
  await expect(noteSaying(page, 'Ring tilbage samme dag')).toBeVisible()
})

test('what cannot be read is told in words, and nothing is put on the board', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage })
  const dialog = await openRows(page)
  await place(dialog)
  await expect(dialog.getByText(texts.missing)).toBeVisible()
  const corner = sheetXml([]).replace(
    '</sheetData>',
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
  )
  for (const [file, words] of [
    [fileOf('a.xlsx', Buffer.from('PK\u0003\u0004 nothing')), texts.unreadable],
    [fileOf('b.xlsx', workbook({ a: corner })), 'Filen er for stor.'],
    [fileOf('c.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])), texts.unreadable],
    [fileOf('d.csv', ''), texts.emptyFile],
    [fileOf('e.csv', 'a\n'.repeat(2_001)), 'Der er flere end 2.000 sedler.'],
    [fileOf('f.csv', `kort\n${'lang '.repeat(2_500)}`), 'Teksten i række 2 er længere end 10.000 tegn.'],
  ] as const) {
    await choose(dialog, file)
    await expect(dialog.getByText(words)).toBeVisible()
    await place(dialog)
    await expect(dialog.getByText(words)).toBeVisible()
  }
  await page.keyboard.press('Escape')
  expect(storedNotes(await readStoredBoard(owner.session, boardId))).toEqual([])

  // Who may only see the board is not offered it.
  const guest = await person()
  const other = await createBoard(owner.session, { title: 'Kun at se' })
  await addMember(owner.session, other, guest.id, 'view')
  const theirs = await signedInPage(guest, { path: `/boards/${other}` })
  await expectBoardReady(theirs)
  await theirs.getByRole('button', { name: board.more, exact: true }).click()
  await expect(theirs.getByRole('menuitem', { name: board.exportBoard })).toBeVisible()
  await expect(theirs.getByRole('menuitem', { name: texts.importRows })).toHaveCount(0)
})

test('a long import says how far it is, and can be stopped before anything is written', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage })
  const dialog = await openRows(page)
  await choose(dialog, fileOf('mange.csv', 'Mange ord på en seddel\n'.repeat(2_000)))
  await expect(dialog.getByText(counted(2_000))).toBeVisible()
  await place(dialog)
  await expect(dialog.getByRole('progressbar', { name: texts.placing })).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await dialog.getByRole('button', { name: common.cancel }).click()
  await expect(dialog).toHaveCount(0)
  await expectSaved(page)
  await expect(notes(page)).toHaveCount(0)
  expect(storedNotes(await readStoredBoard(owner.session, boardId))).toEqual([])
})
