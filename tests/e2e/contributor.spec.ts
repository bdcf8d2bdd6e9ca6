import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { sharing } from '../../apps/web/src/i18n/da/sharing.ts'
import { addMember } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import {
  drag,
  expectBoardReady,
  expectSaved,
  leaveNote,
  middleOf,
  placeNote,
  placeOf,
  reconnect,
  select,
  shape,
  toast,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

/** tldraw reads the clipboard a moment after the key; pressed as fast as here, the next key has changed it already. */
const FAST_KEYS = /InvalidStateError: .*Clipboard data has changed/

/** The owner makes a sparring partner of a colleague, in the dialog. */
async function setRole(page: Page, name: string, role: 'edit' | 'contribute'): Promise<void> {
  await page.getByRole('button', { name: texts.share, exact: true }).click()
  await page.getByLabel(sharing.roleOf.replace('{{name}}', name)).selectOption(role)
  await expect(toast(page)).toContainText(sharing[`changed_${role}`].replace('{{name}}', name))
  await page.getByRole('button', { name: sharing.done }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Everything that a hand and a keyboard could try on a note that is somebody else's, without making anything. */
async function tryOn(page: Page, id: string): Promise<void> {
  await drag(page, id, { x: 200, y: 100 })
  const at = await middleOf(page, id)
  await page.mouse.dblclick(at.x, at.y)
  await page.keyboard.type('hov')
  await page.keyboard.press('Escape')
  await select(page, id)
  for (const key of ['Enter', 'Escape']) await page.keyboard.press(key)
  await select(page, id)
  for (const key of ['ArrowRight', 'Shift+ArrowDown', '3', ']', '[', 'Control+x', 'Delete', 'Backspace']) {
    await page.keyboard.press(key)
  }
  await select(page, id)
  await page.keyboard.press('e')
  await drag(page, id, { x: 10, y: 10 })
  await page.keyboard.press('v')
}

test('a sparring partner adds and changes what is theirs, and leaves the rest as it is, by mouse and by keyboard', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(FAST_KEYS)
  const { a, b, anna, bo, boardId } = pair
  const theirs = await placeNote(a, { x: 460, y: 300 }, 'Annas')
  await expectSaved(a)
  await setRole(a, bo.name, 'contribute')
  await expect(toast(b)).toContainText(texts.roleNow_contribute)
  const stored = (await readStoredBoard(anna.session, boardId)).get(theirs)

  const mine = await placeNote(b, { x: 900, y: 300 }, 'Bos')
  await expectSaved(b)
  await expect(wordsOn(a, mine)).toHaveText('Bos')

  await drag(b, theirs, { x: 200, y: 100 })
  await expect(toast(b)).toContainText(texts.notMine)
  await tryOn(b, theirs)
  await expect(shape(b, theirs).locator('[contenteditable="true"]')).toHaveCount(0)

  // Nothing of it was sent: the page was not refused, and its next edit goes through.
  await drag(b, mine, { x: 0, y: 200 })
  const moved = await placeOf(b, mine)
  await expect.poll(() => placeOf(a, mine)).toEqual(moved)
  await expectSaved(b)
  expect((await readStoredBoard(anna.session, boardId)).get(theirs)).toEqual(stored)
  await expect(wordsOn(b, theirs)).toHaveText('Annas')
  expect(await placeOf(b, theirs)).toEqual(await placeOf(a, theirs))
  await expect(b.getByText(texts.refusedTitle)).toHaveCount(0)
})

test('what a sparring partner made is theirs after a reload, and on another device', async ({ pair }) => {
  const { a, b, anna, bo, boardId } = pair
  await setRole(a, bo.name, 'contribute')
  const mine = await placeNote(b, { x: 900, y: 300 }, 'Bos')
  await expectSaved(b)
  await b.reload()
  await expectBoardReady(b)
  await writeOn(b, mine)
  await b.keyboard.type(' igen')
  await b.keyboard.press('Escape')
  await expect(wordsOn(a, mine)).toHaveText('Bos igen')
  await drag(b, mine, { x: 0, y: 150 })
  const moved = await placeOf(b, mine)
  await expect.poll(() => placeOf(a, mine)).toEqual(moved)

  // Anna writes in it too; it stays Bo's, who takes the words out again.
  await writeOn(a, mine)
  await a.keyboard.type(' og Anna')
  await a.keyboard.press('Escape')
  await expect(wordsOn(b, mine)).toHaveText('Bos igen og Anna')
  await writeOn(b, mine)
  for (let i = 0; i < ' og Anna'.length; i++) await b.keyboard.press('Backspace')
  await b.keyboard.press('Escape')
  await expect(wordsOn(a, mine)).toHaveText('Bos igen')
  await select(b, mine)
  await b.keyboard.press('Delete')
  await expect(shape(a, mine)).toHaveCount(0)
  await b.keyboard.press('Control+z')
  await expect(wordsOn(a, mine)).toHaveText('Bos igen')
  await expectSaved(b)
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(mine))).toBe('Bos igen')
})

test('a sparring partner who may edit again changes all, at once', async ({ pair }) => {
  const { a, b, bo } = pair
  const theirs = await placeNote(a, { x: 460, y: 300 }, 'Annas')
  await setRole(a, bo.name, 'contribute')
  await expect(toast(b)).toContainText(texts.roleNow_contribute)
  await setRole(a, bo.name, 'edit')
  await expect(toast(b)).toContainText(texts.roleNow_edit)
  await drag(b, theirs, { x: 300, y: 100 })
  const moved = await placeOf(b, theirs)
  await expect.poll(() => placeOf(a, theirs)).toEqual(moved)
})

test('who became a sparring partner while offline keeps what is theirs, and gets the words of the rest', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, b, anna, bo, boardId, cables } = pair
  const theirs = await placeNote(a, { x: 460, y: 300 }, 'Annas')
  await expect(wordsOn(b, theirs)).toHaveText('Annas')
  const mine = await placeNote(b, { x: 900, y: 300 }, 'Bos')
  await expectSaved(b)
  cables.b.unplug()
  await addMember(anna.session, boardId, bo.id, 'contribute')
  await writeOn(b, theirs)
  await b.keyboard.type(', rettet')
  await leaveNote(b)
  await writeOn(b, mine)
  await b.keyboard.type(' egen')
  await leaveNote(b)
  cables.b.plugIn()
  await reconnect(b)
  await expect(b.getByRole('dialog')).toContainText(texts.refusedTitle)
  await expect(b.getByRole('textbox', { name: texts.yourWords })).toHaveValue('Annas, rettet')
  await b.keyboard.press('Escape')
  await expect(wordsOn(b, theirs)).toHaveText('Annas')
  await expect(wordsOn(b, mine)).toHaveText('Bos egen')
  await expect(wordsOn(a, mine)).toHaveText('Bos egen')
  await drag(b, theirs, { x: 100, y: 100 })
  await expectSaved(b)
  expect(await placeOf(b, theirs)).toEqual(await placeOf(a, theirs))
})

test('the choice of what colleagues may do is reached by keyboard and named', async ({ pair }) => {
  const { a, bo } = pair
  await a.getByRole('button', { name: texts.share, exact: true }).click()
  const choice = a.getByLabel(sharing.roleOf.replace('{{name}}', bo.name))
  await expect(choice.getByRole('option')).toHaveText([sharing.edit, sharing.contribute, sharing.view])
  await choice.focus()
  await a.keyboard.press('ArrowDown')
  await expect(toast(a)).toContainText(sharing.changed_contribute.replace('{{name}}', bo.name))
  await expect(choice).toHaveValue('contribute')
  await expectAccessible(a)
})
