import { truncate, writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved } from './board-page.ts'
import { openExport, saveExport } from './export-dialog.ts'
import { expect, test } from './fixtures.ts'
import { openImport } from './import-dialog.ts'
import { tabTo } from './keyboard.ts'
import { expectNoBarrier } from './looks.ts'
import { openOwnBoard } from './own-board.ts'
import { noteSaying, writeNote } from './own-note.ts'

const TITLE = 'Uge 37: rejsen'
const JOURNEY = { title: TITLE, templateId: 'borgerrejse', examples: true } as const
const sorted = (records: Map<string, BoardRecord>) => [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Goes on to this choice with the arrow, which is held as long as a hand holds it: a choice follows only then. */
async function chooseNext(page: Page, choice: Locator): Promise<void> {
  await page.keyboard.down('ArrowDown')
  await expect(choice).toBeChecked()
  await page.keyboard.up('ArrowDown')
}

const asFile = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

test('a board goes out as a backup and comes back as an equal one', async ({ person, signedInPage }) => {
  test.slow()
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, JOURNEY)
  await writeNote(page, 'Med på rejsen')
  await expectSaved(page)
  const dialog = await openExport(page, texts.exportCsv)
  await dialog.getByRole('radio', { name: texts.exportBackup }).click()
  const { name, text } = await saveExport(page, dialog)
  expect(name).toMatch(/^uge-37-rejsen-\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(text)).toMatchObject({ format: 'samtavle-board', version: 1, title: TITLE, locale: 'da' })

  await page.goto('/boards')
  const importing = await openImport(page)
  await importing.getByLabel(boards.importFile).setInputFiles(asFile(name, text))
  await expect(importing.getByText(`»${TITLE}«`)).toBeVisible()
  await importing.getByRole('button', { name: boards.importDo }).click()
  await expect(page).not.toHaveURL(/\/boards$/)
  await expectBoardReady(page)
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(noteSaying(page, 'Med på rejsen')).toBeAttached()
  const copy = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(copy).not.toBe(boardId)
  const [before, after] = [await readStoredBoard(owner.session, boardId), await readStoredBoard(owner.session, copy)]
  expect(before.size).toBeGreaterThan(50)
  expect(sorted(after)).toEqual(sorted(before))
  // The guide of its template came along, and it can be written on like any other.
  await expect(page.getByRole('heading', { name: texts.guideSteps })).toBeVisible()
  await writeNote(page, 'Skrevet bagefter')
  await expectSaved(page)
})

test('a board goes out as a spreadsheet and as text, whole or in part, and nothing is sent', async ({
  person,
  signedInPage,
  watch,
}) => {
  test.slow()
  const { page, owner } = await openOwnBoard({ person, signedInPage }, JOURNEY)
  await writeNote(page, '=1+1;"<b>"')
  await expectSaved(page)
  // The names of those who wrote are asked for, and every half minute how many notes build on others and have votes.
  const asked = () =>
    watch.requests().filter((request) => /^https?:.*(?<!\/members|\/evidence|\/vote)$/.test(request.url())).length
  const before = asked()

  const csv = await saveExport(page, await openExport(page, texts.exportCsv))
  expect(csv.name).toMatch(/^uge-37-rejsen-\d{4}-\d\d-\d\d\.csv$/)
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toBe('\uFEFFFelt;Celle;Rolle;Tekst;Forfatter;Farve;Eksempel')
  expect(csv.text).toContain(`;Iagttagelse;"'=1+1;""<b>""";${owner.name};Gul;nej\r\n`)
  expect(lines).toContain('6. Hverdagen efter;Lyspunkter;Lyspunkt;Fast hjælper fra uge tre;;Lysegrøn;ja')

  // The note just written is still selected.
  let dialog = await openExport(page, texts.exportCsv)
  await dialog.getByRole('radio', { name: texts.exportSelection }).click()
  const selected = await saveExport(page, dialog)
  expect(selected.text.split('\r\n')).toHaveLength(3)

  dialog = await openExport(page, texts.exportCsv)
  await dialog.getByRole('radio', { name: texts.exportMarkdown }).click()
  await dialog.getByRole('radio', { name: texts.exportSection }).click()
  await dialog.getByLabel(texts.exportWhichSection, { exact: true }).selectOption({ label: '6. Hverdagen efter' })
  const markdown = await saveExport(page, dialog)
  expect(markdown.name).toMatch(/\.md$/)
  expect(markdown.text).toContain(`# ${TITLE}\n\n## 6. Hverdagen efter\n\n### `)
  expect(markdown.text).toContain('- **Lyspunkt, Eksempel:** Fast hjælper fra uge tre\n')
  expect(markdown.text).not.toContain('1. Noget ændrer sig')
  expect(asked()).toBe(before)
})

