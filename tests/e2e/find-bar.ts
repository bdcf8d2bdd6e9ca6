import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { expect } from './fixtures.ts'

/** The bar for finding, and what is in it. */
export const findBar = (page: Page): Locator => page.getByRole('search', { name: texts.find })
export const findField = (page: Page): Locator => findBar(page).getByRole('textbox', { name: texts.find })
export const findCount = (page: Page): Locator => findBar(page).getByRole('status')

/** The line around the hit where one is. */
export const currentMark = (page: Page): Locator => page.locator('[data-find-current]')

/** Opens the bar with its key and types. */
export async function findWords(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await expect(findField(page)).toBeFocused()
  await page.keyboard.type(words)
}

export async function expectCount(page: Page, number: number, count: number): Promise<void> {
  const said = texts.findCount.replace('{{number}}', String(number)).replace('{{count}}', String(count))
  await expect(findCount(page)).toHaveText(said)
}

/** The mark lies around this shape, which is wholly on screen, under no bar, and large enough to be read. */
export async function expectShown(page: Page, hit: Locator): Promise<void> {
  await expect(async () => {
    const [shape, mark, bar, window] = [
      await hit.boundingBox(),
      await currentMark(page).boundingBox(),
      await findBar(page).boundingBox(),
      await page.locator('#board-canvas').boundingBox(),
    ]
    if (!shape || !mark || !bar || !window) throw new Error('the hit, its mark or the bar is not on screen')
    for (const side of ['x', 'y'] as const) expect(Math.abs(shape[side] - 4 - mark[side])).toBeLessThan(2)
    for (const side of ['width', 'height'] as const) expect(Math.abs(shape[side] + 8 - mark[side])).toBeLessThan(2)
    expect(shape.x).toBeGreaterThanOrEqual(window.x)
    expect(shape.y).toBeGreaterThanOrEqual(window.y)
    expect(shape.x + shape.width).toBeLessThanOrEqual(window.x + window.width)
    expect(shape.y + shape.height).toBeLessThanOrEqual(window.y + window.height)
    const isBeside = shape.x > bar.x + bar.width || shape.x + shape.width < bar.x
    expect(isBeside || shape.y > bar.y + bar.height, 'the bar does not lie on it').toBe(true)
    expect(shape.width).toBeGreaterThan(200 * 0.59)
  }).toPass()
}
