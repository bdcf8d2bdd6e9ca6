import type { Page } from '@playwright/test'
import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { boards as list } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { device } from '../../apps/web/src/i18n/da/device.ts'
import { addMember, createBoard, type Person } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, placeNote, savedState, wordsOn, writeOn } from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

test.use({ serviceWorkers: 'allow' })

const waiting = (page: Page) => page.locator('[data-waiting]')
const handedBack = (page: Page) => page.getByRole('textbox', { name: texts.yourWords })
const here = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name = '' }) => (/-board:/.test(name) ? [name] : [])),
  )

/** The words of every note as it is stored, sorted. */
async function storedNotes(owner: Person, boardId: string): Promise<string[]> {
  const board = await readStoredBoard(owner.session, boardId)
  return [...board.values()].flatMap((record) => (record.type === 'note' ? [wordsOf(record)] : [])).sort()
}

/** The app's own files are on the device: from now on its pages open without a server. */
async function expectAppKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })
}

/** Leaves `page` without a network, with a note on the board that no server has. */
async function writeAlone(page: Page, unplug: () => void, words: string): Promise<string> {
  await expectSaved(page)
  await expectAppKept(page)
  unplug()
  await expect(savedState(page)).toHaveText(texts.offline)
  const id = await placeNote(page, { x: 860, y: 360 }, words)
  await expect(savedState(page)).toHaveText(texts.offlineKept)
  return id
}

test('C2 what is written without a server is on the device, opens there again, and is sent when the server is back', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, b, anna, boardId, cables } = pair
  const before = await placeNote(a, { x: 560, y: 360 }, 'Før')
  const alone = await writeAlone(a, () => cables.a.unplug(), 'Uden net')
  await expect(waiting(a)).toHaveText('1 ændring venter')
  await expect(a.getByText(texts.offlineKeptNotice)).toBeVisible()
  await expect(a.locator('[data-waiting-said]')).toHaveText('1 ændring venter')
  await writeOn(a, before)
  await a.keyboard.type(' og efter')
  await expect(waiting(a)).toHaveText('2 ændringer venter')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await expectAccessible(a)

  await a.reload()
  await expectBoardReady(a)
  await expect(notes(a)).toHaveCount(2)
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await expect(waiting(a)).toHaveText('2 ændringer venter')
  await expect(wordsOn(a, before)).toHaveText('Før og efter')
  // What was there when the tab opened can be gone on with.
  await writeOn(a, alone)
  await a.keyboard.type(', to gange')
  await expect(savedState(a)).toHaveText(texts.offlineKept)

  cables.a.plugIn()
  await a.getByRole('button', { name: texts.reconnectNow }).click()
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  await expect(waiting(a)).toHaveCount(0)
  await expect(wordsOn(b, alone)).toHaveText('Uden net, to gange')
  await expect(wordsOn(b, before)).toHaveText('Før og efter')
  await expect(notes(b)).toHaveCount(2)
  const stored = await readStoredBoard(anna.session, boardId)
  expect([wordsOf(stored.get(alone)), wordsOf(stored.get(before))]).toEqual(['Uden net, to gange', 'Før og efter'])
})

test('an hour without a server: the board opens by itself, 200 changes wait, all arrive, none of them twice', async ({
  pair,
  watch,
}) => {
  test.setTimeout(120_000)
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, anna, boardId, cables } = pair
  await expectSaved(a)
  await expectAppKept(a)
  await a.clock.install()
  cables.a.unplug()
  await expect(savedState(a)).toHaveText(texts.offline)
  await a.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const lines = Array.from({ length: 200 }, (_, index) => `Seddel ${index + 1}`)
  await a.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await a.keyboard.press('Control+v')
  await expect(waiting(a)).toHaveAttribute('data-waiting', '200')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  await a.clock.fastForward('01:00:00')

  await a.reload()
  await expectBoardReady(a)
  await expect(waiting(a)).toHaveAttribute('data-waiting', '200')
  await expect(savedState(a)).toHaveText(texts.offlineKept)
  cables.a.plugIn()
  await a.getByRole('button', { name: texts.reconnectNow }).click()
  await expect(savedState(a)).toHaveText(texts.saved, { timeout: 30_000 })
  await expect.poll(() => storedNotes(anna, boardId)).toEqual([...lines].sort())
  await expect(waiting(a)).toHaveCount(0)
})

