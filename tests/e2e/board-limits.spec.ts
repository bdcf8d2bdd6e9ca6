import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, toast, wordsOn, writeOn } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { writeNote, writing } from './own-note.ts'

test('SEC-31 a text that is more than a note may hold is taken back and said; one writes on', async ({
  person,
  signedInPage,
}) => {
  const owner = await person()
  const boardId = await createBoard(owner.session)
  const page = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await writeNote(page, 'Kort')
  const id = (await notes(page).first().getAttribute('data-shape-id')) ?? ''
  await writeOn(page, id)
  await page.evaluate((words) => navigator.clipboard.writeText(words), 'ord '.repeat(6_000))
  await page.keyboard.press('Control+v')
  await expect(toast(page)).toContainText(texts.beyondLimit)
  await page.keyboard.press('Escape')
  await expect(writing(page)).toHaveCount(0)
  await expect(wordsOn(page, id)).toHaveText('Kort')
  await writeOn(page, id)
  await page.keyboard.type(' og godt')
  await page.keyboard.press('Escape')
  await expectSaved(page)
  expect(wordsOf((await readStoredBoard(owner.session, boardId)).get(id))).toBe('Kort og godt')
})
