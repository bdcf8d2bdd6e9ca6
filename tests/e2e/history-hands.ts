import type { Locator, Page } from '@playwright/test'
import { history as texts } from '../../apps/web/src/i18n/da/history.ts'
import { expectSaved, select, shape } from './board-page.ts'
import { expect } from './fixtures.ts'

/** A text of the page with its values. */
export const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

export const panel = (page: Page): Locator => page.getByRole('complementary', { name: texts.title })
/** The version that is looked at, in place of the canvas. */
export const preview = (page: Page): Locator => page.locator('[data-version-preview]')
export const changeCount = (page: Page): Locator => preview(page).locator('[data-change-count]')

export async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts.title, exact: true }).click()
  await expect(panel(page)).toBeVisible()
}

/** Keeps the board under a name by way of the panel, which is open. */
export async function saveVersion(page: Page, name: string): Promise<void> {
  await expectSaved(page)
  await panel(page).getByRole('button', { name: texts.saveOpen }).click()
  await page.getByRole('textbox', { name: texts.name }).fill(name)
  await page.keyboard.press('Enter')
  await expect(row(page, name)).toBeVisible()
}

/** A named version in the panel. */
export const row = (page: Page, name: string): Locator =>
  panel(page).getByRole('button', { name: new RegExp(filled(texts.named, { name })) })

/** Deletes a note by selecting it with a click. */
export async function deleteNote(page: Page, id: string): Promise<void> {
  await select(page, id)
  await page.keyboard.press('Delete')
  await expect(shape(page, id)).toHaveCount(0)
}
