import type { Page } from '@playwright/test'
import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { board } from '../../apps/web/src/i18n/da/board.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { templates } from '../../apps/web/src/i18n/da/templates.ts'
import { type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { expectSaved } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { expectVisibleFocus, tabTo } from './keyboard.ts'
import { noteSaying, writeNote, writing } from './own-note.ts'

const KAREN = { name: 'Karen Vinther', email: 'karen@tavle.example', password: 'en rolig morgen i maj' }
const WORDS = 'Borgeren venter tre uger på svar'

/** The address that the server prints when nobody can sign in yet. */
const setUpLink = (server: SpawnedServer) =>
  server.log.map((line) => /http\S+\/setup#\S+/.exec(line)?.[0]).find((link) => link !== undefined)

const installation = test.extend<{ fresh: SpawnedServer; link: string }>({
  fresh: async ({ watch }, use) => {
    const server = await spawnServer({ env: { ADMIN_EMAIL: undefined, ADMIN_PASSWORD: undefined } })
    watch.alsoOwn(`http://localhost:${server.port}`)
    await use(server)
    await server.close()
  },
  link: async ({ fresh }, use) => {
    await expect.poll(() => setUpLink(fresh)).toBeDefined()
    await use(setUpLink(fresh) ?? '')
  },
})

/** The note is on screen, in colour, with its words, among the examples of a Danish citizen journey. */
async function expectFirstNote(page: Page): Promise<void> {
  const note = noteSaying(page, WORDS)
  await expect(note).toBeInViewport({ ratio: 1 })
  await expect(note.getByText(WORDS)).toBeInViewport()
  const paper = await note.locator('.tl-note__container').evaluate((paper) => getComputedStyle(paper).backgroundColor)
  expect(paper).toMatch(/^rgb\(/)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** The whole way has a minute; how it is shared out is not this test's business. */
async function expectBoardOpen(page: Page): Promise<void> {
  await expect(page.locator('[data-board-ready="true"]')).toBeVisible({ timeout: 60_000 })
}

async function expectTheBoardOfTheJourney(page: Page): Promise<void> {
  await expectSaved(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Borgerrejse' })).toBeVisible()
  // The guide beside the board, and examples on it.
  await expect(page.getByRole('heading', { name: board.guideSteps })).toBeVisible()
  await expect(page.locator('[data-example="true"]').first()).toBeAttached()
}

function report(way: string, began: number): void {
  const seconds = (performance.now() - began) / 1000
  console.log(`first page to first own note, ${way}: ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(60)
}

installation('from the first page to the first own note with the mouse', async ({ link, page }) => {
  installation.slow()
  const began = performance.now()
  await page.goto(link)
  await page.getByLabel(accounts.name, { exact: true }).fill(KAREN.name)
  await page.getByLabel(accounts.email, { exact: true }).fill(KAREN.email)
  await page.getByLabel(accounts.password, { exact: true }).fill(KAREN.password)
  await page.getByRole('button', { name: accounts.setupButton }).click()
  await expect(page.getByRole('heading', { level: 1, name: boards.firstTitle })).toBeVisible()

  await page.getByRole('button', { name: KAREN.name }).click()
  await page.getByRole('menuitem', { name: common.signOut }).click()
  await page.getByLabel(accounts.email, { exact: true }).fill(KAREN.email)
  await page.getByLabel(accounts.password, { exact: true }).fill(KAREN.password)
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()

  await page.getByRole('main').getByRole('link', { name: boards.chooseTemplate }).click()
  await page.getByRole('button', { name: templates.useNamed.replace('{{name}}', 'Borgerrejse') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: templates.examplesYes }).click()
  await expect(dialog.getByLabel(templates.contentLanguage)).toHaveValue('da')
  await dialog.getByRole('button', { name: templates.create }).click()

  await expectBoardOpen(page)
  await writeNote(page, WORDS)
  await expectFirstNote(page)
  report('mouse', began)
  await expectTheBoardOfTheJourney(page)
})

installation('from the first page to the first own note by keyboard alone', async ({ link, page }) => {
  installation.slow()
  const { keyboard } = page
  const began = performance.now()
  await page.goto(link)
  await tabTo(page, page.getByLabel(accounts.name, { exact: true }))
  await keyboard.type(KAREN.name)
  await tabTo(page, page.getByLabel(accounts.email, { exact: true }))
  await keyboard.type(KAREN.email)
  await tabTo(page, page.getByLabel(accounts.password, { exact: true }))
  await keyboard.type(KAREN.password)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: boards.firstTitle })).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: KAREN.name }), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: common.signOut })).toBeFocused()
  await expectVisibleFocus(page)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: accounts.signInTitle })).toBeFocused()
  await tabTo(page, page.getByLabel(accounts.email, { exact: true }))
  await keyboard.type(KAREN.email)
  await tabTo(page, page.getByLabel(accounts.password, { exact: true }))
  await keyboard.type(KAREN.password)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: boards.firstTitle })).toBeFocused()

  await tabTo(page, page.getByRole('main').getByRole('link', { name: boards.chooseTemplate }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: templates.title })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: templates.useNamed.replace('{{name}}', 'Borgerrejse') }))
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('radio', { checked: true }).first())
  const examples = dialog.getByRole('radio', { name: templates.examplesYes })
  for (let press = 0; press < 2 && !(await examples.isChecked()); press++) await keyboard.press('ArrowDown')
  await expect(examples).toBeChecked()
  await expectVisibleFocus(page)
  await expect(dialog.getByLabel(templates.contentLanguage)).toHaveValue('da')
  await tabTo(page, dialog.getByRole('button', { name: templates.create }))
  await keyboard.press('Enter')

  await expectBoardOpen(page)
  await tabTo(page, page.getByRole('button', { name: board.writeNote, exact: true }))
  await keyboard.press('Enter')
  await expect(writing(page)).toBeFocused()
  await keyboard.type(WORDS)
  await keyboard.press('Escape')
  await expectFirstNote(page)
  report('keyboard', began)
  await expectTheBoardOfTheJourney(page)
})
