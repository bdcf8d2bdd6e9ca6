import { board } from '../../apps/web/src/i18n/da/board.ts'
import { internal } from '../../apps/web/src/i18n/da/internal.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectSaved, leaveNote, placeNote, roleWord, select, shape } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

test('a note is made internal by key or from its menu, says so, and is not again by undoing', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage })
  const note = await placeNote(page, { x: 500, y: 420 }, 'Kun for os')
  await leaveNote(page)
  await select(page, note)
  const mark = shape(page, note).locator('.board-note__internal')
  const isStored = async () => (await readStoredBoard(owner.session, boardId)).get(note)?.meta?.internal

  await page.keyboard.press('9')
  await expect(mark).toHaveText('Internt')
  await expect(roleWord(page, note)).toBeVisible()
  await expectSaved(page)
  await expect.poll(isStored).toBe(true)
  await page.keyboard.press('Control+z')
  await expect(mark).toHaveCount(0)
  await expect.poll(isStored).toBeUndefined()

  await select(page, note)
  const bar = page.getByRole('toolbar', { name: board.noteRoles })
  await bar.getByRole('button').first().click()
  await page.getByRole('menuitem', { name: internal.mark }).click()
  await expect(mark).toBeVisible()
  await expectAccessible(page)
  await bar.getByRole('button').first().click()
  await page.getByRole('menuitem', { name: internal.unmark }).click()
  await expect(mark).toHaveCount(0)
})
