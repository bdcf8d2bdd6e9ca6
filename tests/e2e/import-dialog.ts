import type { Locator, Page } from '@playwright/test'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { expectBoardReady } from './board-page.ts'
import { expect } from './fixtures.ts'

/** Opens the dialog in which a file becomes a board, from the list of boards. */
export async function openImport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: boards.importBoard }).click()
  const dialog = page.getByRole('dialog', { name: boards.importTitle })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Makes a board of a file and waits until it is on the screen. Returns its id. */
export async function importFile(page: Page, name: string, content: Buffer | string): Promise<string> {
  const dialog = await openImport(page)
  await dialog.getByLabel(boards.importFile).setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
  await expect(dialog.getByText('»')).toBeVisible()
  await dialog.getByRole('button', { name: boards.importDo }).click()
  await expect(page).not.toHaveURL(/\/boards$/)
  await expectBoardReady(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