test('a part without words is not saved, and one who only sees a board may take it along', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const [anna, lone] = [await person(), await person({ role: 'manager' })]
  const id = await createBoard(anna.session, { title: TITLE })
  await addMember(anna.session, id, lone.id, 'view')
  const page = await signedInPage(lone, { path: `/boards/${id}` })
  await expectBoardReady(page)
  let dialog = await openExport(page, texts.exportCsv)
  await dialog.getByRole('button', { name: texts.saveFile }).click()
  await expect(dialog.getByRole('alert')).toContainText(texts.exportNothing)
  await dialog.getByRole('radio', { name: texts.exportBackup }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  const { text } = await saveExport(page, dialog)
  expect(JSON.parse(text).records).toHaveLength(2)
  dialog = await openExport(page, texts.exportCsv)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: texts.more, exact: true })).toBeFocused()

  // Managers make no boards, out of files neither.
  await page.goto('/boards')
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible()
  await expect(page.getByRole('button', { name: boards.importBoard })).toHaveCount(0)
})

test('a file that is no backup is told in words, and no board is made', async ({
  person,
  signedInPage,
  watch,
}, testInfo) => {
  test.slow()
  watch.allowErrors(/status of 400/)
  const anna = await person()
  const page = await signedInPage(anna, { path: '/boards' })
  const dialog = await openImport(page)
  await dialog.getByRole('button', { name: boards.importDo }).click()
  await expect(dialog.getByText(boards.importMissing)).toBeVisible()
  const file = dialog.getByLabel(boards.importFile)
  const head = { format: 'samtavle-board', version: 1, title: 'T', locale: 'da', templateId: null }
  const rest = { exportedAt: '2026-11-22T12:00:00Z', schema: { schemaVersion: 2, sequences: {} }, records: [] }
  for (const [text, words] of [
    ['<svg onload="alert(1)"/>', boards.importNotBackup],
    ['{"tldrawFileFormatVersion":1}', boards.importNotBackup],
    [JSON.stringify({ ...head, ...rest, version: 3 }), boards.importNewer],
  ] as const) {
    await file.setInputFiles(asFile('tavle.json', text))
    await expect(dialog.getByText(words)).toBeVisible()
  }
  const large = testInfo.outputPath('tavle.json')
  await writeFile(large, '')
  await truncate(large, 20 * 1024 * 1024 + 1)
  await file.setInputFiles(large)
  await expect(dialog.getByText(boards.importTooLarge)).toBeVisible()

  await file.setInputFiles(asFile('tavle.json', JSON.stringify({ ...head, ...rest })))
  await expect(dialog.getByText('»T«')).toBeVisible()
  await dialog.getByRole('button', { name: boards.importDo }).click()
  await expect(dialog.getByRole('alert')).toContainText(boards.importRefused)
  const { boards: made } = await anna.session.ask<{ boards: unknown[] }>('GET', '/api/boards')
  expect(made).toEqual([])
})

test('both dialogs are there for everybody, by the keyboard too', async ({ person, signedInPage }) => {
  test.slow()
  const { page } = await openOwnBoard(
    { person, signedInPage },
    { title: TITLE, templateId: 'mulighedsrum', examples: true },
  )
  const more = page.getByRole('button', { name: texts.more, exact: true })
  await more.focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: texts.exportBoard })
  await expect(page.getByRole('menu')).toBeVisible()
  for (let step = 0; step < 20 && !(await item.evaluate((one) => one === document.activeElement)); step++) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: texts.exportTitle })
  await tabTo(page, dialog.getByRole('radio', { name: texts.exportPdf }))
  for (const next of [texts.exportPng, texts.exportSvg, texts.exportCsv, texts.exportMarkdown]) {
    await chooseNext(page, dialog.getByRole('radio', { name: next }))
  }
  const scope = dialog.getByRole('radiogroup', { name: texts.exportScope })
  await tabTo(page, scope.getByRole('radio', { name: texts.exportWhole }))
  await chooseNext(page, dialog.getByRole('radio', { name: texts.exportSection }))
  await expect(dialog.getByLabel(texts.exportWhichSection, { exact: true })).toBeVisible()
  await expectNoBarrier(page)
  await tabTo(page, dialog.getByRole('button', { name: texts.saveFile }))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/\.md$/)
  await expect(dialog).toHaveCount(0)
  await expect(more).toBeFocused()

  await page.goto('/boards')
  await tabTo(page, page.getByRole('button', { name: boards.importBoard }))
  await page.keyboard.press('Enter')
  const importing = page.getByRole('dialog', { name: boards.importTitle })
  await tabTo(page, importing.getByLabel(boards.importFile))
  await tabTo(page, importing.getByRole('button', { name: boards.importDo }))
  await page.keyboard.press('Enter')
  await expect(importing.getByText(boards.importMissing)).toBeVisible()
  await expectNoBarrier(page)
})
