import type { Locator, Page } from '@playwright/test'
import { board as boardTexts } from '../../apps/web/src/i18n/da/board.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { design as designTexts } from '../../apps/web/src/i18n/da/design.ts'
import { library as texts } from '../../apps/web/src/i18n/da/library.ts'
import { templates as galleryTexts } from '../../apps/web/src/i18n/da/templates.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, placeNote, shape, toast } from './board-page.ts'
import { addSection, openDesign, wordsField } from './design-hands.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { tabTo } from './keyboard.ts'
import { openOwnBoard } from './own-board.ts'

const NAME = 'Vores tjek ind'
const saveDialog = (page: Page): Locator => page.getByRole('dialog', { name: texts.saveTitle })

async function openSaving(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: boardTexts.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.save }).click()
  await expect(saveDialog(page)).toBeVisible()
  return saveDialog(page)
}

/** Saves the board on the page under this name, as new or as the next version of what it is from. */
async function saveTemplate(page: Page, name: string): Promise<void> {
  const dialog = await openSaving(page)
  await dialog.getByLabel(texts.name, { exact: true }).fill(name)
  await dialog.getByRole('button', { name: texts.saveDo }).click()
  await expect(toast(page)).toContainText(name)
}

test('a board becomes a template of our own, and a colleague makes a board of it', async ({ person, signedInPage }) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage }, { templateId: 'laeringsloop', examples: true })
  await placeNote(page, { x: 700, y: 500 }, 'Fru Holm ringer selv')
  await expectSaved(page)
  const dialog = await openSaving(page)
  await expect(dialog.getByText(texts.leftNotes_one.replace('{{count}}', '1'))).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel(texts.name, { exact: true }).fill('')
  await dialog.getByRole('button', { name: texts.saveDo }).click()
  await expect(dialog.getByText(texts.nameMissing)).toBeVisible()
  await dialog.getByLabel(texts.name, { exact: true }).fill(NAME)
  for (const words of ['Læs spørgsmålet højt.', 'Skriv hver for sig.']) {
    await dialog.getByRole('button', { name: designTexts.addStep }).click()
    await wordsField(dialog, designTexts.stepText, 'da').fill(words)
  }
  // Enter in a step ends what is typed there, and wrong minutes are not saved as what stood there before.
  await wordsField(dialog, designTexts.stepTitle, 'da').press('Enter')
  const minutes = dialog.getByLabel(designTexts.stepMinutes, { exact: true })
  const wrong = designTexts.minutesWrong.replace('{{most}}', '1440')
  await minutes.fill('0')
  await minutes.press('Enter')
  await expect(dialog.getByText(wrong)).toHaveCount(1)
  await dialog.getByRole('button', { name: texts.saveDo }).click()
  await expect(dialog.getByRole('alert')).toContainText(`${designTexts.stepMinutes}: ${wrong}`)
  await minutes.fill('10')
  await dialog.getByRole('button', { name: texts.saveDo }).click()
  await toast(page).getByRole('button', { name: texts.open }).click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(page.getByText('Skriv hver for sig.')).toBeVisible()
  await expectAccessible(page)

  const colleague = await person({ name: 'Bo Krogh' })
  const theirs = await signedInPage(colleague, { path: '/templates' })
  const group = theirs.getByRole('region', { name: galleryTexts.group_own })
  await expect(group.getByText(texts.version.replace('{{version}}', '1'))).toBeVisible()
  await expectAccessible(theirs)
  await group.getByRole('button', { name: galleryTexts.useNamed.replace('{{name}}', NAME) }).click()
  await theirs.getByRole('dialog').getByRole('button', { name: galleryTexts.create }).click()
  await expectBoardReady(theirs)
  await expect(notes(theirs).first()).toBeVisible()
  await expect(theirs.getByText('Fru Holm')).toHaveCount(0)
  await expect(theirs.getByText('Skriv hver for sig.')).toBeVisible()
})

test('a template is made from scratch: sections in two languages, steps, and a board of it in the other one', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { title: 'Tjek ind' })
  await openDesign(page)
  const add = async (da: string, en: string, question: string) => {
    await addSection(page, { da, en, nb: '' }, { da: question, en: '', nb: '' })
  }
  await add('Humør', 'Mood', 'Hvordan har du det?')
  await add('Håb', 'Hope', '')
  await expectSaved(page)
  const framesOf = async (id: string) =>
    [...(await readStoredBoard(owner.session, id)).values()].filter(({ type }) => type === 'frame')
  expect((await framesOf(boardId)).map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [760, 0],
  ])
  await page.getByTestId('canvas').press('Control+z')
  await expect.poll(async () => (await framesOf(boardId)).length).toBe(1)
  await page.getByTestId('canvas').press('Control+Shift+z')
  await expect.poll(async () => (await framesOf(boardId)).length).toBe(2)
  const note = await placeNote(page, { x: 700, y: 500 }, 'Jeg er spændt')
  await shape(page, note).click()
  await page.getByRole('button', { name: /Iagttagelse/ }).click()
  await page.getByRole('menuitem', { name: texts.markExample }).click()
  await expectSaved(page)
  await saveTemplate(page, NAME)
  await toast(page).getByRole('button', { name: texts.open }).click()
  await expect(page.getByRole('heading', { level: 3, name: 'Humør' })).toBeVisible()
  const templateId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const made = await createBoard(owner.session, { title: 'Check-in', templateId, locale: 'en' })
  expect((await framesOf(made)).map(({ props, meta }) => [props?.name, meta?.fixed, meta?.order])).toEqual([
    ['Mood', true, 0],
    ['Hope', true, 1],
  ])
  const withExample = await createBoard(owner.session, { title: 'Check-in', templateId, examples: true })
  const words = [...(await readStoredBoard(owner.session, withExample)).values()].map((record) => wordsOf(record))
  expect(words).toContain('Jeg er spændt')
  await page.goto(`/boards/${made}`)
  await expectBoardReady(page)
  await expect(notes(page)).toHaveCount(0)
  await expect(page.getByTestId('canvas').getByText('Mood')).toBeVisible()
  await expect(page.getByTestId('canvas').getByText('Hvordan har du det?')).toBeVisible()
})

