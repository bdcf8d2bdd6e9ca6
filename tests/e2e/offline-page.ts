import type { Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { expectSaved, placeNote, savedState } from './board-page.ts'
import { expect } from './fixtures.ts'
import type { test } from './two-people.ts'

/** For `test.use`: the app may keep its own files here, as it does for everybody but most tests. */
export const KEEPS_APP = { serviceWorkers: 'allow' } satisfies Parameters<typeof test.use>[0]

/** How many changes the bar says that wait. */
export const waiting = (page: Page) => page.locator('[data-waiting]')

/** The words that somebody wrote and that are not on the board. */
export const handedBack = (page: Page) => page.getByRole('textbox', { name: texts.yourWords })

/** The databases of boards in this browser. */
export const boardsHere = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    return databases.flatMap(({ name = '' }) => (name.startsWith('samtavle-board:') ? [name] : []))
  })

/** The app's own files are on the device: from now on its pages open without a server. */
export async function expectAppKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })
}

/** Leaves `page` without a network, with a note on the board that no server has. @returns its id */
export async function writeAlone(page: Page, unplug: () => void, words: string): Promise<string> {
  await expectSaved(page)
  await expectAppKept(page)
  unplug()
  await expect(savedState(page)).toHaveText(texts.offline)
  const id = await placeNote(page, { x: 860, y: 360 }, words)
  await expect(savedState(page)).toHaveText(texts.offlineKept)
  return id
}
