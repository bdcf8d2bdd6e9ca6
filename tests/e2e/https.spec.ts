import type { BrowserContext, Page, WebSocket } from '@playwright/test'
import { accounts } from '../../apps/web/src/i18n/da/accounts.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { templates } from '../../apps/web/src/i18n/da/templates.ts'
import { addMember } from '../support/api-session.ts'
import { expectBoardReady, expectSaved } from './board-page.ts'
import { expect } from './fixtures.ts'
import { noteSaying, writeNote } from './own-note.ts'
import { test } from './tls-fixtures.ts'

type Refusal = { directive: string; blocked: string }

/** What the content security policy refuses in every page of this browser, from now on. */
async function listRefusals(context: BrowserContext): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  await context.exposeBinding('noteRefusal', (_, refusal: Refusal) => void refusals.push(refusal))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteRefusal } = globalThis as unknown as { noteRefusal(refusal: Refusal): Promise<void> }
      void noteRefusal({ directive: event.effectiveDirective, blocked: event.blockedURI })
    })
  })
  return refusals
}

/** The mark of tldraw is on screen, and nothing lies on it. */
async function expectMarkUnobstructed(page: Page): Promise<void> {
  const mark = page.locator('.tl-watermark_SEE-LICENSE')
  await expect(mark).toBeVisible()
  await expect(mark).toBeInViewport({ ratio: 0.8 })
  const covering = await mark.evaluate((element) => {
    const box = element.getBoundingClientRect()
    const covers = new Set<string>()
    for (const across of [0.1, 0.5, 0.9]) {
      for (const down of [0.1, 0.5, 0.9]) {
        const [x, y] = [box.x + box.width * across, box.y + box.height * down]
        if (x >= innerWidth || y >= innerHeight) continue
        const top = document.elementFromPoint(x, y)
        if (top === null || !element.contains(top)) covers.add(top?.outerHTML.slice(0, 120) ?? 'nothing')
      }
    }
    return [...covers]
  })
  expect(covering, 'nothing lies on the mark').toEqual([])
  expect(await mark.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
}

test('over https two people edit one board; nothing leaves, and the mark of tldraw stays', async ({
  page,
  context,
  person,
  signedInPage,
  tlsProxy,
  watch,
}) => {
  test.slow()
  const [sockets, refusals]: [WebSocket[], Refusal[]] = [[], await listRefusals(context)]
  page.on('websocket', (socket) => sockets.push(socket))
  const anna = await person({ name: 'Anna Mikkelsen' })
  const bo = await person({ name: 'Bo Krogh' })

  await page.goto('/')
  await page.getByLabel(accounts.email, { exact: true }).fill(anna.email)
  await page.getByLabel(accounts.password, { exact: true }).fill(anna.password)
  await page.getByRole('button', { name: accounts.signIn, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: boards.firstTitle })).toBeVisible()
  const cookies = await context.cookies()
  expect(cookies).toMatchObject([
    { name: '__Host-samtavle', domain: 'tavle.test', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ])
  expect(await page.evaluate(() => document.cookie)).toBe('')

  await page.goto('/templates')
  await page.getByRole('button', { name: templates.blank }).click()
  await page.getByLabel(templates.boardName).fill('Over https')
  await page.getByRole('button', { name: templates.create }).click()
  await expectBoardReady(page)
  const boardId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await addMember(anna.session, boardId, bo.id, 'edit')

  const other = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(other)
  await writeNote(page, 'Fra Anna')
  await expect(noteSaying(other, 'Fra Anna')).toBeVisible()
  await writeNote(other, 'Fra Bo')
  await expect(noteSaying(page, 'Fra Bo')).toBeVisible()
  await expectSaved(page)
  await expectSaved(other)

  // With a note selected, the bar of roles and the style panel are open too.
  await expectMarkUnobstructed(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('.tl-watermark_SEE-LICENSE')).toHaveAttribute('data-mobile', 'true')
  await expectMarkUnobstructed(page)

  const { host } = new URL(tlsProxy.origin)
  expect(sockets.map((socket) => socket.url())).toEqual([`wss://${host}/sync/${boardId}`])
  const elsewhere = watch.requests().filter((request) => {
    const url = new URL(request.url())
    return url.host !== host && !['data:', 'blob:'].includes(url.protocol)
  })
  expect(elsewhere.map((request) => request.url())).toEqual([])
  const beacon = {
    directive: 'connect-src',
    blocked: expect.stringMatching(/^https:\/\/cdn\.tldraw\.com\/.*watermark/),
  }
  expect(refusals.length).toBeGreaterThan(0)
  for (const refusal of refusals) expect(refusal).toEqual(beacon)
})
