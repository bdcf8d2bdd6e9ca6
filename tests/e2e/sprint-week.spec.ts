import type { Page } from '@playwright/test'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { week } from '../../apps/web/src/i18n/da/week.ts'
import type { Person } from '../support/api-session.ts'
import { expectBoardReady, toast } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { expectGoodPage, expectNoBarrier } from './looks.ts'
import { said } from './sprint-hands.ts'

const TITLE = 'Hjem med hjælp'
const START = '2027-09-13'
/** Wednesday of that week at 8.41 in Denmark. */
const WEDNESDAY = new Date('2027-09-15T08:41:00+02:00')
const FIRST = 'Rejsen genlæses'

/** A sprint in that week, from Monday to Monday, with somebody else in it. */
async function makeSprint(leader: Person, other: Person, role: 'facilitator' | 'member'): Promise<string> {
  const { id } = await leader.session.ask<{ id: string }>('POST', '/api/sprints', {
    title: TITLE,
    challenge: 'Når jeg kommer hjem, ved jeg ikke, hvem der kommer.',
    startDate: START,
    programmeId: 'monday-to-monday',
    commissioner: { name: 'Lone Friis', userId: null },
    team: [{ userId: other.id, role }],
  })
  await leader.session.ask('PUT', `/api/sprints/${id}/status`, { status: 'running' })
  return id
}

/** The page of the sprint on its Wednesday. */
async function openWeek(page: Page, id: string, search = ''): Promise<void> {
  await page.clock.setFixedTime(WEDNESDAY)
  await page.goto(`/sprints/${id}${search}`)
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
}

const saved = async (person: Person, id: string) => person.session.ask<Sprint>('GET', `/api/sprints/${id}`)
const blocksOf = (sprint: Sprint, key: string) => sprint.agenda.days.find((day) => day.key === key)?.blocks ?? []
const titles = (page: Page) => page.getByRole('list', { name: week.blocks }).getByRole('button', { name: /^Redigér / })

