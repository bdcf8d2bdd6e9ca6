import type { Page } from '@playwright/test'
import { accounts as daAccounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { board as daBoard } from '../../apps/web/src/i18n/da/board.ts'
import { common as daCommon } from '../../apps/web/src/i18n/da/common.ts'
import { errors as daErrors } from '../../apps/web/src/i18n/da/errors.ts'
import { templates as daTemplates } from '../../apps/web/src/i18n/da/templates.ts'
import { accounts as enAccounts } from '../../apps/web/src/i18n/en/accounts.ts'
import { board as enBoard } from '../../apps/web/src/i18n/en/board.ts'
import { common as enCommon } from '../../apps/web/src/i18n/en/common.ts'
import { errors as enErrors } from '../../apps/web/src/i18n/en/errors.ts'
import { createBoard, createPerson, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { noteSaying, writeNote } from './own-note.ts'
import { sendAndBeClosed } from './raw-socket.ts'

const LANGUAGES = [
  { lang: 'da', locale: 'da-DK', accounts: daAccounts, board: daBoard, common: daCommon, errors: daErrors },
  { lang: 'en', locale: 'en-GB', accounts: enAccounts, board: enBoard, common: enCommon, errors: enErrors },
] as const

async function fillSignIn(
  page: Page,
  account: { email: string; password: string },
  words: typeof daAccounts | typeof enAccounts,
) {
  await page.getByLabel(words.email, { exact: true }).fill(account.email)
  await page.getByLabel(words.password, { exact: true }).fill(account.password)
  await page.getByRole('button', { name: words.signIn, exact: true }).click()
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

for (const { lang, locale, accounts, board, common, errors } of LANGUAGES) {
  test.describe(lang, () => {
    test.use({ locale })

    test('a wrong password, an unknown account and an address that is none', async ({ page }) => {
      await page.goto('/sign-in')
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      for (const email of [ADMINISTRATOR.email, 'ingen@tavle.example']) {
        await fillSignIn(page, { email, password: 'ikke den rigtige' }, accounts)
        await expect(page.getByText(errors.wrong_credentials)).toBeVisible()
        await expect(page.getByLabel(accounts.password, { exact: true })).toBeFocused()
      }
      await fillSignIn(page, { email: 'karen', password: 'x' }, accounts)
      await expect(page.getByText(accounts.emailInvalid)).toBeVisible()
      await expect(page.getByLabel(accounts.email, { exact: true })).toBeFocused()
    })

    test('an invitation that was withdrawn, used, broken or never made', async ({ admin, freshBrowser }) => {
      const withdrawn = await admin.ask<{ id: string; link: string }>('POST', '/api/invitations', { role: 'member' })
      await admin.ask('DELETE', `/api/invitations/${withdrawn.id}`)
      const { pathname, hash } = new URL(withdrawn.link)
      const neverMade = `#${hash.slice(1).split('').reverse().join('')}`
      for (const secret of [hash, neverMade]) {
        const page = await (await freshBrowser({ locale })).newPage()
        await page.goto(pathname + secret)
        await expect(heading(page, accounts.inviteExpiredTitle)).toBeVisible()
        await expect(page.getByText(accounts.inviteExpiredText)).toBeVisible()
      }
      const page = await (await freshBrowser({ locale })).newPage()
      await page.goto(`${pathname}${hash.slice(0, 12)}`)
      await expect(heading(page, accounts.secretMissingTitle)).toBeVisible()
      await page.getByRole('link', { name: accounts.goToSignIn }).click()
      await expect(heading(page, accounts.signInTitle)).toBeVisible()
    })

    test("an unknown board, somebody else's and an address that is no board's look the same", async ({
      person,
      signedInPage,
    }) => {
      const [anna, bo] = [await person(), await person({ locale: lang })]
      const theirs = await createBoard(anna.session, { title: 'Annas tavle' })
      const page = await signedInPage(bo)
      const seen = new Set<string | null>()
      for (const id of [theirs, '7a1f4d1e-53ab-4c0e-9d7b-2f6f3f8f0a11', 'ikke-en-tavle', '..%2f..%2fetc']) {
        await page.goto(`/boards/${id}`)
        // The first time the whole editor is fetched before.
        await expect(heading(page, board.notFoundTitle)).toBeVisible({ timeout: 20_000 })
        await expect(page.getByText(board.notFoundText)).toBeVisible()
        seen.add(await page.locator('main').textContent())
      }
      expect(seen.size).toBe(1)
      await expectAccessible(page)
      await page.getByRole('link', { name: board.toBoards }).click()
      await expect(page).toHaveURL(/\/boards$/)
    })

    test('addresses that are no page', async ({ person, signedInPage, page: stranger }) => {
      const page = await signedInPage(await person({ locale: lang }))
      // An address that is no page asks nobody who one is: the language is the one last used in this browser.
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      for (const path of [
        '/findes-ikke',
        '/%zz',
        '/boards/%E0%A4%A',
        '/boards/a/b',
        '/templates/findes-ikke',
        '/people',
      ]) {
        await page.goto(path)
        await expect(heading(page, common.notFoundTitle)).toBeVisible()
        await expect(page.getByText(common.notFoundText)).toBeVisible()
      }
      await page.getByRole('link', { name: common.backHome }).click()
      await expect(page).toHaveURL(/\/$/)
      // Whoever is not signed in learns no more than that.
      await stranger.goto('/findes-ikke')
      await expect(heading(stranger, common.notFoundTitle)).toBeVisible()
    })
  })
}

test('too many attempts: how many minutes to wait, in words', async ({ freshBrowser, watch }) => {
  test.slow()
  const server = await spawnServer({ env: { RATE_LIMITS: undefined } })
  try {
    const baseURL = `http://localhost:${server.port}`
    watch.alsoOwn(baseURL)
    const says = (text: string) => new RegExp(text.replace('{{count}}', '\\d+').replace(/\.$/, '\\.'))
    for (const { locale, accounts, errors } of LANGUAGES) {
      const page = await (await freshBrowser({ baseURL, locale })).newPage()
      await page.goto('/sign-in')
      const told = page.getByText(says(errors.too_many_requests_minutes_other))
      for (let attempt = 0; attempt < 40 && !(await told.isVisible()); attempt++) {
        const answered = page.waitForResponse('**/api/auth/sign-in')
        await fillSignIn(page, { email: ADMINISTRATOR.email, password: `gæt nummer ${attempt}` }, accounts)
        if ((await answered).status() === 429) await expect(told).toBeVisible()
      }
      await expect(told).toBeVisible()
      await expectAccessible(page)
      await page.close()
    }
    // Not even the right password helps, else the limit would tell which one it is.
    const response = await fetch(`${server.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json' },
      body: JSON.stringify(ADMINISTRATOR),
    })
    expect(response.status).toBe(429)
  } finally {
    await server.close()
  }
})

test('bad frames on another socket of the same person end that socket alone', async ({ person, signedInPage }) => {
  test.slow()
  const anna = await person()
  const id = await createBoard(anna.session)
  const page = await signedInPage(anna, { path: `/boards/${id}` })
  await expectBoardReady(page)
  await writeNote(page, 'Før')
  await expectSaved(page)

  const frames: [what: string, frame: Uint8Array, code: number][] = [
    ['an unknown message', Uint8Array.of(77, 1, 2, 3), 4400],
    ['a frame cut short', Uint8Array.of(0, 2, 200, 1, 5), 4400],
    ['an update that is none', Uint8Array.of(0, 2, 4, 255, 255, 255, 255), 4400],
    ['an update that claims 30 million structs', Uint8Array.of(0, 2, 7, 1, 0x80, 0xc3, 0xd7, 0x0e, 1, 0), 4400],
    ['a frame of 10 MB', new Uint8Array(10 * 1024 * 1024), 1009],
  ]
  for (const [what, frame, code] of frames) {
    expect(await sendAndBeClosed(anna.session, id, frame), what).toBe(code)
    await writeNote(page, `Efter ${what}`)
  }
  await expectSaved(page)
  const words = [...(await readStoredBoard(anna.session, id)).values()].map(wordsOf).filter((text) => text !== '')
  expect(words.sort()).toEqual(['Før', ...frames.map(([what]) => `Efter ${what}`)].sort())
  await page.reload()
  await expectBoardReady(page)
  for (const word of words) await expect(noteSaying(page, word)).toBeAttached()
})

test('the server is gone while an app page is open: it says so, and goes on when the server is back', async ({
  freshBrowser,
  watch,
}) => {
  test.slow()
  const server = await spawnServer()
  try {
    const baseURL = `http://localhost:${server.port}`
    watch.alsoOwn(baseURL)
    watch.allowErrors(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/)
    const anna = await createPerson(await signIn(server, ADMINISTRATOR))
    await createBoard(anna.session, { title: 'Ugens tavle' })
    const page = await (await freshBrowser({ baseURL })).newPage()
    await page.goto('/boards')
    await fillSignIn(page, anna, daAccounts)
    await expect(page.getByRole('heading', { name: 'Ugens tavle' })).toBeVisible()

    await server.kill()
    // A page that needs the server says that it does not answer …
    await page.getByRole('link', { name: daCommon.navTemplates }).first().click()
    const told = page.getByText(daErrors.network)
    await expect(told).toBeVisible()
    await expect(page.getByText(daTemplates.listFailed)).toBeVisible()
    await expectAccessible(page)
    // … and so does an action; what stands on the page stays.
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Ugens tavle' })).toBeVisible()
    await page.goForward()
    await expect(told).toBeVisible()

    await server.start()
    await page.getByRole('button', { name: daCommon.retry }).click()
    await expect(page.getByRole('heading', { name: 'Borgerrejse' })).toBeVisible()
    await expect(told).toHaveCount(0)
  } finally {
    await server.close()
  }
})

test('who signed out in another tab comes back to the same page after signing in', async ({ person, signedInPage }) => {
  test.slow()
  const anna = await person()
  const id = await createBoard(anna.session, { title: 'Ugens tavle' })
  const page = await signedInPage(anna, { path: '/boards' })
  await expect(page.getByRole('heading', { name: 'Ugens tavle' })).toBeVisible()
  const onBoard = await page.context().newPage()
  await onBoard.goto(`/boards/${id}`)
  await expectBoardReady(onBoard)
  await writeNote(onBoard, 'Gemt før jeg blev logget ud')
  await expectSaved(onBoard)

  const tab = await page.context().newPage()
  await tab.goto('/profile')
  await tab.getByRole('main').getByRole('button', { name: daCommon.signOut }).click()
  await expect(heading(tab, daAccounts.signInTitle)).toBeVisible()

  await expect(heading(onBoard, daBoard.signedOutTitle)).toBeVisible()
  await page.getByRole('radio', { name: 'Arkiverede' }).click()
  await expect(heading(page, daAccounts.signInTitle)).toBeVisible()
  await expect(page.getByText(daAccounts.sessionEnded)).toBeVisible()
  await fillSignIn(page, anna, daAccounts)
  await expect(page).toHaveURL(/\/boards\?show=archived$/)
  await expect(page.getByRole('radio', { name: 'Arkiverede' })).toBeChecked()

  await onBoard.getByRole('link', { name: daBoard.signIn }).click()
  await fillSignIn(onBoard, anna, daAccounts)
  await expectBoardReady(onBoard)
  await expect(noteSaying(onBoard, 'Gemt før jeg blev logget ud')).toBeVisible()
})
