import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { guestList as list } from '../../apps/web/src/i18n/da/guest-list.ts'
import { guests } from '../../apps/web/src/i18n/da/guests.ts'
import { links } from '../../apps/web/src/i18n/da/links.ts'
import { createBoard } from '../support/api-session.ts'
import { expectBoardReady, expectSaved, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { join, makeLink, PHONE } from './guest-hands.ts'
import { expectNoBarrier } from './looks.ts'
import { noteSaying, writeNote } from './own-note.ts'
import { said } from './sprint-hands.ts'

/** What the browser says itself of requests that are refused because the link is closed. */
const REFUSED = /status of 40[134]|WebSocket connection/

test('a citizen joins on a phone, writes a note, and is out a second after the link is withdrawn', async ({
  person,
  signedInPage,
  freshBrowser,
  watch,
}) => {
  watch.allowErrors(REFUSED)
  const owner = await person({ name: 'Mette Holm' })
  const board = await createBoard(owner.session, { title: 'Den første dag hjemme' })
  const { id, path, address } = await makeLink(owner, 'board', board)
  const desk = await signedInPage(owner, { path: `/boards/${board}` })
  await expectBoardReady(desk)

  const phone = await freshBrowser(PHONE)
  const page = await phone.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'Den første dag hjemme' })).toBeVisible()
  await expect(page.getByText(guests.invites.replace('{{name}}', 'Mette Holm'))).toBeVisible()
  // The secret is neither in the address bar nor in the history.
  expect(page.url()).toMatch(/\/j$/)
  await expectNoBarrier(page)
  await page.setViewportSize(PHONE.viewport)
  await page.getByLabel(guests.name).fill('Gudrun')
  await page.getByRole('button', { name: guests.join }).tap()
  await expectBoardReady(page)

  await expect(page.getByRole('button', { name: texts.share, exact: true })).toHaveCount(0)
  await expect(page.getByRole('banner').getByRole('link')).toHaveCount(0)
  await page.getByLabel(said(list.yourNote, { section: list.board })).fill('At nogen ringede')
  await page.getByRole('button', { name: list.putUp }).tap()
  await expectSaved(page)
  await expect(noteSaying(desk, 'At nogen ringede')).toBeVisible()
  await expect(desk.locator('[data-people="2"]')).toHaveAttribute('title', /Gudrun \(gæst\)/)
  await expectAccessible(page)

  const withdrawnAt = Date.now()
  await owner.session.ask('DELETE', `${path}/${id}`)
  await expect(page.getByRole('heading', { name: guests.endedTitle })).toBeVisible({ timeout: 1_000 })
  expect(Date.now() - withdrawnAt).toBeLessThan(1_000)
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: guests.codeTitle })).toBeVisible()
  await expect(desk.locator('[data-people="1"]')).toBeVisible()
  await expect(noteSaying(desk, 'At nogen ringede')).toBeVisible()
})

test('the owner makes a link in the dialog, shows it on the wall, and closes it; a guest types the code', async ({
  person,
  signedInPage,
  freshBrowser,
  watch,
}) => {
  watch.allowErrors(REFUSED)
  const owner = await person()
  const board = await createBoard(owner.session, { title: 'Borgerrejse' })
  const desk = await signedInPage(owner, { path: `/boards/${board}` })
  await expectBoardReady(desk)
  await desk.getByRole('button', { name: texts.share, exact: true }).click()
  await desk.getByRole('tab', { name: links.linkAndCode }).click()
  await desk.getByRole('radio', { name: links.right_view }).click()
  await desk.getByLabel(links.name).fill('Borgermøde')
  await desk.getByLabel(links.uses).fill('nul')
  await desk.getByRole('button', { name: links.make }).click()
  await expect(desk.getByText(links.usesWrong)).toBeVisible()
  await desk.getByLabel(links.uses).fill('25')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: links.make }).click()
  await expect(desk.getByLabel(links.address, { exact: true })).toHaveValue(/\/j#[\w-]{32}$/)
  await expect(desk.getByRole('img', { name: links.codeOf.replace('{{title}}', 'Borgerrejse') })).toBeVisible()
  await expectAccessible(desk)

  await desk.getByRole('button', { name: links.showOnWall }).click()
  const wall = desk.locator('[data-code]')
  await expect(wall).toBeVisible()
  const code = (await wall.getAttribute('data-code')) ?? ''
  await expectAccessible(desk)

  const page = await (await freshBrowser(PHONE)).newPage()
  await page.goto('/j')
  await page.getByRole('button', { name: guests.goOn }).click()
  await expect(page.getByText(guests.codeMissing)).toBeVisible()
  await page.getByLabel(guests.code).fill('AAAABBBB')
  await page.getByRole('button', { name: guests.goOn }).click()
  await expect(page.getByText(guests.codeWrong)).toBeVisible()
  await expectNoBarrier(page)
  await page.setViewportSize(PHONE.viewport)
  await page.getByLabel(guests.code).fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(guests.lead_view)).toBeVisible()
  await page.getByRole('button', { name: guests.join }).click()
  await expectBoardReady(page)
  await expect(page.getByText(texts.viewOnly)).toBeVisible()

  await desk.keyboard.press('Escape')
  await expect(wall).toHaveCount(0)
  await desk.getByRole('button', { name: links.toList }).click()
  const row = desk.getByRole('listitem').filter({ hasText: 'Borgermøde' })
  await expect(row).toContainText('1 af 25 er kommet ind')
  await row.getByRole('combobox').selectOption('comment')
  await expect(toast(desk)).toContainText(links.changed_comment.replace('{{name}}', 'Borgermøde'))
  await page.getByRole('button', { name: list.canvas }).click()
  await writeNote(page, 'Jeg må skrive nu')
  await expectAccessible(desk)
  await row.getByRole('button', { name: links.withdrawNamed.replace('{{name}}', 'Borgermøde') }).click()
  await expect(desk.getByRole('alertdialog')).toContainText(links.withdrawText_board)
  await desk.getByRole('alertdialog').getByRole('button', { name: links.withdraw }).click()
  await expect(page.getByRole('heading', { name: guests.endedTitle })).toBeVisible()
  await expect(desk.getByRole('button', { name: links.make })).toBeVisible()
})

