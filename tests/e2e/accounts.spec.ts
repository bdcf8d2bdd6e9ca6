import type { Page } from '@playwright/test'
import { startEmbeddedPostgres } from '../../apps/sync-server/src/db/embedded-postgres.ts'
import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { errors } from '../../apps/web/src/i18n/da/errors.ts'
import { signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await field(page, accounts.email).fill(email)
  await field(page, accounts.password).fill(password)
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()
}

async function fillAccount(page: Page, account: { name: string; email: string; password: string }): Promise<void> {
  await field(page, accounts.name).fill(account.name)
  await field(page, accounts.email).fill(account.email)
  await field(page, accounts.password).fill(account.password)
}

/** The page is somebody's: their name stands in its header. */
async function expectSignedIn(page: Page, name: string, email: string): Promise<void> {
  await expect(page.getByRole('button', { name })).toBeVisible()
  expect(await signedInAs(page)).toBe(email)
}

/** What only somebody who is signed in can know. */
async function signedInAs(page: Page): Promise<string | null> {
  return await page.evaluate(async () => {
    const response = await fetch('/api/me')
    return response.ok ? ((await response.json()) as { email: string }).email : null
  })
}

const link = (server: SpawnedServer) => server.log.map((line) => /http\S+\/setup#\S+/.exec(line)?.[0]).find(Boolean)

test('the set-up link leads through creating the administrator, once', async ({ page, watch }) => {
  const server = await spawnServer({ env: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' } })
  try {
    watch.alsoOwn(`http://localhost:${server.port}`)
    await expect.poll(() => link(server)).toBeDefined()
    const setUp = link(server) ?? ''
    await page.goto(setUp)
    await expect(page.getByRole('heading', { name: accounts.setupTitle })).toBeVisible()
    // The secret does not stay in the address, where it could be read or shared by accident.
    await expect.poll(() => page.url()).not.toContain(new URL(setUp).hash)
    await expectAccessible(page)
    await fillAccount(page, { name: 'Karen Vinther', email: 'karen@tavle.example', password: 'en rolig morgen i maj' })
    await page.getByRole('button', { name: accounts.setupButton }).click()
    await expectSignedIn(page, 'Karen Vinther', 'karen@tavle.example')

    await page.goto('about:blank')
    await page.goto(setUp)
    await expect(page.getByRole('heading', { name: accounts.setupDoneTitle })).toBeVisible()
  } finally {
    await server.close()
  }
})

test('a wrong password is said at the field, and the right one signs in', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: accounts.signInTitle })).toBeVisible()
  await expectAccessible(page)
  await fillSignIn(page, ADMINISTRATOR.email, 'ikke den rigtige adgangskode')
  await expect(page.getByText(errors.wrong_credentials)).toBeVisible()
  await expect(field(page, accounts.password)).toHaveAttribute('aria-invalid', 'true')
  expect(await signedInAs(page)).toBeNull()

  await field(page, accounts.password).fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()
  await expectSignedIn(page, 'Administrator', ADMINISTRATOR.email)
})

test('signing in by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await field(page, accounts.email).focus()
  await page.keyboard.type(ADMINISTRATOR.email)
  await page.keyboard.press('Tab')
  await expect(field(page, accounts.password)).toBeFocused()
  await page.keyboard.type(ADMINISTRATOR.password)
  await page.keyboard.press('Enter')
  await expectSignedIn(page, 'Administrator', ADMINISTRATOR.email)
})

test('an invitation makes an account, and works once', async ({ admin, freshBrowser }) => {
  const invitation = await admin.ask<{ link: string }>('POST', '/api/invitations', { role: 'designer' })
  const { pathname, hash } = new URL(invitation.link)
  const page = await (await freshBrowser()).newPage()
  await page.goto(pathname + hash)
  await expect(page.getByRole('heading', { name: accounts.invitedTitle })).toBeVisible()
  await expectAccessible(page)
  const email = `line-${Date.now()}@tavle.example`
  await fillAccount(page, { name: 'Line Toft', email, password: 'en kort gåtur i skoven' })
  await page.getByRole('button', { name: accounts.inviteButton }).click()
  await expectSignedIn(page, 'Line Toft', email)

  const second = await (await freshBrowser()).newPage()
  await second.goto(pathname + hash)
  await expect(second.getByRole('heading', { name: accounts.inviteExpiredTitle })).toBeVisible()
})

test('an account needs a password that is long enough', async ({ admin, freshBrowser }) => {
  const invitation = await admin.ask<{ link: string }>('POST', '/api/invitations', { role: 'member' })
  const { pathname, hash } = new URL(invitation.link)
  const page = await (await freshBrowser()).newPage()
  await page.goto(pathname + hash)
  await fillAccount(page, { name: 'Ole', email: 'ole@tavle.example', password: 'kort' })
  await page.getByRole('button', { name: accounts.inviteButton }).click()
  await expect(page.getByText(accounts.passwordTooShort.replace('{{min}}', '12'))).toBeVisible()
  await expect(field(page, accounts.password)).toBeFocused()
  expect(await signedInAs(page)).toBeNull()
})

test('an expired invitation says so, and where to turn', async ({ page, watch }) => {
  test.slow()
  const server = await spawnServer()
  try {
    watch.alsoOwn(`http://localhost:${server.port}`)
    const admin = await signIn(server, ADMINISTRATOR)
    const invitation = await admin.ask<{ link: string }>('POST', '/api/invitations', { role: 'member' })
    // A week passes, as the database sees it.
    await server.terminate()
    const database = await startEmbeddedPostgres(server.dataDir)
    await database.sql`UPDATE invitation SET expires_at = now() - interval '1 minute'`
    await database.close()
    await server.start()
    await page.goto(invitation.link)
    await expect(page.getByRole('heading', { name: accounts.inviteExpiredTitle })).toBeVisible()
    await expect(page.getByText(accounts.inviteExpiredText)).toBeVisible()
    await expectAccessible(page)
  } finally {
    await server.close()
  }
})
