import type { Page } from '@playwright/test'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { boards as list } from '../../apps/web/src/i18n/da/boards.ts'
import { sharing } from '../../apps/web/src/i18n/da/sharing.ts'
import { addMember } from '../support/api-session.ts'
import { readStoredBoard, readStoredState, wordsOf } from '../support/stored-board.ts'
import {
  drag,
  expectBoardReady,
  expectSaved,
  leaveNote,
  middleOf,
  noteIds,
  notes,
  placeNote,
  placeOf,
  roleWord,
  select,
  shape,
  toast,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { expect } from './fixtures.ts'
import { test } from './two-people.ts'

/** tldraw reads the clipboard a moment after the key; pressed as fast as here, the next key has changed it already. */
const FAST_KEYS = /InvalidStateError: .*Clipboard data has changed/
const TITLE = 'Prøvetavle'

const badge = (page: Page, words: string) => page.getByText(words, { exact: true })

async function expectReadOnly(page: Page, words: string): Promise<void> {
  await expect(badge(page, words)).toBeVisible()
  await expect(page.getByTestId('tools.note')).toHaveCount(0)
  await expect(page.getByRole('button', { name: texts.writeNote })).toHaveCount(0)
  await expect(page.locator('[data-saved-state]')).toHaveCount(0)
}

async function expectMayEdit(page: Page): Promise<void> {
  await expect(page.getByTestId('tools.note')).toBeVisible()
  await expectSaved(page)
}

/** The owner says in the dialog what Bo may do. */
async function setRole(page: Page, name: string, role: 'edit' | 'view'): Promise<void> {
  await page.getByRole('button', { name: texts.share, exact: true }).click()
  await page.getByLabel(sharing.roleOf.replace('{{name}}', name)).selectOption(role)
  const done = sharing[`changed_${role}`]
  await expect(toast(page)).toContainText(done.replace('{{name}}', name))
  await page.getByRole('button', { name: sharing.done }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Everything that a hand and a keyboard could try on a board with this note. */
async function tryEverything(page: Page, id: string): Promise<void> {
  const at = await middleOf(page, id)
  await drag(page, id, { x: 200, y: 100 })
  await page.mouse.dblclick(at.x, at.y)
  await page.keyboard.type('hov')
  await page.mouse.dblclick(1100, 600)
  await page.keyboard.type('hov')
  await select(page, id)
  for (const key of ['Enter', 'h', 'Escape', 'Control+a', 'ArrowRight', '3', 'Control+d', 'Control+x', 'Control+v']) {
    await page.keyboard.press(key)
  }
  for (const key of ['Control+a', 'Delete', 'Backspace', 'Control+z', 'n', 'Escape', 't', 'Escape', 'r']) {
    await page.keyboard.press(key)
  }
  await page.mouse.move(1000, 300)
  await page.mouse.down()
  await page.mouse.move(1100, 400, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('Escape')
}

test('who may only view changes nothing, by mouse or by keyboard', async ({ pair, watch }) => {
  watch.allowErrors(FAST_KEYS)
  const { a, b, anna, bo, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 }, 'Urørt')
  await expectSaved(a)
  await setRole(a, bo.name, 'view')
  await expect(toast(b)).toContainText(texts.roleNowView)
  await b.reload()
  await expectBoardReady(b)
  await expectReadOnly(b, texts.viewOnly)
  const [stored, place] = [await readStoredState(anna.session, boardId), await placeOf(b, id)]

  await tryEverything(b, id)
  await expect(shape(b, id).locator('[contenteditable="true"]')).toHaveCount(0)
  expect(await readStoredState(anna.session, boardId)).toEqual(stored)

  // What comes in goes after what would go out: once this is here, nothing of the above is still on its way.
  const next = await placeNote(a, { x: 900, y: 360 }, 'Efter')
  await expect(wordsOn(b, next)).toHaveText('Efter')
  expect((await noteIds(b)).sort()).toEqual([id, next].sort())
  expect(await placeOf(b, id)).toEqual(place)
  await expect(wordsOn(b, id)).toHaveText('Urørt')
  await expect(roleWord(b, id)).toHaveText(NOTE_ROLE_LOOK.fact.name.da)
  const kept = await readStoredBoard(anna.session, boardId)
  expect([...kept.keys()].filter((key) => key.startsWith('shape:')).sort()).toEqual([id, next].sort())
  expect(kept.get(id)).toMatchObject({ ...place, meta: { role: 'fact' } })
  expect(wordsOf(kept.get(id))).toBe('Urørt')
})

test('a change of what somebody may reaches the open page, both ways, also in the middle of a word', async ({
  pair,
}) => {
  const { a, b, anna, bo, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 })
  await expect(notes(b)).toHaveCount(1)
  await writeOn(b, id)
  await b.keyboard.type('Mens jeg måtte')
  await expect(wordsOn(a, id)).toHaveText('Mens jeg måtte')

  await setRole(a, bo.name, 'view')
  await expect(toast(b)).toContainText(texts.roleNowView)
  await expectReadOnly(b, texts.viewOnly)
  await expect(shape(b, id).locator('[contenteditable="true"]')).toHaveCount(0)
  await b.keyboard.type(' og lidt til')
  const next = await placeNote(a, { x: 900, y: 360 })
  await expect(shape(b, next)).toBeAttached()
  await expect(wordsOn(b, id)).toHaveText('Mens jeg måtte')
  await expect(wordsOn(a, id)).toHaveText('Mens jeg måtte')
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(id))).toBe('Mens jeg måtte')

  await setRole(a, bo.name, 'edit')
  await expect(toast(b)).toContainText(texts.roleNowEdit)
  await expectMayEdit(b)
  await b.keyboard.press('Escape')
  await drag(b, next, { x: 60, y: 200 })
  const moved = await placeOf(b, next)
  await expect.poll(() => placeOf(a, next)).toEqual(moved)
  await writeOn(b, id)
  await b.keyboard.type(' igen')
  await leaveNote(b)
  await expect(wordsOn(a, id)).toHaveText('Mens jeg måtte igen')
  await expectSaved(b)
})

