import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { toast } from './board-page.ts'
import { expect } from './fixtures.ts'

/** For how long a file may be in the making, also on a machine that does much else. */
export const MAKING_MS = 30_000

/** What the browser was given to keep. */
export type SavedFile = { name: string; file: Buffer; text: string }

/** The dialog *Eksportér*, with this format chosen; all words are those of the Danish interface. */
export async function openExport(page: Page, format: string): Promise<Locator> {
  await page.getByRole('button', { name: texts.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.exportBoard }).click()
  const dialog = page.getByRole('dialog', { name: texts.exportTitle })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('radio', { name: format }).click()
  return dialog
}

/** Saves what is chosen in the dialog, which closes and says so. */
export async function saveExport(page: Page, dialog: Locator, within = MAKING_MS): Promise<SavedFile> {
  await expect(toast(page)).toHaveText('')
  const [download, said] = await Promise.all([
    page.waitForEvent('download', { timeout: within }),
    // From the beginning: it goes away again after some seconds.
    toast(page)
      .getByText(texts.fileSaved.split('{{file}}')[1] ?? '')
      .textContent({ timeout: within }),
    dialog.getByRole('button', { name: texts.saveFile }).click(),
  ])
  const name = download.suggestedFilename()
  await expect(dialog).toHaveCount(0)
  expect(said).toContain(texts.fileSaved.replace('{{file}}', name))
  const file = await readFile(await download.path())
  return { name, file, text: file.toString('utf8') }
}

/** Names of the sections in their order, as the dialog offers them. */
export async function sectionNames(dialog: Locator): Promise<string[]> {
  await dialog.getByRole('radio', { name: texts.exportSection }).click()
  const names = await dialog.getByLabel(texts.exportWhichSection, { exact: true }).locator('option').allTextContents()
  await dialog.getByRole('radio', { name: texts.exportWhole, exact: true }).click()
  return names
}
