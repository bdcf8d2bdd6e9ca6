import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import {
  expectBoardReady,
  expectSaved,
  leaveNote,
  placeNote,
  savedState,
  toast,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { type BoardSocket, holdBoardSocket } from './board-socket.ts'
import { test as base, expect, expectAccessible } from './fixtures.ts'

type Open = { page: Page; socket: BoardSocket; stored(): Promise<(id: string) => string> }

/** A board with a guide, and a hand on its socket. */
const test = base.extend<{ open: Open }>({
  open: async ({ person, signedInPage }, use) => {
    const anna = await person()
    const boardId = await createBoard(anna.session, { title: 'Uge 37', templateId: 'borgerrejse', locale: 'da' })
    const page = await signedInPage(anna)
    const socket = await holdBoardSocket(page)
    await page.goto(`/boards/${boardId}`)
    await expectBoardReady(page)
    const stored = async () => {
      const board = await readStoredBoard(anna.session, boardId)
      return (id: string) => wordsOf(board.get(id))
    }
    await use({ page, socket, stored })
  },
})

const view = (page: Page) => page.locator('.tl-html-layer').first().getAttribute('style')
const dialog = (page: Page) => page.getByRole('dialog')
const handedBack = (page: Page) => page.getByRole('textbox', { name: texts.yourWords })

test('what the server refuses is handed back, the rest is kept, and the page stays as it was', async ({ open }) => {
  const { page, socket, stored } = open
  const [locked, other] = [
    await placeNote(page, { x: 620, y: 420 }, 'Aftalt'),
    await placeNote(page, { x: 860, y: 420 }, 'Min'),
  ]
  await page.getByRole('button', { name: texts.nextStep }).click()
  await page.mouse.move(800, 500)
  const unmoved = await view(page)
  await page.mouse.wheel(0, 60)
  await expect.poll(() => view(page)).not.toBe(unmoved)
  await expectSaved(page)
  const before = await view(page)

  socket.refuseWrites()
  const fresh = await placeNote(page, { x: 1040, y: 420 }, 'Ny tanke')
  await writeOn(page, other)
  await page.keyboard.type(' egen')
  await writeOn(page, locked)
  await page.keyboard.type(', men ændret')
  await expect(savedState(page)).not.toHaveText(texts.saved)
  await socket.refuse([locked])

  await expect(dialog(page)).toContainText(texts.refusedTitle)
  await expect(handedBack(page)).toHaveValue('Aftalt, men ændret')
  await expectAccessible(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: texts.copyWords }).click()
  await expect(page.getByText(texts.wordsCopied)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Aftalt, men ændret')
  await page.getByRole('button', { name: texts.closeWords, exact: true }).last().click()
  await expect(dialog(page)).toHaveCount(0)

  await expectSaved(page)
  for (const [id, words] of [
    [locked, 'Aftalt'],
    [other, 'Min egen'],
    [fresh, 'Ny tanke'],
  ] as const) {
    await expect(wordsOn(page, id)).toHaveText(words)
    expect((await stored())(id)).toBe(words)
  }
  expect(await view(page)).toBe(before)
  await expect(page.locator('[aria-current="step"]')).toContainText('2')
  // What was brought over is no step of mine any more; what comes now is.
  await expect(page.getByRole('button', { name: texts.undo, exact: true })).toHaveAttribute('aria-disabled', 'true')
  await writeOn(page, other)
  await page.keyboard.type(' igen')
  await leaveNote(page)
  await expectSaved(page)
  expect((await stored())(other)).toBe('Min egen igen')
})

test('a board that was put back is not mixed with what was before, and unsaved words are handed back', async ({
  open,
}) => {
  const { page, socket, stored } = open
  const id = await placeNote(page, { x: 620, y: 420 }, 'Gammel')
  await expectSaved(page)
  socket.refuseWrites()
  const lost = await placeNote(page, { x: 860, y: 420 }, 'Ikke gemt')
  // The generation that the board has from now on.
  await page.route('**/state', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'board-generation': '2' } })
  })
  await socket.end('rebuild')
  await expect(dialog(page)).toContainText(texts.restoredTitle)
  await expect(handedBack(page)).toHaveValue('Ikke gemt')
  await page.keyboard.press('Escape')
  await expect(wordsOn(page, id)).toHaveText('Gammel')
  await expect(wordsOn(page, lost)).toHaveCount(0)
  await expectSaved(page)
  expect((await stored())(lost)).toBe('')

  await page.unrouteAll()
  await socket.end('rebuild')
  await expect(toast(page)).toContainText(texts.restoredAll)
  await expectSaved(page)
})

test('a document that is refused again and again ends the retrying, with the words at hand', async ({ open }) => {
  const { page, socket } = open
  await placeNote(page, { x: 620, y: 420 }, 'Gemt')
  await expectSaved(page)
  socket.refuseWrites()
  await placeNote(page, { x: 860, y: 420 }, 'Skal ikke tabes')
  socket.endNew('rebuild')
  await socket.end('rebuild')
  await expect(page.getByRole('heading', { name: texts.rebuildTitle })).toBeVisible()
  await expect(handedBack(page)).toHaveValue('Skal ikke tabes')
  expect(socket.opened()).toBe(4)
  socket.endNew(null)
  await page.getByRole('button', { name: texts.reload }).click()
  await expectBoardReady(page)
  await expectSaved(page)
})