test('a board that nobody wrote on follows a newer version with one click', async ({ person, signedInPage }) => {
  test.slow()
  const { owner, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'retrospektiv' })
  await saveTemplate(page, 'Vores retro')
  await toast(page).getByRole('button', { name: texts.open }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vores retro' })).toBeVisible()
  const templateId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const unused = await createBoard(owner.session, { title: 'Uge 12', templateId })
  const source = await createBoard(owner.session, { title: 'Ny udgave', templateId: 'vanebryder' })

  await page.goto(`/boards/${source}`)
  await expectBoardReady(page)
  const dialog = await openSaving(page)
  await dialog.getByRole('radio', { name: texts.asVersion }).click()
  await expect(dialog.getByLabel(texts.name, { exact: true })).toHaveValue('Vores retro')
  await dialog.getByRole('button', { name: texts.saveDo }).click()
  await expect(toast(page)).toContainText('2')

  const colleague = await person({ name: 'Bo Krogh' })
  await addMember(owner.session, unused, colleague.id, 'edit')
  const theirs = await signedInPage(colleague, { path: `/boards/${unused}` })
  await expectBoardReady(theirs)
  await page.goto(`/boards/${unused}`)
  await expectBoardReady(page)
  const notice = page.locator('[data-newer]')
  // What changes the background is the owner's.
  await expect(theirs.locator('[data-newer]')).toHaveCount(0)
  await expect(notice).toContainText(texts.newer)
  await expectAccessible(page)
  await notice.getByRole('button', { name: texts.useNewer }).click()
  await expect(toast(page)).toContainText(texts.newerUsed.replace('{{version}}', '2'))
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expectBoardReady(page)
  await expect(notice).toHaveCount(0)
})

test('a template is changed, sent as a file, deleted and taken back, by keyboard', async ({ person, signedInPage }) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage }, { templateId: 'proceslog' })
  await saveTemplate(page, 'Vores log')
  await toast(page).getByRole('button', { name: texts.open }).click()
  await page.getByRole('button', { name: texts.change }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: texts.changeTitle })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel(texts.name, { exact: true }).fill('Vores proceslog')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Vores proceslog' })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: texts.exportFile }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^vores-proceslog-.*\.json$/)
  const path = await download.path()
  await page.getByRole('button', { name: texts.delete, exact: true }).click()
  await expect(page).toHaveURL(/\/templates$/)
  await expect(page.getByRole('heading', { name: 'Vores proceslog' })).toHaveCount(0)
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(page.getByRole('heading', { name: 'Vores proceslog' })).toBeVisible()

  const wrong = { name: 'fil.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"andet"}') }
  const opener = page.getByRole('button', { name: texts.importFile })
  await opener.click()
  const asked = page.getByRole('dialog', { name: texts.importTitle })
  await expectAccessible(page)
  await asked.getByLabel(texts.importField, { exact: true }).setInputFiles(wrong)
  await asked.getByRole('button', { name: texts.importDo }).click()
  await expect(asked.getByText(texts.importWrong)).toBeVisible()
  await asked.getByLabel(texts.importField, { exact: true }).setInputFiles(path)
  await tabTo(page, asked.getByRole('button', { name: texts.importDo }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Vores proceslog' })).toBeVisible()
})

test('an administrator hides a built-in template and shows it again', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person({ role: 'admin' }), { path: '/templates/borgermoede' })
  const name = 'Borgermøde og dialog'
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('button', { name: texts.hide }).click()
  const hidden = page.getByRole('region', { name: texts.hiddenTitle })
  await expect(hidden.getByText(name)).toBeVisible()
  const member = await signedInPage(await person(), { path: '/templates' })
  await expect(member.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(member.getByRole('heading', { name, exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await hidden.getByRole('button', { name: texts.showNamed.replace('{{name}}', name) }).click()
  await expect(page.getByRole('heading', { level: 3, name, exact: true })).toBeVisible()
  await expect(hidden).toHaveCount(0)
})

test('a template is tried on a board that says when it goes, and can be kept', async ({ person, signedInPage }) => {
  const page = await signedInPage(await person(), { path: '/templates/vanebryder' })
  await page.getByRole('button', { name: texts.tryIt }).click()
  await expectBoardReady(page)
  const notice = page.locator('[data-expires]')
  await expect(notice).toContainText(/i morgen kl\.\s\d+\.\d\d/)
  await expectAccessible(page)
  const board = page.url()
  await page.goto('/boards')
  await expect(page.getByText(/Slettes i morgen kl\.\s/)).toBeVisible()
  await page.goto(board)
  await expectBoardReady(page)
  await notice.getByRole('button', { name: texts.keep }).click()
  await expect(notice).toHaveCount(0)
  await page.goto('/boards')
  await expect(page.getByRole('heading', { name: /^Prøv: / })).toBeVisible()
  await expect(page.getByText(/Slettes i morgen/)).toHaveCount(0)
})