test('C8 a board that was deleted meanwhile leaves the words, and nothing else stays on the device', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { b, anna, boardId, cables } = pair
  await writeAlone(b, () => cables.b.unplug(), 'Mit forslag')
  expect(await here(b)).toHaveLength(1)
  await b.goto('about:blank')
  await anna.session.ask('DELETE', `/api/boards/${boardId}`)
  cables.b.plugIn()

  await b.goto('/boards')
  await expect(b.getByText(device.waitsOn)).toBeVisible()
  await b.goto(`/boards/${boardId}`)
  await expect(b.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible()
  await expect(handedBack(b)).toHaveValue('Mit forslag')
  await expectAccessible(b)
  expect(await here(b)).toEqual([])
  const saving = b.waitForEvent('download')
  await b.getByRole('button', { name: texts.saveWords }).click()
  expect((await saving).suggestedFilename()).toMatch(/^mine-ord-fra-.*\.txt$/)
  // Until they are taken, they are there again.
  await b.goto('/boards')
  await b.getByRole('button', { name: device.showWords }).click()
  await expect(handedBack(b)).toHaveValue('Mit forslag')
  await expectAccessible(b)
  await b.getByRole('button', { name: texts.wordsTaken }).click()
  await expect(b.getByRole('button', { name: device.showWords })).toHaveCount(0)
})

test('C8 a right that was withdrawn while the board is open without a server: the words are handed back', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { b, anna, bo, boardId, cables } = pair
  await writeAlone(b, () => cables.b.unplug(), 'Uden adgang')
  await anna.session.ask('DELETE', `/api/boards/${boardId}/members?userId=${bo.id}`)
  cables.b.plugIn()
  await b.getByRole('button', { name: texts.reconnectNow }).click()
  await expect(b.getByRole('heading', { name: texts.notFoundTitle })).toBeVisible({ timeout: 30_000 })
  await expect(handedBack(b)).toHaveValue('Uden adgang')
  await expect.poll(() => here(b)).toEqual([])
  await b.getByRole('button', { name: texts.wordsTaken }).click()
  await expect(handedBack(b)).toHaveCount(0)
})

test('signing out asks when something waits, and takes everything of the person from the device', async ({
  pair,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, cables } = pair
  await writeAlone(a, () => cables.a.unplug(), 'Kun her')
  await a.goto('/boards')
  await expect(a.getByText(device.offlineBoards)).toBeVisible()
  await expectAccessible(a)
  cables.a.plugIn()
  await a.reload()
  await a.getByRole('button', { name: common.profileMenu.replace('{{name}}', 'Anna Mikkelsen') }).click()
  await a.getByRole('menuitem', { name: common.signOut }).click()
  const question = a.getByRole('alertdialog')
  await expect(question).toContainText('1 ændring ligger kun på denne enhed')
  await question.getByRole('button', { name: device.stay }).click()
  expect(await here(a)).toHaveLength(1)
  await a.getByRole('button', { name: common.profileMenu.replace('{{name}}', 'Anna Mikkelsen') }).click()
  await a.getByRole('menuitem', { name: common.signOut }).click()
  await question.getByRole('button', { name: device.wipeSignOut }).click()
  await expect(a.getByRole('heading', { name: accounts.signInTitle })).toBeVisible()
  expect(await here(a)).toEqual([])
  expect(await a.evaluate(() => localStorage.getItem('samtavle.person'))).toBeNull()
})

