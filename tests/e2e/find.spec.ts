import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { addMember } from '../support/api-session.ts'
import { readStoredState } from '../support/stored-board.ts'
import {
  expectBoardReady,
  expectSaved,
  leaveNote,
  notes,
  placeNote,
  select,
  shape,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { currentMark, expectCount, expectShown, findBar, findCount, findField, findWords } from './find-bar.ts'
import { expect } from './fixtures.ts'
import { expectVisibleFocus, tabTo } from './keyboard.ts'
import { expectNoBarrier } from './looks.ts'
import { openOwnBoard } from './own-board.ts'
import { noteSaying, writeNote, writing } from './own-note.ts'
import { test } from './two-people.ts'

const JOURNEY = { title: 'Uge 37: rejsen', templateId: 'borgerrejse', examples: true, locale: 'da' } as const
const PAIN = NOTE_ROLE_LOOK.pain.name.da

test('words are found and counted, the next and the previous go around, and others’ edits move nobody', async ({
  pair: { a, b },
}) => {
  const first = await placeNote(a, { x: 420, y: 420 }, 'Borgeren venter')
  const other = await placeNote(a, { x: 760, y: 420 }, 'Vejret er godt')
  const second = await placeNote(a, { x: 1100, y: 420 }, 'Hvem ringer til BORGEREN?')
  await findWords(a, 'borgeren')
  await expectCount(a, 1, 2)
  await expectShown(a, shape(a, first))
  await a.keyboard.press('Enter')
  await expectCount(a, 2, 2)
  await expectShown(a, shape(a, second))
  await a.keyboard.press('Enter')
  await expectCount(a, 1, 2)
  await a.keyboard.press('Shift+Enter')
  await expectCount(a, 2, 2)
  await findBar(a).getByRole('button', { name: texts.findNext }).click()
  await expectCount(a, 1, 2)
  await findBar(a).getByRole('button', { name: texts.findPrevious }).click()
  await expectCount(a, 2, 2)
  await expectShown(a, shape(a, second))

  // Somebody else writes the word on a note before mine, and takes it away again.
  await expect(wordsOn(b, other)).toHaveText('Vejret er godt')
  await writeOn(b, other)
  await b.keyboard.type(' siger borgeren')
  await expectCount(a, 3, 3)
  await expectShown(a, shape(a, second))
  await leaveNote(b)
  await select(b, second)
  await b.keyboard.press('Delete')
  await expect(findCount(a)).toHaveText(texts.found.replace('{{count}}', '2'))
  await expect(currentMark(a)).toHaveCount(0)
  await findField(a).press('Enter')
  await expectCount(a, 1, 2)
  await findField(a).press('Shift+Enter')
  await expectCount(a, 2, 2)
  await expectShown(a, shape(a, other))

  await findField(a).fill('rundetårn')
  await expect(findCount(a)).toHaveText(texts.foundNothing)
  await expect(currentMark(a)).toHaveCount(0)
})

test('on a whole journey a hit is brought to where it can be read, also on a phone, and Escape gives the focus back', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage }, JOURNEY)
  const share = page.getByRole('button', { name: texts.share, exact: true })
  await share.focus()
  await findWords(page, 'badevaerelset')
  await expectCount(page, 1, 1)
  await expectShown(page, noteSaying(page, 'Falder på badeværelset'))
  await findField(page).fill('tager kontakt')
  const heading = page.locator('.tl-shape[data-shape-type="text"]').filter({ hasText: '2. Jeg tager kontakt' })
  await expectShown(page, heading)
  await findField(page).fill('48 timer')
  await expectShown(page, noteSaying(page, 'De første 48 timer hjemme'))

  await page.setViewportSize({ width: 390, height: 844 })
  await findField(page).fill('25 minutter')
  await expectShown(page, noteSaying(page, 'Hjælperen har 25 minutter'))
  await page.keyboard.press('Escape')
  await expect(findBar(page)).toHaveCount(0)
  await expect(currentMark(page)).toHaveCount(0)
  await expect(share).toBeFocused()

  // Asked again, the last words are there, and the next letter replaces them.
  await page.keyboard.press('Control+f')
  await expect(findField(page)).toHaveValue('25 minutter')
  await page.keyboard.type('kørelisten')
  await expect(findField(page)).toHaveValue('kørelisten')
  await expectShown(page, noteSaying(page, 'Kørelisten lægges om'))
})

