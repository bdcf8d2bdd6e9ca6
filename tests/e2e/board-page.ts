import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { expect } from './fixtures.ts'

export type Point = { x: number; y: number }

/** Longer than the editor needs to learn where the caret is, on a busy machine too. */
const CARET_STAYS_MS = 150

/** The canvas, once the board's shapes are on screen. */
export async function expectBoardReady(page: Page): Promise<void> {
  await expect(page.locator('[data-board-ready="true"]')).toBeVisible({ timeout: 45_000 })
}

/** Every note on the board, as the page shows it. */
export const notes = (page: Page): Locator => page.locator('.tl-shape[data-shape-type="note"]')

/** One shape by its id. */
export const shape = (page: Page, id: string): Locator => page.locator(`.tl-shape[data-shape-id="${id}"]`)

/** Ids of all notes that are in the page. */
export const noteIds = (page: Page): Promise<string[]> =>
  notes(page).evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset.shapeId ?? ''))

/** Where a shape lies on the board, independent of the view of this browser. */
export async function placeOf(page: Page, id: string): Promise<Point> {
  return await shape(page, id).evaluate((element) => {
    const { e, f } = new DOMMatrix((element as HTMLElement).style.transform)
    return { x: Math.round(e), y: Math.round(f) }
  })
}

/** The word at a note's foot. */
export const roleWord = (page: Page, id: string): Locator => shape(page, id).locator('.board-note__foot')

/** The words on a note; while it is open for writing these are hidden behind the same words in the text editor. */
export const wordsOn = (page: Page, id: string): Locator => shape(page, id).locator('.tl-text-content > .tl-rich-text')

/** What the top bar says about saving. */
export const savedState = (page: Page): Locator => page.locator('[data-saved-state]')

export async function expectSaved(page: Page): Promise<void> {
  await expect(savedState(page)).toHaveAttribute('data-saved-state', 'saved')
  await expect(savedState(page)).toHaveText(texts.saved)
}

/**
 * Puts a note down with the note tool and leaves it.
 * @returns its id
 */
export async function placeNote(page: Page, at: Point, words = ''): Promise<string> {
  const before = new Set(await noteIds(page))
  await page.getByTestId('tools.note').click()
  await page.mouse.click(at.x, at.y)
  await expect(notes(page)).toHaveCount(before.size + 1)
  const id = (await noteIds(page)).find((one) => !before.has(one)) ?? ''
  await expect(shape(page, id).locator('[contenteditable="true"]')).toBeFocused()
  if (words !== '') await page.keyboard.type(words)
  await leaveNote(page)
  return id
}

/** Ends writing and lets go of what is selected. */
export async function leaveNote(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.locator('.tl-shape [contenteditable="true"]')).toHaveCount(0)
  await page.keyboard.press('Escape')
}

/** Opens a note for writing at the end of its words. */
export async function writeOn(page: Page, id: string): Promise<void> {
  await shape(page, id).dblclick()
  await expect(shape(page, id).locator('[contenteditable="true"]')).toBeFocused()
  // The editor puts the caret there, and once more a moment later: only a caret that has stayed is there for both.
  await expect(async () => {
    await page.waitForTimeout(CARET_STAYS_MS)
    expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('')
  }).toPass()
}

/** The middle of a shape on this browser's screen. */
export async function middleOf(page: Page, id: string): Promise<Point> {
  const box = await shape(page, id).boundingBox()
  if (box === null) throw new Error(`${id} is not on screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags a shape by its middle, in steps as a hand does. */
export async function drag(page: Page, id: string, by: Point): Promise<void> {
  const from = await middleOf(page, id)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 })
  await page.mouse.up()
}

/** Selects one shape with a click. */
export async function select(page: Page, id: string): Promise<void> {
  const at = await middleOf(page, id)
  await page.mouse.click(at.x, at.y)
}

/** The message that tells what happened. */
export const toast = (page: Page): Locator => page.locator('[data-toasts]')

/** What the button in the banner does, if the page has not connected by itself before it could be pressed. */
export async function reconnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts.reconnectNow }).evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click()
  })
}
