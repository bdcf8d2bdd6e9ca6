import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import { shareWednesday } from '../support/shared-snapshot.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
test('a manager reads the Wednesday by link, answers, and it stands in the log', async ({
  admin,
  freshBrowser,
  server,
  watch,
}) => {
  watch.allowErrors(/status of 410/)
  const { sprintId, id, published, path } = await shareWednesday(admin)
  const { content } = await admin.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  const page = await (await freshBrowser({ ...PHONE, javaScriptEnabled: false })).newPage()
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  expect(content.parts.length).toBeGreaterThan(2)
  for (const { title } of content.parts) await expect(page.getByRole('heading', { name: title }).first()).toBeVisible()
  await expect(page.getByText('Hvordan kan vi give nyudskrevne en dag').first()).toBeVisible()
  await expect(page.locator('footer')).toContainText((published.sha256 ?? 'none').slice(0, 4))
  const html = await page.content()
  expect(html.length).toBeLessThan(100_000)
  expect(html).not.toMatch(/shape:|Bente Chef/)
  const readable = await (await freshBrowser(PHONE)).newPage()
  await readable.goto(path)
  await expectAccessible(readable)

  await page.getByRole('radio', { name: 'Ja, med forbehold' }).check()
  await page.getByLabel('En linje til teamet').fill('Husk tillidsrepræsentanten.')
  await page.getByRole('button', { name: 'Send svar' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
  const log = JSON.stringify(await admin.ask('GET', `/api/sprints/${sprintId}/log`))
  expect(log).toContain('Ja, med forbehold')
  expect(log).toContain('Husk tillidsrepræsentanten.')

  await admin.ask('POST', `/api/snapshots/${id}/withdraw`)
  const gone = await page.goto(path)
  expect(gone?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Øjebliksbilledet kan ikke læses længere')
  expect(server.log.join('\n')).not.toContain(path.slice('/s/'.length))
})

test('a link with a passcode asks for it once', async ({ admin, freshBrowser, watch }) => {
  watch.allowErrors(/status of 403/)
  const { path } = await shareWednesday(admin, { passcode: 'vinter 12' })
  const page = await (await freshBrowser({ ...PHONE, javaScriptEnabled: false })).newPage()
  await page.goto(path)
  await page.getByLabel('Kodeord').fill('sommer')
  await page.getByRole('button', { name: 'Åbn' }).click()
  await expect(page.getByRole('alert')).toContainText('Kodeordet passer ikke.')
  await page.getByLabel('Kodeord').fill('vinter 12')
  await page.getByRole('button', { name: 'Åbn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
})