test('a passcode stands before the name of the board', async ({ person, freshBrowser, watch }) => {
  watch.allowErrors(REFUSED)
  const owner = await person()
  const board = await createBoard(owner.session, { title: 'Hemmelig titel' })
  const { address } = await makeLink(owner, 'board', board, { passcode: 'sommerfugl' })
  const page = await (await freshBrowser(PHONE)).newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { name: guests.passcodeTitle })).toBeVisible()
  await expect(page.getByText('Hemmelig titel')).toHaveCount(0)
  await expectNoBarrier(page)
  const field = page.getByLabel(guests.passcode, { exact: true })
  await field.fill('vinter')
  await page.keyboard.press('Enter')
  await expect(page.getByText(guests.passcodeWrong)).toBeVisible()
  await field.fill('sommerfugl')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hemmelig titel' })).toBeVisible()
  await page.getByRole('button', { name: guests.join }).click()
  await expectBoardReady(page)
})

test('a link that is closed says what to do, and a guest who leaves is asked first', async ({
  person,
  freshBrowser,
  watch,
}) => {
  watch.allowErrors(REFUSED)
  watch.allowErrors(/status of 410/)
  const owner = await person()
  const board = await createBoard(owner.session, { title: 'Tavle' })
  const { address } = await makeLink(owner, 'board', board)
  const context = await freshBrowser(PHONE)
  const page = await join(context, address, 'Gudrun')
  await page.getByRole('button', { name: guests.leave }).click()
  await expectAccessible(page)
  await page.getByRole('alertdialog').getByRole('button', { name: guests.stay }).click()
  await page.getByRole('button', { name: guests.leave }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: guests.leave }).click()
  await expect(page.getByText(guests.left)).toBeVisible()
  await page.goto(`/guest/boards/${board}`)
  await expect(page.getByRole('heading', { name: guests.codeTitle })).toBeVisible()
  await page.goto(`/j#${'x'.repeat(32)}`)
  await page.reload()
  await page.goto('about:blank')
  await page.goto(`/j#${'y'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: guests.expiredTitle })).toBeVisible()
  await expectNoBarrier(page)
})

test('a manager reads the week of a sprint by a link, in every language, and nothing else', async ({
  person,
  signedInPage,
  freshBrowser,
  watch,
}) => {
  watch.allowErrors(REFUSED)
  const owner = await person({ role: 'designer' })
  const { id: sprint } = await owner.session.ask<{ id: string }>('POST', '/api/sprints', {
    title: 'Hjem med hjælp',
    challenge: 'Jeg ved ikke, hvem der kommer.',
    startDate: '2026-11-23',
    programmeId: 'monday-to-monday',
    commissioner: { name: 'Bente Chef', userId: null },
    team: [],
  })
  const desk = await signedInPage(owner, { path: `/sprints/${sprint}` })
  await desk.getByRole('button', { name: 'Del', exact: true }).click()
  await expect(desk.getByText(links.promise_sprint)).toBeVisible()
  await desk.getByRole('button', { name: links.make }).click()
  const link = await desk.getByLabel(links.address, { exact: true }).inputValue()
  await expectAccessible(desk)
  const page = await (await freshBrowser(PHONE)).newPage()
  await page.goto(link.slice(link.indexOf('/j#')))
  await page.getByRole('button', { name: guests.read }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hjem med hjælp' })).toBeVisible()
  await expect(page.getByText(guests.noSnapshots)).toBeVisible()
  await expect(page.getByText('Bente Chef')).toHaveCount(0)
  await expectNoBarrier(page)
  const [made] = (await owner.session.ask<{ links: { id: string }[] }>('GET', `/api/sprints/${sprint}/share-links`))
    .links
  await owner.session.ask('DELETE', `/api/sprints/${sprint}/share-links/${made?.id}`)
  await page.reload()
  await expect(page.getByRole('heading', { name: guests.endedTitle })).toBeVisible()
})