test('whoever is removed is told so, and the board is closed to them', async ({ pair: { a, b, bo, boardId } }) => {
  await a.getByRole('button', { name: texts.share, exact: true }).click()
  await a.getByRole('button', { name: sharing.removeNamed.replace('{{name}}', bo.name) }).click()
  await expect(b.getByRole('heading', { name: texts.notAllowedTitle })).toBeVisible()
  await expect(b.getByText(texts.notAllowedText)).toBeVisible()
  await expect(b.getByText(texts.lostLast)).toHaveCount(0)
  await b.goto(`/boards/${boardId}`)
  await expect(b.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible()
  await b.getByRole('link', { name: texts.toBoards }).click()
  await expect(b.getByRole('heading', { name: list.boardsTitle, exact: true })).toBeVisible()
  await expect(b.getByText(TITLE)).toHaveCount(0)
})

test('a deleted board says so wherever it is open, and comes back from the list or from its own page', async ({
  pair,
  person,
  signedInPage,
}) => {
  const { a, b, anna, boardId } = pair
  const viewer = await person({ name: 'Ellen Friis' })
  await addMember(anna.session, boardId, viewer.id, 'view')
  const path = `/boards/${boardId}`
  const c = await signedInPage(viewer, { path })
  await expectBoardReady(c)
  const id = await placeNote(a, { x: 560, y: 360 }, 'Bliver her')
  for (const page of [b, c]) await expect(wordsOn(page, id)).toHaveText('Bliver her')
  await expectSaved(a)

  const owner = await signedInPage(anna, { path: '/boards' })
  await owner.getByRole('button', { name: list.actions.replace('{{title}}', TITLE) }).click()
  await owner.getByRole('menuitem', { name: list.delete, exact: true }).click()
  await expect(toast(owner)).toContainText(list.deleted.replace('{{title}}', TITLE))
  // Whoever points at it keeps it.
  await toast(owner).getByRole('button', { name: texts.undo }).hover()
  for (const page of [a, b, c]) {
    await expect(page.getByRole('heading', { name: texts.goneTitle })).toBeVisible()
    await expect(page.getByText(page === a ? texts.goneOwnText : texts.goneText)).toBeVisible()
    await expect(page.getByText(texts.lostLast)).toHaveCount(0)
    await expect(page.getByRole('button', { name: list.restore })).toHaveCount(page === a ? 1 : 0)
  }
  // Whoever opens it anew learns no more than about a board that never was; the owner learns what it is.
  await b.goto(path)
  await expect(b.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible()
  await a.goto(path)
  await expect(a.getByRole('heading', { name: texts.goneTitle })).toBeVisible()

  await toast(owner).getByRole('button', { name: texts.undo }).click()
  await expect(owner.getByRole('link', { name: TITLE })).toBeVisible()
  await a.goto(path)
  await expectBoardReady(a)
  await anna.session.ask('DELETE', `/api/boards/${boardId}`)
  await a.getByRole('button', { name: list.restore }).click()
  for (const page of [b, c]) await page.goto(path)
  for (const page of [a, b, c]) {
    await expectBoardReady(page)
    await expect(wordsOn(page, id)).toHaveText('Bliver her')
  }
  await expectSaved(a)
})

test('an archived board is read-only, at once and after opening it anew, until it is taken out', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(FAST_KEYS)
  const { a, b, anna, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 }, 'Gemt væk')
  await expect(wordsOn(b, id)).toHaveText('Gemt væk')
  await anna.session.ask('PATCH', `/api/boards/${boardId}`, { archived: true })
  for (const page of [a, b]) {
    await expect(toast(page)).toContainText(texts.nowArchived)
    await expectReadOnly(page, texts.viewOnlyArchived)
  }
  const stored = await readStoredState(anna.session, boardId)
  await tryEverything(a, id)
  await b.reload()
  await expectBoardReady(b)
  await expectReadOnly(b, texts.viewOnlyArchived)
  await tryEverything(b, id)
  expect(await readStoredState(anna.session, boardId)).toEqual(stored)

  await anna.session.ask('PATCH', `/api/boards/${boardId}`, { archived: false })
  for (const page of [a, b]) await expectMayEdit(page)
  await drag(b, id, { x: 120, y: 80 })
  const moved = await placeOf(b, id)
  await expect.poll(() => placeOf(a, id)).toEqual(moved)
})
