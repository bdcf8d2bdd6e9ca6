import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from '@playwright/test'
import { type ReaderServer, startReaderServer, WEDNESDAY } from '../../apps/sync-server/test-support/reader-server.ts'
import { test as base, expect, expectAccessible } from './fixtures.ts'

/** The pages of readers on a server of this test, with the Wednesday of the example sprint. */
const test = base.extend<{ reader: ReaderServer }>({
  reader: async ({ watch }, use) => {
    const reader = await startReaderServer()
    watch.alsoOwn(reader.origin)
    await use(reader)
    await reader.close()
  },
})

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const addressOf = (reader: ReaderServer) => `${reader.origin}/s/${WEDNESDAY}`

/** True when something is wider than the window. */
const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** The same for a page in which no script may run: axe is one, so it looks at a page that is made of the same. */
async function expectAccessibleWithoutScript(page: Page, browser: () => Promise<BrowserContext>): Promise<void> {
  const copy = await (await browser()).newPage()
  const body = (await page.content()).replace(/<script[^>]*><\/script>/u, '')
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await copy.goto(page.url())
  await expectAccessible(copy)
}

test('on a phone without a script the snapshot is complete, in order, accessible and light', async ({
  reader,
  freshBrowser,
}) => {
  const context = await freshBrowser({ ...PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  const weights: { url: string; bytes: number }[] = []
  page.on('requestfinished', async (request) => {
    const { responseBodySize } = await request.sizes()
    weights.push({ url: request.url(), bytes: responseBodySize })
  })
  await page.goto(addressOf(reader), { waitUntil: 'networkidle' })
  const titles = await page.locator('main h1, main h2').allInnerTexts()
  expect(titles).toEqual([
    'Onsdag: Mulighedsrum',
    'Status',
    'Nyt siden øjebliksbillede 2',
    'Formålet er ændret',
    'Det går vi videre med',
    'Tre mulighedsrum',
    'Nytte og mulighed',
    'Gemmes til senere',
    'Idékort',
    'Alle idéer',
    'To lande',
    'Det, borgerne siger',
    'Det modsatte',
    'Må aftenholdet være med i testen fredag?',
  ])
  // What stands lower is read later.
  const tops = await page
    .locator('main h1, main h2')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  for (const words of ['Vi går videre med 1 og 2.', 'Ét kort med navne, tider og ét nummer', 'Ikke nået i dag', 'B2'])
    await expect(page.getByText(words).first()).toBeVisible()
  await expect(page.getByRole('img', { name: 'De tre mulighedsrum som tre rækker sedler på tavlen.' })).toBeVisible()
  expect(await page.getByRole('columnheader', { name: 'Ønsket effekt' }).count()).toBe(1)
  expect(await isTooWide(page)).toBe(false)
  await expectAccessibleWithoutScript(page, () => freshBrowser(PHONE))
  const bytes = weights.filter(({ url }) => !url.includes('/pictures/')).reduce((sum, one) => sum + one.bytes, 0)
  expect(bytes, JSON.stringify(weights)).toBeLessThan(100_000)
  expect(bytes).toBeGreaterThan(5_000)
})

for (const [name, options] of [
  ['dark on a phone', { ...PHONE, colorScheme: 'dark' }],
  ['at 320 px', { viewport: { width: 320, height: 600 } }],
  ['at 200 % of a small window', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['on a desk, dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
] as const) {
  test(`${name} it is accessible and nothing is cut`, async ({ reader, freshBrowser }) => {
    const page = await (await freshBrowser(options)).newPage()
    await page.goto(addressOf(reader))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await isTooWide(page)).toBe(false)
    await expectAccessible(page)
  })
}

test('on paper it is accessible, without what can only be pressed', async ({ reader, freshBrowser }) => {
  const page = await (await freshBrowser({ colorScheme: 'dark' })).newPage()
  await page.goto(addressOf(reader))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Idékort' })).toBeVisible()
  for (const hidden of ['.answer', '.print', 'aside nav', '.to-answer']) await expect(page.locator(hidden)).toBeHidden()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  await expectAccessible(page)
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000)
})

test('a manager answers without a script, sees it, and answers again', async ({ reader, freshBrowser, watch }) => {
  watch.allowErrors(/status of 400/)
  const context = await freshBrowser({ ...PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(addressOf(reader))
  await page.getByRole('link', { name: 'Svar på spørgsmålet' }).click()
  await page.getByRole('radio', { name: 'Ja, med forbehold' }).check()
  await page.getByLabel('En linje til teamet').fill('x'.repeat(301))
  await page.getByRole('button', { name: 'Send svar' }).click()
  await expect(page.getByRole('alert')).toContainText('Linjen har 301 tegn.')
  await expect(page.getByRole('radio', { name: 'Ja, med forbehold' })).toBeChecked()
  await expectAccessibleWithoutScript(page, () => freshBrowser(PHONE))
  await page.getByLabel('En linje til teamet').fill('Husk tillidsrepræsentanten.')
  await page.getByRole('button', { name: 'Send svar' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tak for dit svar')
  await expect(page.locator('main')).toContainText('Ja, med forbehold')
  await expectAccessibleWithoutScript(page, () => freshBrowser(PHONE))
  // Loading the thanks again sends nothing again.
  await page.reload()
  expect(reader.memory.answers).toMatchObject([{ answer: 'yes-but', words: 'Husk tillidsrepræsentanten.' }])
  await page.getByRole('link', { name: 'Svar igen' }).click()
  await expect(page.locator('#answer')).toContainText('Der er allerede svaret »Ja, med forbehold«')
  await page.getByRole('radio', { name: 'Ring til mig' }).check()
  await page.getByRole('button', { name: 'Send svar' }).click()
  await expect(page.locator('main')).toContainText('Ring til mig')
  expect(reader.memory.answers).toHaveLength(2)
})

test('a picture opens large, for keys, wheel and buttons, and closes where it was opened', async ({
  reader,
  freshBrowser,
}) => {
  const page = await (await freshBrowser()).newPage()
  await page.goto(addressOf(reader))
  const opener = page.getByRole('button', { name: 'Vis billedet stort: Tre mulighedsrum' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Tre mulighedsrum' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  const image = dialog.getByRole('img')
  const box = async () => {
    const found = await image.boundingBox()
    if (found === null) throw new Error('no picture')
    return found
  }
  const whole = await box()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  const large = await box()
  expect(large.width).toBeGreaterThan(whole.width * 1.5)
  await page.keyboard.press('ArrowRight')
  expect((await box()).x).toBeLessThan(large.x)
  await page.keyboard.press('0')
  expect(await box()).toEqual(whole)
  await dialog.getByRole('button', { name: 'Større' }).click()
  expect((await box()).width).toBeGreaterThan(whole.width)
  await dialog.getByRole('button', { name: 'Hele billedet' }).click()
  await image.hover()
  await page.mouse.wheel(0, -400)
  await expect.poll(async () => (await box()).width).toBeGreaterThan(whole.width * 1.5)
  const before = await box()
  await page.mouse.down()
  await page.mouse.move(500, 300)
  await page.mouse.up()
  expect((await box()).x).not.toBe(before.x)
  // Tab stays inside.
  for (let press = 0; press < 8; press++) await page.keyboard.press('Tab')
  expect(
    await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
    ),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('two fingers make a picture larger', async ({ reader, freshBrowser }) => {
  const context = await freshBrowser(PHONE)
  const page = await context.newPage()
  await page.goto(addressOf(reader))
  await page.getByRole('button', { name: /Vis billedet stort/ }).tap()
  const image = page.getByRole('dialog').getByRole('img')
  await expect(image).toBeVisible()
  const before = (await image.boundingBox())?.width ?? 0
  const fingers = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: 195 - apart, y: 400, id: 1 },
              { x: 195 + apart, y: 400, id: 2 },
            ],
    })
  await touch('touchStart', 20)
  for (const apart of [30, 45, 60]) await touch('touchMove', apart)
  await touch('touchEnd', 0)
  expect((await image.boundingBox())?.width).toBeGreaterThan(before * 2)
})

test('what is gone, unknown or locked is said calmly', async ({ reader, freshBrowser, watch }) => {
  watch.allowErrors(/status of (403|404|410)/)
  const page = await (await freshBrowser(PHONE)).newPage()
  await page.goto(`${reader.origin}/s/unknown`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket fører ikke til noget')
  await expectAccessible(page)
  const link = reader.memory.links.get(WEDNESDAY)
  if (link === undefined) throw new Error('no link')
  reader.memory.links.set('locked', { ...link, passcode: 'æble 12' })
  await page.goto(`${reader.origin}/s/locked`)
  await page.getByLabel('Kodeord').fill('pære')
  await page.getByRole('button', { name: 'Åbn' }).click()
  await expect(page.getByRole('alert')).toContainText('Kodeordet passer ikke.')
  await expectAccessible(page)
  await page.getByLabel('Kodeord').fill('æble 12')
  await page.getByRole('button', { name: 'Åbn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  link.isGone = true
  await page.goto(addressOf(reader))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Øjebliksbilledet kan ikke læses længere')
  await expectAccessible(page)
})

test('a site that the operator allows may show a case, and no other page', async ({ freshBrowser, watch }) => {
  watch.allowErrors(/frame-ancestors|X-Frame-Options|Refused to frame|Framing/i)
  let body = ''
  const intranet = createServer((_request, response) => response.end(body))
  await once(intranet.listen(0, 'localhost'), 'listening')
  const origin = `http://localhost:${(intranet.address() as AddressInfo).port}`
  const reader = await startReaderServer({ embedOrigins: [origin] })
  body = `<!doctype html><iframe title="case" src="${addressOf(reader)}/case"></iframe><iframe title="page" src="${addressOf(reader)}"></iframe>`
  watch.alsoOwn(origin)
  watch.alsoOwn(reader.origin)
  const page = await (await freshBrowser()).newPage()
  await page.goto(`${origin}/intranet`)
  await expect(page.frameLocator('[title=case]').getByRole('heading', { level: 1 })).toHaveText('Onsdag: Mulighedsrum')
  await expect(page.frameLocator('[title=page]').getByRole('heading', { level: 1 })).toHaveCount(0)
  await reader.close()
  intranet.close()
  intranet.closeAllConnections()
})