test('the keyboard alone finds a note, goes on to it and writes there', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage })
  await writeNote(page, 'Ringer selv')
  await writeNote(page, 'Venter hjemme')
  const menu = page.getByRole('button', { name: texts.more, exact: true })
  await menu.focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: texts.find })
  await expect(item).toContainText('Ctrl F')
  while (!(await item.evaluate((element) => element === document.activeElement))) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(findField(page)).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()

  await findWords(page, 'selv')
  await expectCount(page, 1, 1)
  const goOn = findBar(page).getByRole('button', { name: texts.findGoToNote })
  await tabTo(page, goOn)
  await tabTo(page, findField(page), 'Shift+Tab')
  await page.keyboard.press('Control+Enter')
  await expect(findBar(page)).toHaveCount(0)
  await expect(page.locator('.tl-container')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(noteSaying(page, 'Ringer selv').locator('[contenteditable="true"]')).toBeFocused()
  await page.keyboard.press('Escape')

  await findWords(page, 'hjemme')
  await tabTo(page, goOn)
  await page.keyboard.press('Enter')
  await expect(page.locator('.tl-container')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(noteSaying(page, 'Venter hjemme')).toHaveCount(0)
  await expect(noteSaying(page, 'Ringer selv')).toBeVisible()
})

test('whoever looks something up in the midst of a sentence writes on, and keys in the bar are not the canvas’s', async ({
  person,
  signedInPage,
}) => {
  const { page } = await openOwnBoard({ person, signedInPage })
  await writeNote(page, 'Først')
  await page.getByRole('button', { name: texts.writeNote, exact: true }).click()
  await expect(writing(page)).toBeFocused()
  await page.keyboard.type('Jeg skriver')
  await findWords(page, 'nrdt')
  await expect(findCount(page)).toHaveText(texts.foundNothing)
  await expect(writing(page)).toHaveCount(0)
  await findBar(page).getByRole('button', { name: texts.findNext }).press('n')
  await findBar(page).getByRole('button', { name: texts.findNext }).press('Delete')
  await expect(notes(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(writing(page)).toBeFocused()
  // The editor of a note puts the caret behind the words a moment after it has come.
  await expect.poll(() => page.evaluate(() => getSelection()?.focusOffset)).toBe('Jeg skriver'.length)
  await page.keyboard.type(' videre')
  await expect(noteSaying(page, 'Jeg skriver videre')).toBeVisible()

  // After a hit was looked at, Escape leaves one there.
  await findWords(page, 'først')
  await expectCount(page, 1, 1)
  await page.keyboard.press('Escape')
  await expect(page.locator('.tl-container')).toBeFocused()
  await expect(writing(page)).toHaveCount(0)
})

test('who may only view finds as well and writes nothing; in a dialog the key is the browser’s', async ({
  pair: { a, b, anna, bo, boardId },
}) => {
  const id = await placeNote(a, { x: 560, y: 360 }, 'Ventetid på svar')
  await expectSaved(a)
  await addMember(anna.session, boardId, bo.id, 'view')
  await b.reload()
  await expectBoardReady(b)
  await expect(b.getByText(texts.viewOnly, { exact: true })).toBeVisible()
  const stored = await readStoredState(anna.session, boardId)
  await findWords(b, 'ventetid')
  await expectCount(b, 1, 1)
  await expectShown(b, shape(b, id))
  await findBar(b).getByRole('button', { name: texts.findGoToNote }).click()
  await expect(b.locator('.tl-container')).toBeFocused()
  await expect(b.locator('[aria-live="assertive"]').filter({ hasText: 'Ventetid på svar' })).toBeAttached()
  expect(await readStoredState(anna.session, boardId)).toEqual(stored)

  await a.keyboard.press('?')
  const dialog = a.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await a.keyboard.press('Control+f')
  await expect(findBar(a)).toHaveCount(0)
  await a.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await a.keyboard.press('Control+f')
  await expect(findField(a)).toBeFocused()
})

test('the bar stands in nobody’s way, with hits, without, and beside the panel of styles', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage }, JOURNEY)
  await findWords(page, PAIN)
  await expect(currentMark(page)).toBeVisible()
  await expectNoBarrier(page, false)
  await findField(page).fill('findes ikke')
  await expect(findCount(page)).toHaveText(texts.foundNothing)
  await expectNoBarrier(page, false)

  await findField(page).fill(JOURNEY.title)
  await expect(currentMark(page)).toBeVisible()
  const panel = page.locator('.tlui-style-panel__wrapper')
  await expect(panel).toBeVisible()
  await expect(async () => {
    const [bar, styles] = [await findBar(page).boundingBox(), await panel.boundingBox()]
    expect(styles?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0))
  }).toPass()
})
