import type { SnapshotAnswer, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { shareWednesday } from '../support/shared-snapshot.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a text is left out where it stands in the preview, and taken in again, by keyboard', async ({
  person,
  signedInPage,
  watch,
}) => {
  // axe looks into frames too, and no script may run there.
  watch.allowErrors(/Blocked script execution|violates the following Content Security Policy/)
  const leader = await person({ role: 'designer' })
  const admin = leader.session
  const { sprintId } = await shareWednesday(admin)
  const { id } = await admin.ask<{ id: string }>('POST', `/api/sprints/${sprintId}/snapshots`, { day: 'wed' })
  const { choice } = await admin.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  await admin.ask('PUT', `/api/snapshots/${id}/choice`, { ...choice, withExamples: true })
  const page = await signedInPage(leader, { path: `/snapshots/${id}` })
  const preview = page.frameLocator('iframe')
  const first = preview.getByRole('button', { name: /^Udelad: / }).first()
  const text = ((await first.getAttribute('aria-label')) ?? '').replace('Udelad: ', '')
  expect(text.length).toBeGreaterThan(3)
  const shown = await preview.locator('[data-item]').count()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: `Udeladt: ${text}` })).toBeAttached()
  await expect(preview.locator('[data-item]')).toHaveCount(shown - 1)
  const back = preview.getByRole('button', { name: `Tag med igen: ${text}`, exact: true })
  await expect(back).toBeFocused()
  await expect(page.getByText('Udkastet er gemt')).toBeVisible()
  const saved = await admin.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  expect(saved.choice?.withoutShapes).toHaveLength(1)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(preview.locator('[data-item]')).toHaveCount(shown)
  await expect(preview.getByRole('button', { name: `Udelad: ${text}`, exact: true }).first()).toBeFocused()

  // On a phone the preview is a tab of its own.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: 'Forhåndsvisning' }).click()
  await preview
    .getByRole('button', { name: /^Udelad: / })
    .first()
    .click()
  await expect(preview.getByRole('button', { name: `Tag med igen: ${text}`, exact: true })).toBeVisible()
})

test('two snapshots beside each other, with what differs in words and ways to each place', async ({
  person,
  signedInPage,
  watch,
}) => {
  // axe looks into frames too, and no script may run there.
  watch.allowErrors(/Blocked script execution|violates the following Content Security Policy/)
  const leader = await person({ role: 'designer' })
  const admin = leader.session
  const { sprintId, id: first } = await shareWednesday(admin)
  const { id } = await admin.ask<{ id: string }>('POST', `/api/sprints/${sprintId}/snapshots`, { day: 'wed' })
  const { choice, sections } = await admin.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  const examples = { ...choice, withExamples: true }
  await admin.ask('PUT', `/api/snapshots/${id}/choice`, examples)
  const all = (await admin.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)).sections ?? sections ?? []
  const [gone = ''] = choice?.parts.slice(-1) ?? []
  const left = all
    .filter(({ key }) => key !== gone)
    .flatMap(({ items }) => items)
    .find(({ text }) => text.length > 10 && !text.includes('\n'))
  const parts = choice?.parts.filter((part) => part !== gone)
  await admin.ask('PUT', `/api/snapshots/${id}/choice`, { ...examples, parts, withoutShapes: [left?.id] })
  await admin.ask<SnapshotSummary>('POST', `/api/snapshots/${id}/publish`, { expiresAt: null })

  const page = await signedInPage(leader, { path: `/snapshots/${id}`, viewport: { width: 1440, height: 900 } })
  await page.getByLabel('Sammenlign med').selectOption({ label: '1. Onsdag: Mulighedsrum' })
  const differences = page.getByRole('region', { name: 'Forskelle fra nummer 1 til nummer 2' })
  await expect(differences.getByText(/\d+ fjernet/)).toBeVisible()
  await expect(differences.getByText('Afsnittet vises kun i nummer 1.')).toBeVisible()
  await expect(differences.getByText(left?.text ?? '', { exact: true })).toBeVisible()
  const older = page.frameLocator('iframe').first()
  await expect(older.getByRole('heading', { level: 1 })).toBeVisible()
  await differences.getByRole('button', { name: `Vis i nummer 1: ${left?.text}` }).click()
  await expect(older.locator('[data-shown]')).toContainText(left?.text ?? 'none')
  await expect(older.locator('[data-shown]')).toBeFocused()
  const [list, one] = [await differences.boundingBox(), await page.locator('iframe').first().boundingBox()]
  expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(one?.x ?? 0)
  await expectAccessible(page)

  // The same from the older one: the newer one stays at the right.
  await page.goto(`/snapshots/${first}?with=${id}`)
  await expect(differences.getByText(/\d+ fjernet/)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const [above, below] = [await differences.boundingBox(), await page.locator('iframe').first().boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
})

test('a link that demands an account: asks to sign in, and leads back to the snapshot', async ({
  admin,
  person,
  freshBrowser,
  watch,
}) => {
  watch.allowErrors(/status of 401/)
  const { path } = await shareWednesday(admin, { needsAccount: true })
  const reader = await person({ role: 'manager' })
  const page = await (await freshBrowser()).newPage()
  expect((await page.goto(path))?.status()).toBe(401)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log ind for at læse')
  await expect(page.locator('body')).not.toContainText('Onsdag')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Log ind' }).click()
  await page.getByLabel('E-mail').fill(reader.email)
  await page.getByLabel('Adgangskode', { exact: true }).fill(reader.password)
  await page.getByRole('button', { name: 'Log ind' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  expect(new URL(page.url()).pathname).toBe(path)
  await expect(page.getByRole('heading', { name: /^Tavle(n|rne) i overblik$/ })).toBeVisible()
  await page
    .getByRole('button', { name: /^Vis billedet stort: / })
    .last()
    .click()
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
  await expectAccessible(page)
})
