import type { Locator, Page } from '@playwright/test'
import type { LearningLoops } from '@samtavle/shared/loop-api'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { loops as texts } from '../../apps/web/src/i18n/da/loops.ts'
import { sprints } from '../../apps/web/src/i18n/da/sprints.ts'
import type { Person } from '../support/api-session.ts'
import { toast } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { tabTo } from './keyboard.ts'
import { expectGoodPage, expectNoBarrier } from './looks.ts'
import { finishedSprint, planLoop, QUESTION, TITLE, workday } from './loop-hands.ts'
import { chooseInSprint, said } from './sprint-hands.ts'

const saved = async (person: Person, id: string) =>
  (await person.session.ask<LearningLoops>('GET', `/api/sprints/${id}/loops`)).loops
const section = (page: Page): Locator => page.getByRole('region', { name: texts.title })
const row = (page: Page, question: string): Locator =>
  section(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: question }) })
async function chooseFor(page: Page, question: string, action: string): Promise<void> {
  await page.getByRole('button', { name: said(texts.more, { question }) }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('with the keyboard alone a loop is planned, and a day that nobody works on is said', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const leader = await person({ name: 'Mette Loop' })
  const id = await finishedSprint(leader)
  const page = await signedInPage(leader, { path: `/sprints/${id}` })
  await expect(section(page).getByRole('heading', { name: texts.emptyTitle })).toBeVisible()
  await expectGoodPage(page, { title: `${TITLE} · Samtavle`, heading: TITLE })
  const plan = section(page).getByRole('button', { name: texts.plan })
  await plan.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: texts.planTitle })
  await dialog.getByRole('button', { name: texts.plan }).press('Enter')
  await expect(dialog.getByText(texts.questionMissing)).toBeVisible()
  await expect(dialog.getByText(texts.ownerMissing)).toBeVisible()
  await dialog.getByLabel(texts.question).focus()
  await page.keyboard.type(QUESTION)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Weekendens tovholder')
  // The list of who fits closes, and the dialog stays with what is in it.
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('combobox', { name: texts.owner })).toHaveAttribute('aria-expanded', 'false')
  await tabTo(page, dialog.getByLabel(texts.every))
  await tabTo(page, dialog.getByLabel(texts.firstRound))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('25.12.2027')
  await expect(dialog.getByText('1. juledag, lørdag 25. december')).toHaveCount(0)
  await expect(dialog.getByText(said(texts.weekend, { day: 'Lørdag 25. december 2027' }))).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('17.5.2027')
  await expect(dialog.getByText(/mandag 17\. maj 2027: Alle har fri/)).toBeVisible()
  await expectNoBarrier(page)
  await tabTo(page, dialog.getByRole('button', { name: said(texts.takeDay, { day: 'tirsdag 18. maj 2027' }) }))
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel(texts.firstRound)).toHaveValue('18.5.2027')
  // The button is gone with its warning; what it filled in has the focus.
  await expect(dialog.getByLabel(texts.firstRound)).toBeFocused()
  await tabTo(page, dialog.getByLabel(texts.time))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('13.15')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText(texts.planned)
  await expect(row(page, QUESTION)).toContainText('Ejer: Weekendens tovholder · Hver 2. uge')
  await expect(row(page, QUESTION)).toContainText('Tirsdag 18. maj 2027 kl. 13.15')
  await expect(plan).toBeFocused()
  const [loop] = await saved(leader, id)
  expect(loop).toMatchObject({ everyWeeks: 2, rounds: [{ date: '2027-05-18', atMinute: 795, minutes: 45 }] })
  expect(loop?.boardId).not.toBeNull()
  await expectNoBarrier(page)
})

