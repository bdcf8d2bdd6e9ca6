import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { ADMINISTRATOR } from '../support/spawned-server.ts'
import { expect } from './fixtures.ts'
import { test } from './tls-fixtures.ts'

test('over https under a real name: signing in sets a cookie that only this host gets, and nothing leaves', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await page.getByLabel(accounts.email, { exact: true }).fill(ADMINISTRATOR.email)
  await page.getByLabel(accounts.password, { exact: true }).fill(ADMINISTRATOR.password)
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
  const cookies = await context.cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatchObject({
    name: '__Host-samtavle',
    domain: 'tavle.test',
    path: '/',
    secure: true,
    httpOnly: true,
  })
})
