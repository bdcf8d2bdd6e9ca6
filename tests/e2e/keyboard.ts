import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** More stops than this before a control is a way nobody finds. */
const STOPS = 40

/**
 * Presses Tab until this control has the focus; every stop on the way must show that it has it.
 * @throws when it is not reached within forty stops
 */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible()
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press(key)
    await expectVisibleFocus(page)
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${control} is not reached with ${key}`)
}

/** Whoever looks at the page sees where the keyboard is: by an outline, or in a menu by the tint of the item. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(signOfFocus), { message: 'the focus is visible' }).toMatch(/^(outline|tint) /)
}

/** Runs in the page: how the focus shows, or what it is that does not show it. */
function signOfFocus(): string {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return 'nothing has the focus'
  const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40)}`
  const { width, height } = focused.getBoundingClientRect()
  if (width === 0 || height === 0) return `${name} has no extent`
  const isOutlined = (style: CSSStyleDeclaration) =>
    style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && !isClear(style.outlineColor)
  // A card whose link covers it is outlined as a whole, by itself or by the link's own pseudo-element.
  let element: Element | null = focused
  for (let level = 0; level < 4 && element !== null; level++) {
    if (isOutlined(getComputedStyle(element)) || isOutlined(getComputedStyle(element, '::after'))) {
      return `outline of ${name}`
    }
    element = element.parentElement
  }
  const isItem = focused.matches('[role^="menuitem"]')
  return isItem && !isClear(getComputedStyle(focused).backgroundColor) ? `tint of ${name}` : `${name} shows no focus`

  function isClear(colour: string): boolean {
    return colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour)
  }
}
