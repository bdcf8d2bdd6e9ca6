import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { notes } from './board-page.ts'
import { expect } from './fixtures.ts'

/** A note by its words. */
export const noteSaying = (page: Page, words: string): Locator => notes(page).filter({ hasText: words })

/** Where one writes, once a note is open for it. */
export const writing = (page: Page): Locator => page.locator('.tl-shape [contenteditable="true"]')

/** Presses *Write a note*, and writes. */
export async function writeNote(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: texts.writeNote, exact: true }).click()
  await expect(writing(page)).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Escape')
  await expect(writing(page)).toHaveCount(0)
  await expect(noteSaying(page, words)).toBeVisible()
}
