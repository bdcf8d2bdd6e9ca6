import type { BrowserContext, Page } from '@playwright/test'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { guestList as list } from '../../apps/web/src/i18n/da/guest-list.ts'
import { guests } from '../../apps/web/src/i18n/da/guests.ts'
import { createBoard, type Person } from '../support/api-session.ts'
import { expectBoardReady, expectSaved, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { noteSaying, writeNote } from './own-note.ts'
import { said } from './sprint-hands.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
/** Two sections of the template, in the order of reading. */
const [FIRST, SECOND] = ['Indsigter og smertepunkter', 'Gemmes til senere']

async function journey(owner: Person, right: 'comment' | 'view'): Promise<{ board: string; address: string }> {
  const request = { title: 'Vores mulighedsrum', templateId: 'mulighedsrum', examples: true }
  const board = await createBoard(owner.session, request)
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const path = `/api/boards/${board}/share-links`
  const { link } = await owner.session.ask<{ link: string }>('POST', path, { right, expiresAt })
  return { board, address: link.slice(link.indexOf('/j#')) }
}

/** In dark and in light on a phone; in a wide window there is no list, and what was begun in it stays. */
async function expectNoBarrierInList(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page)
  }
  for (const width of [320, PHONE.viewport.width]) {
    await page.setViewportSize({ ...PHONE.viewport, width })
    const sideways = await page
      .locator('[data-guest-list]')
      .evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(sideways, `nothing scrolls sideways at ${width} px`).toBe(0)
  }
}

async function join(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel(guests.name).fill('Gudrun')
  await page.getByRole('button', { name: guests.join }).click()
  await expectBoardReady(page)
  return page
}

test('a guest on a phone writes under a question, changes it, takes it down and puts it back', async ({
  person,
  signedInPage,
  freshBrowser,
}) => {
  const owner = await person({ name: 'Mette Holm' })
  const { board, address } = await journey(owner, 'comment')
  const desk = await signedInPage(owner, { path: `/boards/${board}` })
  await expectBoardReady(desk)
  const page = await join(await freshBrowser(PHONE), address)
  const section = (name = '') => page.getByRole('region', { name, exact: true })
  const field = (name = '') => page.getByLabel(said(list.yourNote, { section: name }), { exact: true })
  await expect(section(FIRST).getByRole('listitem').first()).toContainText('Eksempel')
  await expectNoBarrierInList(page)

  // By keyboard alone, and what was begun is there again after a look at the canvas.
  await page.getByRole('button', { name: said(list.writeIn, { section: SECOND ?? '' }) }).press('Enter')
  await expect(field(SECOND)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(list.empty)).toBeVisible()
  await page.keyboard.type('At nogen ringede')
  await page.getByRole('button', { name: list.canvas }).press('Enter')
  await expect(field(SECOND)).toHaveCount(0)
  await page.getByRole('button', { name: list.list, exact: true }).press('Enter')
  await expect(field(SECOND)).toHaveValue('At nogen ringede')
  await field(SECOND).press('Control+Enter')
  await expect(field(SECOND)).toHaveValue('')
  await expect(field(SECOND)).toBeFocused()
  await expectSaved(page)
  await expect(noteSaying(desk, 'At nogen ringede')).toBeVisible()

  const mine = section(SECOND)
    .getByRole('listitem')
    .filter({ hasText: said(list.mine, { name: 'Gudrun' }) })
  await expect(mine).toContainText('At nogen ringede')
  await mine.getByRole('button', { name: said(list.changeNamed, { words: 'At nogen ringede' }) }).press('Enter')
  await expectNoBarrierInList(page)
  await expect(page.getByLabel(list.changeWords)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(', inden de kom')
  await page.getByRole('button', { name: list.save, exact: true }).press('Enter')
  await expect(noteSaying(desk, 'At nogen ringede, inden de kom')).toBeVisible()
  await mine.getByRole('button', { name: /^Slet/ }).press('Enter')
  await expect(noteSaying(desk, 'At nogen ringede')).toHaveCount(0)
  await toast(page).getByRole('button', { name: common.undo }).press('Enter')
  await expect(mine).toContainText('inden de kom')
  await expect(noteSaying(desk, 'At nogen ringede, inden de kom')).toBeVisible()

  // What others write comes by itself, and is theirs.
  await writeNote(desk, 'Fra Mette')
  const hers = page.getByRole('listitem').filter({ hasText: 'Fra Mette' })
  await expect(hers).toBeVisible()
  await expect(hers.getByRole('button')).toHaveCount(0)
})

test('who may only look reads the list, and a wide window shows the canvas', async ({ person, freshBrowser }) => {
  const owner = await person()
  const { address } = await journey(owner, 'view')
  const page = await join(await freshBrowser(PHONE), address)
  const first = page.getByRole('region', { name: FIRST, exact: true })
  await expect(first.getByRole('listitem').first()).toBeVisible()
  await expect(page.locator('[data-guest-list]').getByRole('textbox')).toHaveCount(0)
  await expect(page.locator('[data-guest-list]').getByRole('button')).toHaveCount(0)
  await expectNoBarrierInList(page)
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect(first).toHaveCount(0)
  await expect(page.getByRole('button', { name: list.canvas })).toHaveCount(0)
})
