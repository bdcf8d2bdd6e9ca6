import type { Page } from '@playwright/test'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import {
  drag,
  expectBoardReady,
  expectSaved,
  leaveNote,
  noteIds,
  notes,
  placeNote,
  placeOf,
  roleWord,
  savedState,
  select,
  toast,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { noteSaying } from './own-note.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

const word = (role: keyof typeof NOTE_ROLE_LOOK) => NOTE_ROLE_LOOK[role].name.da

test('a move and a new role of one note, both made offline, survive in both browsers', async ({ pair, watch }) => {
  const { a, b, anna, boardId } = pair
  watch.allowErrors(BROKEN_CONNECTION)
  const id = await placeNote(a, { x: 560, y: 360 }, 'Brevet kommer for sent')
  await expect(wordsOn(b, id)).toHaveText('Brevet kommer for sent')
  await expectSaved(a)
  const before = await placeOf(a, id)

  pair.unplugBoth()
  for (const page of [a, b]) await expect(savedState(page)).toHaveText(texts.offline)
  await drag(a, id, { x: 260, y: 120 })
  await select(b, id)
  await b.keyboard.press('3')
  await expect(roleWord(b, id)).toHaveText(word('pain'))
  for (const page of [a, b]) {
    await expect(savedState(page)).toHaveText(texts.offlineKept)
    await expect(page.getByText(texts.offlineKeptNotice)).toBeVisible()
  }
  const moved = await placeOf(a, id)
  expect(moved).not.toEqual(before)
  // Neither knows of the other: the sockets are really gone.
  expect(await placeOf(b, id)).toEqual(before)
  await expect(roleWord(a, id)).toHaveText(word('fact'))

  pair.plugInBoth()
  for (const page of [a, b]) {
    await expect(savedState(page)).toHaveText(texts.saved, { timeout: 30_000 })
    await expect(roleWord(page, id)).toHaveText(word('pain'))
    await expect.poll(() => placeOf(page, id)).toEqual(moved)
    await expect(page.getByText(texts.offlineKeptNotice)).toBeHidden()
  }
  const stored = (await readStoredBoard(anna.session, boardId)).get(id)
  expect(stored).toMatchObject({ ...moved, props: { color: NOTE_ROLE_LOOK.pain.colour }, meta: { role: 'pain' } })
  expect(wordsOf(stored)).toBe('Brevet kommer for sent')
})

test('both see who is here, and the pointer and name of the other', async ({ pair: { a, b, anna, bo } }) => {
  const here = (page: Page) => page.getByText(texts.here_other.replace('{{count}}', '2'))
  const pointer = (page: Page) => page.locator('.tl-cursor').locator('xpath=..')
  await a.mouse.move(600, 400)
  await b.mouse.move(700, 500)
  for (const [page, me, other] of [
    [a, anna, bo],
    [b, bo, anna],
  ] as const) {
    await expect(here(page)).toBeVisible()
    await expect(pointer(page)).toHaveCount(1)
    await expect(pointer(page)).toBeVisible()
    await expect(pointer(page).locator('.tl-nametag')).toHaveText(other.name)
    const names = `${texts.youSuffix.replace('{{name}}', me.name)}, ${other.name}`
    await expect(page.getByText(texts.hereNames.replace('{{names}}', names))).toBeAttached()
  }
  // It follows: one screen, one zoom, so the tip is where the other's hand is.
  await a.mouse.move(820, 300, { steps: 4 })
  await expect
    .poll(async () => {
      const tip = await pointer(b).boundingBox()
      return tip && [Math.round(tip.x), Math.round(tip.y)]
    })
    .toEqual([820, 300])

  // Whoever closes the page is gone, at once.
  await b.close()
  await expect(a.getByText(texts.here_one.replace('{{count}}', '1'))).toBeVisible()
  await expect(pointer(a)).toHaveCount(0)
})

test("undo takes back my own change and leaves the other's", async ({ pair: { a, b, anna, boardId } }) => {
  const id = await placeNote(a, { x: 560, y: 360 }, 'Ventetid')
  await expect(wordsOn(b, id)).toHaveText('Ventetid')
  const before = await placeOf(a, id)
  await drag(a, id, { x: 240, y: 60 })
  const moved = await placeOf(a, id)
  await expect.poll(() => placeOf(b, id)).toEqual(moved)
  await select(b, id)
  await b.keyboard.press('5')
  await expect(roleWord(a, id)).toHaveText(word('idea'))

  await a.keyboard.press('Control+z')
  for (const page of [a, b]) {
    await expect.poll(() => placeOf(page, id)).toEqual(before)
    await expect(roleWord(page, id)).toHaveText(word('idea'))
    await expect(wordsOn(page, id)).toHaveText('Ventetid')
  }
  await a.getByRole('button', { name: texts.redo, exact: true }).click()
  await expect.poll(() => placeOf(b, id)).toEqual(moved)
  await expectSaved(a)
  expect((await readStoredBoard(anna.session, boardId)).get(id)).toMatchObject({ ...moved, meta: { role: 'idea' } })
})

test('everything is there after all have left and one comes back', async ({ pair, signedInPage }) => {
  const { a, b, bo, boardId } = pair
  const first = await placeNote(a, { x: 500, y: 300 }, 'Borgeren ringer igen')
  await expect(wordsOn(b, first)).toHaveText('Borgeren ringer igen')
  const second = await placeNote(b, { x: 860, y: 520 }, 'Sagen ligger stille')
  await select(b, second)
  await b.keyboard.press('3')
  await expect(roleWord(a, second)).toHaveText(word('pain'))
  await drag(a, first, { x: -60, y: 140 })
  const places = { first: await placeOf(a, first), second: await placeOf(b, second) }
  for (const page of [a, b]) await expectSaved(page)
  await a.context().close()
  await b.context().close()

  const again = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(again)
  expect((await noteIds(again)).sort()).toEqual([first, second].sort())
  await expect(wordsOn(again, first)).toHaveText('Borgeren ringer igen')
  await expect(wordsOn(again, second)).toHaveText('Sagen ligger stille')
  await expect(roleWord(again, first)).toHaveText(word('fact'))
  await expect(roleWord(again, second)).toHaveText(word('pain'))
  expect({ first: await placeOf(again, first), second: await placeOf(again, second) }).toEqual(places)
})

test('what one writes appears while it is written, and writing on two notes loses nothing', async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  const left = await placeNote(a, { x: 520, y: 380 })
  const right = await placeNote(a, { x: 900, y: 380 })
  await expect(notes(b)).toHaveCount(2)

  await writeOn(a, left)
  await a.keyboard.type('Først')
  await expect(wordsOn(b, left)).toHaveText('Først')
  await expect(b.getByText(texts.isWriting.replace('{{name}}', 'Anna'))).toBeVisible()
  await writeOn(b, right)
  const [ofA, ofB] = [' ringer hun til kommunen, så skriver hun', 'Her venter hun fjorten dage på svar']
  await Promise.all([a.keyboard.type(ofA, { delay: 15 }), b.keyboard.type(ofB, { delay: 15 })])
  await leaveNote(a)
  await leaveNote(b)
  for (const page of [a, b]) {
    await expect(wordsOn(page, left)).toHaveText(`Først${ofA}`)
    await expect(wordsOn(page, right)).toHaveText(ofB)
    await expectSaved(page)
  }
  const stored = await readStoredBoard(anna.session, boardId)
  expect(wordsOf(stored.get(left))).toBe(`Først${ofA}`)
  expect(wordsOf(stored.get(right))).toBe(ofB)
})

test('who writes in a note that the other deletes is told, and gets the words back', async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 }, 'Hun venter')
  await expect(wordsOn(b, id)).toHaveText('Hun venter')
  await writeOn(b, id)
  await b.keyboard.type(' på svar')
  await expect(wordsOn(a, id)).toHaveText('Hun venter på svar')
  await select(a, id)
  await a.keyboard.press('Delete')
  await expect(notes(b)).toHaveCount(0)
  await expect(toast(b)).toContainText(texts.textGoneKept)
  await expectAccessible(b)
  await toast(b).getByRole('button', { name: texts.putBack }).click()
  for (const page of [a, b]) await expect(noteSaying(page, 'Hun venter på svar')).toHaveCount(1)
  await expectSaved(b)
  const [back = ''] = await noteIds(b)
  expect(back).not.toBe(id)
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(back))).toBe('Hun venter på svar')
})
