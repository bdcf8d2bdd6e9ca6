import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { fullBoard } from '../../apps/web/src/i18n/da/full-board.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, placeNote, savedState, toast, wordsOn, writeOn } from './board-page.ts'
import { holdBoardSocket } from './board-socket.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

/** More letters than a full board takes as small changes. */
const THOUGHT = 'Ny tanke, som der ikke er plads til på en tavle, der er fuld'

const dialog = (page: Page) => page.getByRole('dialog')
const handedBack = (page: Page) => page.getByRole('textbox', { name: texts.yourWords })

test('on a full board the words that found no room are handed back; what was deleted and small changes stay', async ({
  person,
  signedInPage,
}) => {
  const anna = await person()
  const boardId = await createBoard(anna.session, { title: 'Uge 37' })
  const page = await signedInPage(anna)
  const socket = await holdBoardSocket(page)
  await page.goto(`/boards/${boardId}`)
  await expectBoardReady(page)
  const kept = await placeNote(page, { x: 420, y: 300 }, 'Bliver')
  const gone = await placeNote(page, { x: 700, y: 300 }, 'Slettes')
  await expectSaved(page)

  socket.refuseWrites()
  await writeOn(page, kept)
  await page.keyboard.type(', rettet')
  await page.keyboard.press('Escape')
  const lost = await placeNote(page, { x: 980, y: 300 }, THOUGHT)
  await notes(page)
    .and(page.locator(`[data-shape-id="${gone}"]`))
    .click()
  await page.keyboard.press('Delete')
  await expect(savedState(page)).not.toHaveText(texts.saved)
  await socket.refuseAsFull()

  await expect(dialog(page)).toContainText(fullBoard.title)
  await expect(dialog(page)).toContainText(fullBoard.words)
  await expect(handedBack(page)).toHaveValue(THOUGHT)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expectSaved(page)
  await expect(wordsOn(page, kept)).toHaveText('Bliver, rettet')
  for (const id of [gone, lost]) await expect(page.locator(`[data-shape-id="${id}"]`)).toHaveCount(0)
  const stored = await readStoredBoard(anna.session, boardId)
  expect([wordsOf(stored.get(kept)), stored.has(gone), stored.has(lost)]).toEqual(['Bliver, rettet', false, false])

  // Without words one line says it, however often somebody tries; what is sure to be taken is taken each time.
  for (let time = 0; time < 4; time++) {
    socket.refuseWrites()
    await page.keyboard.press('r')
    await page.mouse.move(500, 520)
    await page.mouse.down()
    await page.mouse.move(600, 600)
    await page.mouse.up()
    await expect(savedState(page)).not.toHaveText(texts.saved)
    await socket.refuseAsFull()
    await expect(toast(page)).toContainText(fullBoard.line)
    await expectSaved(page)
    await expect(page.locator('.tl-shape')).toHaveCount(1)
  }
})
