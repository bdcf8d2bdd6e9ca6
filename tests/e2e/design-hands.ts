import type { Locator, Page } from '@playwright/test'
import type { Localised } from '@samtavle/shared/locale'
import { board as boardTexts } from '../../apps/web/src/i18n/da/board.ts'
import { design as texts } from '../../apps/web/src/i18n/da/design.ts'
import { library } from '../../apps/web/src/i18n/da/library.ts'
import { expect } from './fixtures.ts'
import { tabTo } from './keyboard.ts'

const LANGUAGES = { da: 'Dansk', en: 'English', nb: 'Norsk bokmål' } as const

/** The panel in which a template is designed. */
export const designPanel = (page: Page): Locator => page.getByRole('complementary', { name: texts.title })

/** One part of the panel. */
export const tab = (page: Page, name: 'tabSections' | 'tabSteps' | 'tabChecks'): Locator =>
  designPanel(page).getByRole('tab', { name: texts[name].split(' ')[0] ?? '' })

/** A field for words of one kind in one language, named as in the interface. */
export const wordsField = (within: Locator, label: string, locale: keyof typeof LANGUAGES): Locator =>
  within.getByLabel(`${label}, ${LANGUAGES[locale]}`, { exact: true })

const hasFocus = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement)

/** Opens the panel from the board's menu, with the keyboard alone; it has the focus then. */
export async function openDesign(page: Page): Promise<void> {
  await page.getByRole('button', { name: boardTexts.more, exact: true }).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: texts.title })
  await expect(item).toBeVisible()
  for (let i = 0; i < 20 && !(await hasFocus(item)); i++) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(designPanel(page).getByRole('heading', { name: texts.title })).toBeFocused()
}

/** Types words into a field that is reached with Tab. */
export async function typeInto(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.insertText(words)
}

/** Types words in three languages. */
export async function typeWords(page: Page, within: Locator, label: string, words: Localised): Promise<void> {
  for (const locale of ['da', 'en', 'nb'] as const) {
    if (words[locale] !== '') await typeInto(page, wordsField(within, label, locale), words[locale])
  }
}

/** Adds a section with the keyboard, from where the focus is. */
export async function addSection(page: Page, heading: Localised, question: Localised): Promise<void> {
  const panel = designPanel(page)
  const opener = panel.getByRole('button', { name: texts.addSection })
  if (!(await hasFocus(opener))) await tabTo(page, opener)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: library.sectionTitle })
  await expect(dialog).toBeVisible()
  await typeWords(page, dialog, texts.part_heading, heading)
  await typeWords(page, dialog, texts.part_question, question)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
}
