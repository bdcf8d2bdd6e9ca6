import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { boards as list } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { device } from '../../apps/web/src/i18n/da/device.ts'
import { addMember, createBoard, type Person } from '../support/api-session.ts'
import { expectBoardReady, expectSaved, placeNote, reconnect, savedState, toast } from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { boardsHere, expectAppKept, KEEPS_APP, waiting, writeAlone } from './offline-page.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

test.use(KEEPS_APP)

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
  expect(await boardsHere(a)).toHaveLength(1)
  await a.getByRole('button', { name: common.profileMenu.replace('{{name}}', 'Anna Mikkelsen') }).click()
  await a.getByRole('menuitem', { name: common.signOut }).click()
  await question.getByRole('button', { name: device.wipeSignOut }).click()
  await expect(a.getByRole('heading', { name: accounts.signInTitle })).toBeVisible()
  expect(await boardsHere(a)).toEqual([])
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
    await reconnect(page)
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
  await expect.poll(() => boardsHere(page)).toHaveLength(1)
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
  // What the server said is on no list of the browser's.
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/index.html')
  expect(kept.filter((path) => !/^\/(assets\/|index\.html$|favicon\.svg$|first-paint\.js$)/.test(path))).toEqual([])
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
  await expect.poll(() => boardsHere(page)).toHaveLength(1)
  // Her session ends without her signing out.
  await browser.clearCookies()
  await signIn(bo, true)
  await expect.poll(() => boardsHere(page)).toEqual([])
  const own = await createBoard(bo.session)
  await page.goto(`/boards/${own}`)
  await expectBoardReady(page)
  await expectSaved(page)
  await placeNote(page, { x: 860, y: 360 }, 'Intet spor')
  await expectSaved(page)
  expect(await boardsHere(page)).toEqual([])
  expect(await page.evaluate(() => localStorage.getItem('samtavle.person'))).toBeNull()
  // The device remembers how it is used.
  await browser.clearCookies()
  await page.goto('/sign-in')
  await expect(page.getByLabel(device.shared)).toBeChecked()
  await expectAccessible(page)
})

test('the profile says whether boards stay here, and switching it off takes them away', async ({
  person,
  signedInPage,
}) => {
  const anna = await person()
  const boardId = await createBoard(anna.session)
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await expect.poll(() => boardsHere(page)).toHaveLength(1)
  await page.goto('/profile')
  const choice = page.getByRole('radiogroup', { name: device.keep })
  await choice.getByText(device.offText, { exact: true }).click()
  await expect(toast(page)).toContainText(device.keepNowOff)
  await expect.poll(() => boardsHere(page)).toEqual([])
  await expectAccessible(page)
  await page.goto(`/boards/${boardId}`)
  await expectBoardReady(page)
  await placeNote(page, { x: 860, y: 360 }, 'Bliver ikke her')
  await expectSaved(page)
  expect(await boardsHere(page)).toEqual([])

  await page.goto('/profile')
  await choice.getByText(device.onText, { exact: true }).click()
  await expect(toast(page)).toContainText(device.keepNowOn)
  await page.goto(`/boards/${boardId}`)
  await expectBoardReady(page)
  await expect.poll(() => boardsHere(page)).toHaveLength(1)
})
