import type { ApiSession } from '../support/api-session.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const QUESTION = 'Må aftenholdet være med i testen fredag?'

async function exampleSprint(leader: ApiSession): Promise<string> {
  const { id } = await leader.ask<{ id: string }>('POST', '/api/sprints', {
    title: 'Hjem med hjælp',
    challenge: 'Jeg satte en stol i gangen.',
    startDate: '2026-11-23',
    programmeId: 'monday-to-monday',
    examples: true,
    commissioner: { name: 'Bente Chef', userId: null },
    team: [],
  })
  return id
}

test('a facilitator makes Wednesday’s snapshot, and the manager answers it', async ({
  person,
  signedInPage,
  freshBrowser,
  watch,
}) => {
  // axe looks into frames too, and no script may run in that of the preview.
  watch.allowErrors(/status of 410|Blocked script execution in .*\/page'/)
  const mette = await person({ name: 'Mette Holm' })
  const sprintId = await exampleSprint(mette.session)
  const page = await signedInPage(mette, { path: `/sprints/${sprintId}?day=wed` })
  const section = page.getByRole('region', { name: 'Øjebliksbilleder' })
  await expect(section.getByText('Ingen endnu.')).toBeVisible()
  await section.getByRole('button', { name: /Lav øjebliksbillede af Onsdag/ }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  await page.getByLabel('Vis eksempler fra skabelonen').check()
  await page.getByLabel('Spørgsmål til lederen').fill(QUESTION)
  await expect(page.getByText('Udkastet er gemt')).toBeVisible()
  await expect(preview.getByText(QUESTION)).toBeVisible()
  await expectAccessible(page)

  const order = page.getByRole('list', { name: 'Rækkefølge og enkelte tekster' })
  await order
    .getByText(/^Vises: /)
    .first()
    .click()
  const first = order.getByRole('checkbox').first()
  const left = (await first.evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent)) ?? ''
  expect(left.length).toBeGreaterThan(3)
  await expect(preview.getByText(left, { exact: true }).first()).toBeVisible()
  const before = await preview.getByText(left, { exact: true }).count()
  await first.uncheck()
  await expect(preview.getByText(left, { exact: true })).toHaveCount(before - 1)

  const titles = () => order.locator('strong').allInnerTexts()
  const [one = '', two = ''] = await titles()
  await order
    .getByRole('button', { name: `Flyt ned: ${one}` })
    .first()
    .click()
  expect((await titles()).slice(0, 2)).toEqual([two, one])
  await expect(page.getByText('Udkastet er gemt')).toBeVisible()

  await page.getByRole('button', { name: 'Udgiv', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('får nummer 1 og kan ikke ændres')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Udgiv', exact: true }).click()
  await page.getByRole('button', { name: 'Lav link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
  await page.getByRole('button', { name: 'Færdig' }).click()
  await expect(preview.getByRole('heading', { level: 2 }).nth(1)).toBeVisible()
  await expectAccessible(page)

  const path = new URL(link).pathname
  const reader = await (await freshBrowser({ ...PHONE, javaScriptEnabled: false })).newPage()
  await reader.goto(path)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  await expect(reader.getByText(left, { exact: true })).toHaveCount(before - 1)
  await reader.getByRole('radio', { name: 'Ja, med forbehold' }).check()
  await reader.getByLabel('En linje til teamet').fill('Husk tillidsrepræsentanten.')
  await reader.getByRole('button', { name: 'Send svar' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')

  await page.goto(`/sprints/${sprintId}?day=wed`)
  await expect(section.getByRole('list', { name: 'Svar' })).toContainText('Ja, med forbehold')
  await expect(section.getByText('Husk tillidsrepræsentanten.')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/sprints/${sprintId}/log`)
  await expect(page.getByText('Husk tillidsrepræsentanten.').first()).toBeVisible()

  await page.goto(`/sprints/${sprintId}?day=wed`)
  await section.getByRole('link', { name: 'Onsdag: Mulighedsrum' }).click()
  await page.getByRole('button', { name: 'Træk tilbage' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Træk tilbage' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Øjebliksbilledet kan ikke læses længere')
  expect((await reader.goto(path))?.status()).toBe(410)
})

test('a board of no sprint: from its menu, in two tabs at once, on a phone, and thrown away', async ({
  person,
  signedInPage,
  watch,
}) => {
  // The test itself looks into the frame, in which no script may run.
  watch.allowErrors(/status of (409|404)|Blocked script execution/)
  const mette = await person({ name: 'Mette Holm' })
  const { id: boardId } = await mette.session.ask<{ id: string }>('POST', '/api/boards', {
    title: 'Aftenholdet',
    templateId: 'borgerrejse',
    locale: 'da',
  })
  const page = await signedInPage(mette, { path: `/boards/${boardId}` })
  await page.getByRole('button', { name: 'Tavlens menu' }).click()
  await page.getByRole('menuitem', { name: 'Øjebliksbilleder' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lav øjebliksbillede' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aftenholdet')

  const other = await page.context().newPage()
  await other.setViewportSize({ width: 390, height: 844 })
  await other.goto(page.url())
  await other.getByLabel('Hvor står vi?').fill('Skrevet på telefonen')
  await expect(other.getByText('Udkastet er gemt')).toBeVisible()
  await other.getByRole('tab', { name: 'Forhåndsvisning' }).click()
  await expect(other.frameLocator('iframe').getByText('Skrevet på telefonen')).toBeVisible()

  await page.getByLabel('Hvor står vi?').fill('Skrevet ved skrivebordet')
  await expect(page.getByRole('alert')).toContainText('ændret et andet sted')
  await page.getByRole('button', { name: 'Behold mit' }).click()
  await expect(page.getByText('Udkastet er gemt')).toBeVisible()
  await expect(page.frameLocator('iframe').getByText('Skrevet ved skrivebordet')).toBeVisible()

  await page.getByLabel('Titel', { exact: true }).fill('')
  await expect(page.getByText('Skriv en titel.')).toBeVisible()
  await page.getByRole('button', { name: 'Slet udkastet' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Slet udkastet' }).click()
  await expect(page).toHaveURL(new RegExp(`/boards/${boardId}$`, 'u'))
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Øjebliksbilledet findes ikke')
})