test('C2 where storage is forbidden or refuses, nothing is said to lie on the device', async ({
  cable,
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const anna = await person()
  const boardId = await createBoard(anna.session)
  for (const trouble of ['forbidden', 'full'] as const) {
    const way = await cable()
    const page = await signedInPage(anna, { proxy: { server: way.server } })
    await page.addInitScript((kind) => {
      if (kind === 'forbidden') {
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
        return
      }
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
    }, trouble)
    await page.goto(`/boards/${boardId}`)
    await expectBoardReady(page)
    await expectSaved(page)
    way.unplug()
    await expect(savedState(page)).toHaveText(texts.offline)
    await placeNote(page, { x: 860, y: 360 }, trouble)
    await expect(savedState(page)).toHaveText(texts.offlineUnsaved)
    await expect(waiting(page)).toHaveText('1 ændring venter')
    await expect(page.getByText(texts.offlineNotice)).toBeVisible()
    way.plugIn()
    await page.getByRole('button', { name: texts.reconnectNow }).click()
    await expect(savedState(page)).toHaveText(texts.saved, { timeout: 30_000 })
  }
})

test('without a server the list shows the boards that are here, and who may only view does only that', async ({
  cable,
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const [anna, bo] = [await person(), await person({ name: 'Bo Krogh' })]
  const [shown, other] = [
    await createBoard(anna.session, { title: 'Kun at se' }),
    await createBoard(anna.session, { title: 'Aldrig åbnet' }),
  ]
  for (const id of [shown, other]) await addMember(anna.session, id, bo.id, 'view')
  const way = await cable()
  const page = await signedInPage(bo, { path: `/boards/${shown}`, proxy: { server: way.server } })
  await expectBoardReady(page)
  await expectAppKept(page)
  await expect.poll(() => here(page)).toHaveLength(1)
  way.unplug()

  await page.goto('/boards')
  await expect(page.getByText(device.offlineBoards)).toBeVisible()
  const rows = page.getByRole('list', { name: device.boardsHere }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await expectAccessible(page)
  await rows.getByRole('link', { name: 'Kun at se' }).click()
  await expectBoardReady(page)
  await expect(page.getByText(texts.viewOnly, { exact: true })).toBeVisible()
  await expect(page.getByTestId('tools.note')).toHaveCount(0)
  await expect(page.getByText(texts.offlineView)).toBeVisible()
  await page.goto(`/boards/${other}`)
  await expect(page.getByRole('heading', { name: texts.unreachableTitle })).toBeVisible()

  way.plugIn()
  await page.goto('/boards')
  await expect(page.getByRole('list', { name: list.list }).getByRole('listitem')).toHaveCount(2)
})

test('on a computer that others use nothing stays, and the next person finds nothing', async ({
  freshBrowser,
  person,
}) => {
  const [anna, bo] = [await person(), await person({ name: 'Bo Krogh' })]
  const boardId = await createBoard(anna.session)
  const browser = await freshBrowser()
  const page = await browser.newPage()
  const signIn = async ({ email, password }: Person, shared: boolean) => {
    await page.goto('/sign-in')
    await page.getByLabel(accounts.email).fill(email)
    await page.getByLabel(accounts.password, { exact: true }).fill(password)
    await page.getByLabel(device.shared).setChecked(shared)
    await page.getByRole('button', { name: accounts.signIn }).click()
    await expect(page.getByRole('link', { name: common.navBoards, exact: true })).toBeVisible()
  }
  await signIn(anna, false)
  await page.goto(`/boards/${boardId}`)
  await expectBoardReady(page)
  await expect.poll(() => here(page)).toHaveLength(1)
  // Her session ends without her signing out.
  await browser.clearCookies()
  await signIn(bo, true)
  await expect.poll(() => here(page)).toEqual([])
  const own = await createBoard(bo.session)
  await page.goto(`/boards/${own}`)
  await expectBoardReady(page)
  await expectSaved(page)
  await placeNote(page, { x: 860, y: 360 }, 'Intet spor')
  await expectSaved(page)
  expect(await here(page)).toEqual([])
  expect(await page.evaluate(() => localStorage.getItem('samtavle.person'))).toBeNull()
  // The device remembers how it is used.
  await browser.clearCookies()
  await page.goto('/sign-in')
  await expect(page.getByLabel(device.shared)).toBeChecked()
  await expectAccessible(page)
})