test('the page of a sprint shows today, and every day by a press or with arrow keys', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const [mette, sara] = [await person({ name: 'Mette Uge' }), await person({ name: 'Sara Uge' })]
  const id = await makeSprint(mette, sara, 'member')
  const page = await signedInPage(sara, { path: '/boards' })
  await openWeek(page, id)
  await expect(page.getByRole('tab', { name: /^Onsdag 15\. · i dag/, selected: true })).toBeVisible()
  await expect(
    page.getByRole('heading', { name: 'To mulighedsrum er valgt, og væggen er fuld af idéer' }),
  ).toBeVisible()
  const running = page.getByRole('list', { name: week.agenda }).locator('[aria-current="step"]')
  await expect(running).toContainText(FIRST)
  await expect(running).toContainText('19 min. tilbage')
  await expect(page.getByText(week.onlyFacilitator)).toBeVisible()
  await expect(page.getByRole('button', { name: week.changePlan })).toHaveCount(0)
  await expect(page.getByRole('button', { name: new RegExp(week.nextBlock) })).toHaveCount(0)
  await expectGoodPage(page, { title: `${TITLE} · Samtavle`, heading: TITLE })

  await page.getByRole('tab', { selected: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/\?day=thu/)
  await expect(page.getByRole('tabpanel').getByText('Torsdag 16. september')).toBeVisible()
  await page.getByRole('tab', { name: /Weekend/ }).click()
  await expect(page.getByText(week.quietText)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('tab', { selected: true })).toContainText('Weekend')
  await expectNoBarrier(page)

  await page.getByRole('tab', { name: /Onsdag/ }).click()
  await page.getByRole('link', { name: new RegExp(`^${week.openBoard}.*Vanebryder`) }).click()
  // The page that is left has a trail of the same name.
  await expectBoardReady(page)
  await page.getByRole('navigation', { name: week.trail }).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/sprints/${id}\\?day=wed`))
})

test('the plan leads to the sections in which the work is done, also on a board that was left elsewhere', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const [mette, sara] = [await person({ name: 'Mette Sted' }), await person({ name: 'Sara Sted' })]
  const id = await makeSprint(mette, sara, 'member')
  const page = await signedInPage(sara, { path: '/boards' })
  const heading = (title: string) => page.locator('.tl-shapes').getByText(title, { exact: true })
  for (const [block, shown, far] of [
    ['Genfortæl, saml og find indsigter', 'Indsigter', 'Samtale B1'],
    ['Samtaler og observation', 'Samtale B1', 'Indsigter'],
  ] as const) {
    await openWeek(page, id, '?day=tue')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: block, exact: true }) })
    await row.getByRole('link', { name: new RegExp(`^${week.openBoard}`) }).click()
    await expectBoardReady(page)
    await expect(heading(shown), block).toBeInViewport()
    await expect(heading(far), block).not.toBeInViewport()
  }
})

test('who leads says where the team is, and everybody reads how it keeps to the plan', async ({
  person,
  signedInPage,
}) => {
  const [mette, sara] = [await person({ name: 'Mette Nu' }), await person({ name: 'Sara Nu' })]
  const id = await makeSprint(mette, sara, 'member')
  const [leads, reads] = [await signedInPage(mette, { path: '/boards' }), await signedInPage(sara, { path: '/boards' })]
  for (const page of [leads, reads]) {
    // The server has a clock of its own: what it was told just now, it was told on that Wednesday.
    await page.route(`**/api/sprints/${id}`, async (route) => {
      const response = await route.fetch()
      const sprint = (await response.json()) as Sprint
      const now = sprint.now && { ...sprint.now, since: WEDNESDAY.toISOString() }
      await route.fulfill({ response, json: { ...sprint, now } })
    })
  }
  await openWeek(leads, id)
  await leads.getByRole('button', { name: new RegExp(`^${week.weAreHere}.*${FIRST}`) }).click()
  await expect(leads.getByText('11 min. efter planen')).toBeVisible()
  await leads.getByRole('button', { name: new RegExp(`^${week.nextBlock}.*Mulighedsrum`) }).click()
  await expect(leads.getByText('19 min. foran planen')).toBeVisible()
  await expectNoBarrier(leads)
  await openWeek(reads, id)
  await expect(reads.getByText('19 min. foran planen')).toBeVisible()
  await expect(reads.getByRole('list', { name: week.agenda }).locator('[aria-current="step"]')).toContainText(
    'Mulighedsrum',
  )
  expect((await saved(mette, id)).now?.block).toBe('wed-spaces')
})

test('the plan is changed with the keyboard alone: order, length, start, day, and back again', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const [mette, sara] = [await person({ name: 'Mette Taster' }), await person({ name: 'Sara Taster' })]
  const id = await makeSprint(mette, sara, 'member')
  const page = await signedInPage(mette, { path: '/boards' })
  await openWeek(page, id)
  await page.getByRole('button', { name: week.changePlan }).press('Enter')
  await expect(page).toHaveURL(/edit=true/)
  const first = page.getByRole('button', { name: said(week.editNamed, { title: FIRST }) })
  await first.press('Alt+ArrowDown')
  await expect(titles(page).nth(1)).toHaveText(FIRST)
  await page.getByRole('button', { name: said(week.longer, { title: FIRST }) }).press('Enter')
  await expect(page.getByLabel(said(week.minutesOf, { title: FIRST }))).toHaveValue('35')
  await page.getByLabel(said(week.minutesOf, { title: FIRST })).fill('2')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText(week['refused_too-short'])
  await expect(page.getByLabel(said(week.minutesOf, { title: FIRST }))).toHaveValue('35')

  const more = (title: string) => page.getByRole('button', { name: said(week.moreFor, { title }), exact: true })
  await more('Vanebryder').press('Enter')
  await page.getByRole('menuitem', { name: said(week.moveTo, { day: 'Torsdag 16.' }) }).press('Enter')
  await expect(titles(page).filter({ hasText: 'Vanebryder' })).toHaveCount(0)
  await more('Opsamling').press('Enter')
  await page.getByRole('menuitem', { name: week.remove }).press('Enter')
  await toast(page).getByRole('button', { name: common.undo }).press('Enter')
  await expect(titles(page).filter({ hasText: 'Opsamling' })).toHaveCount(1)
  await expectNoBarrier(page)

  await page.getByRole('button', { name: week.addBlock }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(week.blockTitle).fill('Gåtur')
  await dialog.getByLabel(week.blockMinutes).fill('20')
  await dialog.getByLabel(week.lockedStart).fill('16.15')
  await expectNoBarrier(page)
  await dialog.getByRole('button', { name: week.doneEditing }).press('Enter')
  await expect(page.getByText(said(week.locked, { time: '16.15' }))).toBeVisible()
  await expect(page.getByText(said(week.changes_other, { count: 4 }))).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(titles(page).filter({ hasText: 'Gåtur' })).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(titles(page).filter({ hasText: 'Gåtur' })).toHaveCount(1)

  // Leaving asks first.
  await page.getByRole('link', { name: common.navTemplates }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: week.stay }).press('Enter')
  await page.getByRole('button', { name: week.savePlan }).press('Enter')
  await expect(toast(page)).toContainText(week.planSaved)
  await expect(page).not.toHaveURL(/edit/)
  const after = await saved(mette, id)
  expect(blocksOf(after, 'wed')[1]).toMatchObject({ title: FIRST, minutes: 35 })
  expect(blocksOf(after, 'wed').at(-1)).toMatchObject({ title: 'Gåtur', minutes: 20, lockedStart: 16 * 60 + 15 })
  expect(blocksOf(after, 'thu').at(-1)?.title).toBe('Vanebryder')
})

test('a block is dragged to another place, and to another day', async ({ person, signedInPage }) => {
  const [mette, sara] = [await person({ name: 'Mette Træk' }), await person({ name: 'Sara Træk' })]
  const id = await makeSprint(mette, sara, 'member')
  const page = await signedInPage(mette, { path: '/boards' })
  await openWeek(page, id, '?edit=true')
  const row = (title: string) =>
    page.getByRole('list', { name: week.blocks }).getByRole('listitem').filter({ hasText: title })
  const grip = (title: string) => row(title).first().locator('[aria-hidden]').first()
  await grip(FIRST).hover()
  await page.mouse.down()
  const target = await row('Pause').first().boundingBox()
  await page.mouse.move(target?.x ?? 0, (target?.y ?? 0) + (target?.height ?? 0) - 2, { steps: 8 })
  await page.mouse.up()
  await expect(titles(page).nth(2)).toHaveText(FIRST)
  await grip('Vanebryder').hover()
  await page.mouse.down()
  await page.mouse.move(300, 400, { steps: 4 })
  await page.locator('[data-drop-day="fri"]').hover()
  await page.mouse.up()
  await expect(toast(page)).toContainText(said(week.movedTo, { title: 'Vanebryder', day: 'Fredag 17.' }))
  await page.getByRole('button', { name: week.savePlan }).click()
  await expect(toast(page)).toContainText(week.planSaved)
  const after = await saved(mette, id)
  expect(blocksOf(after, 'wed')[2]?.title).toBe(FIRST)
  expect(blocksOf(after, 'fri').at(-1)?.title).toBe('Vanebryder')
})

test("two who lead change the plan at once: the later one sees the other's and puts the own on top", async ({
  person,
  signedInPage,
}) => {
  const [mette, anna] = [await person({ name: 'Mette Først' }), await person({ name: 'Anna Sidst' })]
  const id = await makeSprint(mette, anna, 'facilitator')
  const page = await signedInPage(anna, { path: '/boards' })
  await openWeek(page, id, '?edit=true')
  await page.getByRole('button', { name: said(week.longer, { title: FIRST }) }).click()
  await page.getByRole('button', { name: said(week.longer, { title: 'Vanebryder' }) }).click()
  const { agenda, agendaVersion } = await saved(mette, id)
  const without = {
    days: agenda.days.map((day) => ({ ...day, blocks: day.blocks.filter(({ title }) => title !== 'Vanebryder') })),
  }
  await mette.session.ask('PUT', `/api/sprints/${id}/agenda`, { version: agendaVersion, agenda: without })
  await page.getByRole('button', { name: week.savePlan }).click()
  await expect(page.getByText(week.conflictTitle)).toBeVisible()
  await expect(page.getByText(said(week.diff_removed, { title: 'Vanebryder', day: 'Onsdag 15.' }))).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: week.applyMine }).click()
  await expect(page.getByText(week.refused_gone)).toBeVisible()
  await page.getByRole('button', { name: week.savePlan }).click()
  await expect(toast(page)).toContainText(week.planSaved)
  const after = await saved(mette, id)
  expect(blocksOf(after, 'wed')[0]).toMatchObject({ title: FIRST, minutes: 35 })
  expect(blocksOf(after, 'wed').some(({ title }) => title === 'Vanebryder')).toBe(false)
})
