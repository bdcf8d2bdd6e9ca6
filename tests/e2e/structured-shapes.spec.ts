import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { type ApiSession, addMember } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, shape } from './board-page.ts'
import { currentMark, findWords } from './find-bar.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

/** Id of the card or choice in a section, as the server holds it. */
async function idIn(session: ApiSession, boardId: string, section: string, part: 'card' | 'choice'): Promise<string> {
  const records = await readStoredBoard(session, boardId)
  const found = [...records.values()].find(({ meta }) => meta?.section === section && meta.part === part)
  if (found === undefined) throw new Error(`no ${part} in ${section}`)
  return found.id
}

const field = (page: Page, name: string): Locator => page.locator('.board-card').getByRole('textbox', { name })
const status = (page: Page): Locator => page.locator('.board-card').getByRole('combobox', { name: 'Status' })
const option = (page: Page, name: string): Locator => page.getByRole('radio', { name })
const heldOn = async (session: ApiSession, boardId: string, id: string) =>
  wordsOf((await readStoredBoard(session, boardId)).get(id)).split('\n')

/** From a find to what stands in the section: the search leaves the section selected, its heading comes first. */
async function reachByKeys(page: Page, words: string, steps: number): Promise<void> {
  await findWords(page, words)
  await expect(currentMark(page)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Shift+ArrowDown')
  for (let step = 0; step < steps; step++) await page.keyboard.press('Tab')
}

test('a card is filled in and its status picked with the keyboard alone', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'ideudvikling', locale: 'da' },
  )
  const id = await idIn(owner.session, boardId, 'idekort-3', 'card')
  await reachByKeys(page, 'Idékort 3', 1)
  await page.keyboard.press('Enter')
  await expect(field(page, 'Navn')).toBeFocused()
  await page.keyboard.type('Nabokortet')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Hvad går den ud på?')).toBeFocused()
  await page.keyboard.type('Naboen siger goddag')
  await expectAccessible(page)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(status(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(status(page)).toHaveValue('udforsk')
  // Before the first there is nothing: the card is left, and still selected.
  await page.keyboard.press('Shift+Tab')
  await expect(page.locator('.board-card')).toHaveCount(0)
  await expect(shape(page, id)).toContainText('Nabokortet')
  await expectSaved(page)
  expect(await heldOn(owner.session, boardId, id)).toEqual(['Nabokortet', 'Naboen siger goddag', 'Udforskes'])

  // One step for each thing done.
  await page.keyboard.press('Control+z')
  await expect(shape(page, id)).toContainText('Kladde')
  await page.keyboard.press('Control+z')
  await expect(shape(page, id)).not.toContainText('Naboen')
  await expect(shape(page, id)).toContainText('Nabokortet')
})

test('a choice is ticked with the keyboard alone, and with one click', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'styregruppestatus', locale: 'da', examples: true },
  )
  const id = await idIn(owner.session, boardId, 'samlet', 'choice')
  await expect(shape(page, id)).toContainText('Valgt · Eksempel')
  await reachByKeys(page, 'Samlet status', 2)
  await page.keyboard.press('Enter')
  await expect(option(page, 'Kræver beslutning')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ArrowRight')
  await expect(option(page, 'På sporet')).toBeFocused()
  await expect(option(page, 'På sporet')).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(option(page, 'På sporet')).toBeChecked()
  await expect(option(page, 'Kræver beslutning')).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.locator('.board-choice')).toHaveCount(0)
  // Whoever ticks answers for themselves.
  await expect(shape(page, id)).toContainText('Valgt')
  await expect(shape(page, id)).not.toContainText('Eksempel')
  await expectSaved(page)
  expect(await heldOn(owner.session, boardId, id)).toEqual(['På sporet'])

  const box = await shape(page, id).boundingBox()
  if (box === null) throw new Error('the choice is not on screen')
  await page.keyboard.press('Escape')
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 3)
  await page.keyboard.press('Escape')
  await expectSaved(page)
  expect(await heldOn(owner.session, boardId, id)).toEqual(['Kræver opmærksomhed'])
  await page.keyboard.press('Control+z')
  await expectSaved(page)
  await expect.poll(() => heldOn(owner.session, boardId, id)).toEqual(['På sporet'])
})

test('two people write in two fields of one card at once, and both are kept', async ({ person, signedInPage }) => {
  const {
    owner,
    boardId,
    page: a,
  } = await openOwnBoard({ person, signedInPage }, { templateId: 'ideudvikling', locale: 'da' })
  const bo = await person({ name: 'Bo Krogh' })
  await addMember(owner.session, boardId, bo.id, 'edit')
  const b = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(b)
  const id = await idIn(owner.session, boardId, 'idekort-1', 'card')
  for (const page of [a, b]) await shape(page, id).dblclick({ force: true })
  const [mine, theirs] = [field(a, 'Navn'), field(b, 'Mindste test')]
  await mine.focus()
  await theirs.focus()
  await Promise.all([
    mine.pressSequentially('Køleskabskortet', { delay: 20 }),
    theirs.pressSequentially('Tre borgere fredag', { delay: 20 }),
  ])
  // Each sees the other's words come, with their own still open.
  await expect(field(a, 'Mindste test')).toHaveValue('Tre borgere fredag')
  await expect(field(b, 'Navn')).toHaveValue('Køleskabskortet')
  await expect(mine).toBeFocused()
  await expect(mine).toHaveValue('Køleskabskortet')
  for (const page of [a, b]) await expectSaved(page)
  expect(await heldOn(owner.session, boardId, id)).toEqual(['Køleskabskortet', 'Tre borgere fredag', 'Kladde'])
})

test('who may only look sees what is ticked and written, and is offered neither', async ({ person, signedInPage }) => {
  const { owner, boardId } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'styregruppestatus', locale: 'da', examples: true },
  )
  const guest = await person({ name: 'Gæst Vium' })
  await addMember(owner.session, boardId, guest.id, 'view')
  const page = await signedInPage(guest, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  const id = await idIn(owner.session, boardId, 'samlet', 'choice')
  await expect(shape(page, id)).toContainText('Valgt')
  await shape(page, id).dblclick({ force: true })
  await expect(page.locator('.board-choice')).toHaveCount(0)
  expect(await heldOn(owner.session, boardId, id)).toEqual(['Kræver beslutning'])
})

test('a trial-action card from the menu is ready only once the specification is met', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage })
  await page.getByRole('button', { name: texts.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.insertTrialCard }).click()
  await expect(page.locator('.tl-shape[data-shape-type="samtavle-card"]')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field(page, 'Prøvehandlingen')).toBeFocused()
  await expect(field(page, 'Stop, hvis …')).toHaveAttribute('placeholder', /af hensyn til borger/)
  const ready = status(page).locator('option[value="klar"]')
  await expect(ready).toBeDisabled()
  await expect(ready).toContainText('Klar – mangler Vi tror, at … · Mindste test')
  for (const name of ['Vi tror, at …', 'Mindste test', 'Tegn på, at det virker', 'Stop, hvis …', 'Ansvarlig']) {
    await field(page, name).fill(`Om ${name}`)
  }
  await expect(ready).toHaveText('Klar')
  await status(page).selectOption('klar')
  await expectAccessible(page)
  await expectSaved(page)
  const records = await readStoredBoard(owner.session, boardId)
  const card = [...records.values()].find(({ type }) => type === 'samtavle-card')
  expect(wordsOf(card).split('\n').at(-1)).toBe('Klar')
})
