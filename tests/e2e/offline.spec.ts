import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { expectBoardReady, expectSaved, notes, placeNote, savedState } from './board-page.ts'
import { expect } from './fixtures.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

test.use({ serviceWorkers: 'allow' })

const waiting = (page: Page) => page.locator('[data-waiting]')

/** The app's own files are on the device: from now on its pages open without a server. */
async function expectAppKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (navigator.serviceWorker.controller === null) await new Promise((resolve) => setTimeout(resolve, 20))
  })
}

test('D1: what is written without a server is on the device, opens there again, and is sent when the server is back', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, b, cables } = pair
  await placeNote(a, { x: 560, y: 360 }, 'Før')
  await expectSaved(a)
  await expectAppKept(a)
  cables.a.unplug()
  await expect(savedState(a)).toHaveText(texts.offline)
  await placeNote(a, { x: 860, y: 360 }, 'Uden net')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await expect(waiting(a)).toHaveAttribute('data-waiting', '1')

  await a.reload()
  await expectBoardReady(a)
  await expect(notes(a)).toHaveCount(2)
  await expect(savedState(a)).toHaveText(texts.offlineKept, { timeout: 15_000 })
  await expect(waiting(a)).toHaveAttribute('data-waiting', '1')

  cables.a.plugIn()
  await a.getByRole('button', { name: texts.reconnectNow }).click()
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  await expect(waiting(a)).toHaveCount(0)
  await expect(notes(b).filter({ hasText: 'Uden net' })).toBeVisible()
  await expect(notes(a)).toHaveCount(2)
})
