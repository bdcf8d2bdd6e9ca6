import type { Locator, Page } from '@playwright/test'
import { sprints } from '../../apps/web/src/i18n/da/sprints.ts'

/** A text of the page with its values put in. */
export const said = (text: string, values: Record<string, string | number> = {}): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

/** A field that finds people by name. */
export const peopleField = (within: Page | Locator, label: string): Locator =>
  within.getByRole('combobox', { name: label, exact: true })

/** Who is listed in the team, by name. */
export const teammate = (within: Page | Locator, name: string): Locator =>
  within.getByRole('listitem').filter({ hasText: name })

/** Opens the menu of the sprint's page and chooses in it. */
export async function chooseInSprint(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: said(sprints.menuFor, { title }), exact: true }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}
