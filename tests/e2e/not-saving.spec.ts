import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, placeNote, savedState, shape, wordsOn, writeOn } from './board-page.ts'
import { holdBoardSocket } from './board-socket.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const notice = (page: Page) => page.locator('[data-notice]')

/** Everything that is read aloud about saving, in order. */
async function recordSaid(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    for (const status of document.querySelectorAll('[data-saving] [role="status"]')) {
      const hear = () => status.textContent && said.push(status.textContent)
      new MutationObserver(hear).observe(status, { childList: true, characterData: true, subtree: true })
    }
  })
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
}

test('a server that cannot save says so to everybody, takes nothing when it must, and goes on by itself', async ({
  person,
  signedInPage,
}) => {
  const [anna, ellen] = [await person(), await person()]
  const boardId = await createBoard(anna.session)
  await addMember(anna.session, boardId, ellen.id, 'view')
  const [page, viewer] = [await signedInPage(anna), await signedInPage(ellen)]
  const [socket, viewerSocket] = [await holdBoardSocket(page), await holdBoardSocket(viewer)]
  for (const one of [page, viewer]) {
    await one.goto(`/boards/${boardId}`)
    await expectBoardReady(one)
  }
  const id = await placeNote(page, { x: 560, y: 360 }, 'Før')
  await expectSaved(page)
  const [said, viewerSaid] = [await recordSaid(page), await recordSaid(viewer)]

  for (const one of [socket, viewerSocket]) one.say('degraded')
  await expect(notice(page)).toHaveText(texts.degraded)
  await expect(notice(viewer)).toHaveText(texts.degradedView)
  await expect(savedState(page)).toHaveText(texts.unsaved)
  await writeOn(page, id)
  await page.keyboard.type(' imens')
  // Shown to others, yet not called saved.
  await expect(wordsOn(viewer, id)).toHaveText('Før imens')
  await expect(savedState(page)).toHaveText(texts.unsaved)

  // Where the operator keeps back what is not stored, nobody is told that others see it.
  for (const one of [socket, viewerSocket]) one.say('held')
  await expect(notice(page)).toHaveText(texts.held)
  await expect(notice(viewer)).toHaveText(texts.heldView)

  for (const one of [socket, viewerSocket]) one.say('read-only')
  await expect(notice(page)).toHaveText(texts.readOnly)
  await expect(notice(viewer)).toHaveText(texts.readOnlyView)
  await expect(shape(page, id).locator('[contenteditable="true"]')).toHaveCount(0)
  await expect(page.getByTestId('tools.note')).toHaveCount(0)
  await page.keyboard.type(' for sent')
  await page.keyboard.press('Control+z')
  await expect(wordsOn(page, id)).toHaveText('Før imens')
  await expect(savedState(page)).toHaveText(texts.unsaved)
  await expectAccessible(page)
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  await (await asked).dismiss()

  for (const one of [socket, viewerSocket]) one.say(null)
  await Promise.all([socket.end('restart'), viewerSocket.end('restart')])
  for (const one of [page, viewer]) await expect(notice(one)).toHaveCount(0, { timeout: 2_000 })
  await expectSaved(page)
  await writeOn(page, id)
  await page.keyboard.type(' og efter')
  await expectSaved(page)
  await expect(wordsOn(viewer, id)).toHaveText('Før imens og efter')
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(id))).toBe('Før imens og efter')
  expect(await said()).toEqual([texts.degraded, texts.held, texts.readOnly, texts.allSaved])
  expect(await viewerSaid()).toEqual([texts.degradedView, texts.heldView, texts.readOnlyView, texts.savesAgain])
})