test('rounds are written down, moved, ended and taken up again, and undone', async ({ person, signedInPage }) => {
  test.slow()
  const leader = await person({ name: 'Mette Runde' })
  const id = await finishedSprint(leader)
  const first = workday(-3)
  await planLoop(leader, id, QUESTION, first)
  const page = await signedInPage(leader, { path: `/sprints/${id}` })
  // A round whose day has passed is told in words, and in no colour of an error.
  const past = row(page, QUESTION).getByText(texts.wasPlanned)
  const quiet = await row(page, QUESTION)
    .getByText(/^Ejer/)
    .evaluate((element) => getComputedStyle(element).color)
  expect(await past.evaluate((element) => getComputedStyle(element).color)).toBe(quiet)
  await page.getByRole('button', { name: said(texts.writeRoundOf, { question: QUESTION }) }).click()
  const held = page.getByRole('dialog', { name: said(texts.heldTitle, { number: 1 }) })
  await held.getByRole('button', { name: common.save }).click()
  await expect(held.getByText(texts.learnedMissing)).toBeVisible()
  await held.getByLabel(texts.learned).fill('Ni af ti svarede')
  await held.getByLabel(texts.adjusted).fill('Vi ringer kl. 10')
  await expectNoBarrier(page)
  await held.getByRole('button', { name: common.save }).click()
  await expect(toast(page)).toContainText(said(texts.written, { number: 1 }))
  await expect(row(page, QUESTION).getByText('Ni af ti svarede')).toBeVisible()
  await expect(row(page, QUESTION)).toContainText(said(texts.roundNumber, { number: 2 }))

  await chooseFor(page, QUESTION, texts.moveRound)
  const move = page.getByRole('dialog', { name: said(texts.moveTitle, { number: 2 }) })
  await move.getByLabel(texts.date).fill('7.6.2027')
  await move.getByLabel(texts.time).fill('10')
  await move.getByRole('button', { name: texts.move }).click()
  await expect(row(page, QUESTION)).toContainText('Mandag 7. juni 2027 kl. 10.00')
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(row(page, QUESTION)).not.toContainText('2027')

  await chooseFor(page, QUESTION, texts.end)
  const end = page.getByRole('dialog', { name: texts.endTitle })
  await end.getByLabel(texts.endWhy).fill('Det er hverdag nu')
  await end.getByRole('button', { name: texts.endDo }).click()
  await expect(section(page).getByRole('list', { name: texts.over })).toContainText('Det er hverdag nu')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: said(texts.goOnOf, { question: QUESTION }) }).click()
  await page.getByRole('dialog', { name: texts.goOnTitle }).getByRole('button', { name: texts.goOnDo }).click()
  await expect(section(page).getByRole('list', { name: texts.goingOn })).toContainText(QUESTION)

  const [, calendar] = await Promise.all([chooseFor(page, QUESTION, texts.calendar), page.waitForEvent('download')])
  expect(calendar.suggestedFilename()).toBe('laeringsloop.ics')

  // Somebody else writes the round down meanwhile.
  await page.getByRole('button', { name: said(texts.writeRoundOf, { question: QUESTION }) }).click()
  const late = page.getByRole('dialog', { name: said(texts.heldTitle, { number: 2 }) })
  await late.getByLabel(texts.learned).fill('Mine ord')
  const [loop] = await saved(leader, id)
  const body = { number: 2, learned: 'Deres ord', adjusted: '', next: workday(30) }
  await leader.session.ask('POST', `/api/sprints/${id}/loops/${loop?.id}/held`, body)
  await late.getByRole('button', { name: common.save }).click()
  await expect(late.getByText(texts.heldByOther)).toBeVisible()
  await expect(late.getByLabel(texts.learned)).toHaveValue('Mine ord')
})

