import { AxeBuilder } from '@axe-core/playwright'
import { type Page, test } from '@playwright/test'
import { expect, expectAccessible } from './fixtures.ts'

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** 1280 px at 400 %, as people with low vision see a page (WCAG 1.4.10). */
const ENLARGED = { width: 320, height: 640 }

type Expected = {
  title: string | RegExp
  /** The page's one h1; absent where the board's own name stands. */
  heading: string | RegExp
  lang?: string
  /** False for the board, which is a plane and not a column of text. */
  reflows?: boolean
}

/**
 * What must hold for a page: language, title, one h1, and what `expectNoBarrier` asks for; the other two of light and
 * dark, wide and phone as well. What dark changes are colours, so only what axe knows of colours is asked there.
 */
export async function expectGoodPage(page: Page, { title, heading, lang = 'da', reflows = true }: Expected) {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  await expect(page).toHaveTitle(title)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('h1')).toContainText(heading)
  await test.step('wide, dark', async () => {
    await show(page, WIDE, 'dark')
    await expectReadable(page)
  })
  await test.step('phone, light', async () => {
    await show(page, PHONE, 'light')
    await expectAccessible(page)
  })
  await expectNoBarrier(page, reflows)
}

/**
 * A state of a page, a menu or a dialog: wide in light and on a phone in dark, axe finds nothing; nothing scrolls
 * sideways at 320 px. A round of axe on a board takes a second or two: all four for every state took a third of the
 * time of all browser tests.
 */
export async function expectNoBarrier(page: Page, reflows = true): Promise<void> {
  await test.step('phone, dark', async () => {
    await show(page, PHONE, 'dark')
    await expectAccessible(page)
  })
  if (reflows) {
    await show(page, ENLARGED, 'light')
    // A menu finds its new place a frame or two after the window has changed.
    await expect.poll(() => page.evaluate(sidewaysScrollers), 'nothing scrolls sideways at 320 px').toEqual([])
  }
  await test.step('wide, light', async () => {
    await show(page, WIDE, 'light')
    await expectAccessible(page)
  })
}

async function show(page: Page, size: typeof WIDE, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize(size)
  await page.evaluate(async () => {
    const ends = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map((animation) => animation.finished),
    )
  })
}

async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withRules(['color-contrast', 'link-in-text-block'])
    .analyze()
  const findings = violations.flatMap(({ nodes }) =>
    nodes.map((node) => `${node.target.join(' ')}: ${node.any[0]?.message}`),
  )
  expect(findings, 'everything can be read').toEqual([])
}

/** Runs in the page: what is wider than the window, or scrolls sideways within it. */
function sidewaysScrollers(): string[] {
  const found: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`)
  for (const dialog of document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')) {
    const { left, right } = dialog.getBoundingClientRect()
    if (dialog.scrollWidth > dialog.clientWidth || left < 0 || right > clientWidth) {
      found.push(`${dialog.getAttribute('role')} of ${dialog.scrollWidth} px from ${left} to ${right}`)
    }
  }
  return found
}