test('an observer reads; before the end little is said; a server that does not answer is said', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(/status of 503/)
  const [leader, observer] = [await person({ name: 'Mette Læs' }), await person({ name: 'Ole Læs' })]
  const id = await finishedSprint(leader, { team: [{ userId: observer.id, role: 'observer' }] })
  await planLoop(leader, id, QUESTION, workday(-3))
  const page = await signedInPage(observer, { path: `/sprints/${id}` })
  await expect(row(page, QUESTION)).toContainText(texts.wasPlannedReader)
  await expect(section(page).getByRole('button')).toHaveCount(0)
  await leader.session.ask('PUT', `/api/sprints/${id}/status`, { status: 'running' })
  await page.reload()
  await expect(row(page, QUESTION)).toBeVisible()
  const below = await page.evaluate(() => {
    const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0
    return top('#learning-loops') > top('#all-boards')
  })
  expect(below).toBe(true)
  await leader.session.ask('PUT', `/api/sprints/${id}/status`, { status: 'finished' })
  await page.route(`**/api/sprints/${id}/loops`, (route) => route.fulfill({ status: 503, json: {} }))
  await page.reload()
  await expect(section(page).getByText(texts.loadFailed)).toBeVisible()
  await page.unroute(`**/api/sprints/${id}/loops`)
  await section(page).getByRole('button', { name: common.retry }).click()
  await expect(row(page, QUESTION)).toBeVisible()
})

test('the first page reminds in working hours, and is silent in the evening', async ({ person, signedInPage }) => {
  const leader = await person({ name: 'Mette Minde' })
  const id = await finishedSprint(leader)
  const [soon, past] = [workday(3), workday(-5)]
  await planLoop(leader, id, 'Snart en runde?', soon)
  await planLoop(leader, id, 'Blev den holdt?', past)
  const page = await signedInPage(leader, { path: '/boards' })
  const monday = new Date()
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7))
  const at = (hour: number) => {
    const moment = new Date(monday)
    moment.setHours(hour, 0, 0, 0)
    return moment
  }
  await page.clock.setFixedTime(at(9))
  await page.goto('/')
  const reminders = page.getByRole('region', { name: texts.reminders })
  await expect(reminders.getByRole('listitem')).toHaveCount(2)
  await expect(reminders.getByRole('listitem').nth(0)).toContainText('Var aftalt til')
  await expect(reminders.getByRole('listitem').nth(1)).toContainText(/^Om \d dage: runde i et læringsloop/)
  await expectNoBarrier(page)
  await reminders.getByRole('link', { name: 'Snart en runde?' }).click()
  await expect(page).toHaveURL(new RegExp(`/sprints/${id}#loops`))
  await page.clock.setFixedTime(at(20))
  await page.goto('/')
  await expect(page.getByRole('heading', { name: sprints.yours })).toBeVisible()
  await expect(reminders).toHaveCount(0)
})

test('duplicating a finished sprint carries the chosen loops on, with links both ways', async ({
  person,
  signedInPage,
}) => {
  const leader = await person({ name: 'Mette Videre' })
  const id = await finishedSprint(leader)
  await planLoop(leader, id, QUESTION, workday(10))
  await planLoop(leader, id, 'Virker kortet?', workday(12))
  const page = await signedInPage(leader, { path: `/sprints/${id}` })
  await chooseInSprint(page, TITLE, sprints.menuDuplicate)
  const dialog = page.getByRole('dialog', { name: said(sprints.duplicateTitle, { title: TITLE }) })
  const choice = dialog.getByRole('group', { name: texts.carry })
  await expect(choice.getByRole('checkbox')).toHaveCount(2)
  await expect(choice.getByRole('checkbox', { name: QUESTION })).toBeChecked()
  await choice.getByRole('checkbox', { name: 'Virker kortet?' }).uncheck()
  await expectNoBarrier(page)
  await dialog.getByLabel(sprints.name).fill('Hjem igen')
  await dialog.getByRole('button', { name: sprints.duplicate }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hjem igen' })).toBeVisible()
  await expect(row(page, QUESTION)).toContainText(`${texts.cameFrom} ${TITLE}`)
  await row(page, QUESTION).getByRole('link', { name: TITLE }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(section(page).getByRole('list', { name: texts.goingOn })).toContainText('Virker kortet?')
  const ended = section(page).getByRole('list', { name: texts.over })
  await expect(ended).toContainText(`${texts.goesOnIn} Hjem igen`)
  await expect(ended.getByRole('button')).toHaveCount(0)
})
