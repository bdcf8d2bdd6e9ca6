import { evidence } from '../../apps/web/src/i18n/da/evidence.ts'
import { vote as texts } from '../../apps/web/src/i18n/da/vote.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredState } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, middleOf, select, shape, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { join, makeLink, PHONE } from './guest-hands.ts'
import { tabTo } from './keyboard.ts'
import { expectNoBarrier } from './looks.ts'
import { said } from './sprint-hands.ts'
import {
  boardOfIdeas,
  type Ear,
  IDEAS,
  type Idea,
  listenIn,
  notice,
  ownDots,
  panel,
  startVote,
  step,
  sumOf,
} from './vote-hands.ts'

const BROKEN = /net::ERR_FAILED|status of 50/
const usedOf = (used: number) => said(texts.used_other, { used, count: 3 })
const votes = (count: number) => said(count === 1 ? texts.votes_one : texts.votes_other, { count })

test('a facilitator, a member and a guest vote; nobody sees another’s dots before, all see the same sums after', async ({
  person,
  signedInPage,
  freshBrowser,
}) => {
  test.slow()
  const owner = await person({ name: 'Mette Holm' })
  const member = await person({ name: 'Bo Krogh' })
  const boardId = await boardOfIdeas(owner)
  const next = await createBoard(owner.session, { title: 'Vores storyboard', templateId: 'storyboard' })
  await addMember(owner.session, boardId, member.id, 'edit')
  const { address } = await makeLink(owner, 'board', boardId)
  const desk = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(desk)
  const other = await signedInPage(member, { path: '/boards' })
  const heardByMember = listenIn(other)
  await other.goto(`/boards/${boardId}`)
  await expectBoardReady(other)
  const pocket = await freshBrowser(PHONE)
  const ears: Ear[] = []
  pocket.on('page', (page) => ears.push(listenIn(page)))
  const phone = await join(pocket, address, 'Gudrun')
  await expectSaved(desk)
  const document = await readStoredState(owner.session, boardId)

  await startVote(desk, 'Hvad bygger vi i dag?')
  await expect(panel(desk)).toContainText(texts.secret)
  // From here on nobody sees where others point, which would tell what they vote for.
  await expect(notice(phone)).toBeVisible()
  for (const page of [desk, other, phone]) await expect(page.locator('.tl-collaborator__cursor')).toHaveCount(0)
  const voting = ears[0]?.mark()

  // The member presses notes on the canvas: twice the same, once a second, a fourth time there is none left.
  await expect(notice(other)).toContainText(said(texts.hidden, { question: 'Hvad bygger vi i dag?' }))
  await notice(other).getByRole('button', { name: texts.voteNow }).click()
  await expect(notice(other)).toContainText(texts.canvasHint)
  await panel(other)
    .getByRole('button', { name: said(texts.goTo, { words: IDEAS['shape:call'] }) })
    .click()
  for (const idea of ['shape:call', 'shape:call', 'shape:card', 'shape:card'] as const) {
    const at = await middleOf(other, idea)
    await other.mouse.click(at.x, at.y)
  }
  await expect(toast(other)).toContainText(texts.noneLeft)
  await expect(ownDots(other, 'shape:call')).toHaveAttribute('data-own-dots', '2')
  await expect(ownDots(other, 'shape:card')).toHaveAttribute('data-own-dots', '1')
  await expect(notice(other)).toContainText(usedOf(3))
  // Taken back on the canvas, and put elsewhere in the list.
  await ownDots(other, 'shape:card').getByRole('button').click()
  await expect(ownDots(other, 'shape:card')).toHaveCount(0)
  await step(other, 'add', 'shape:call').click()
  await expect(ownDots(other, 'shape:call')).toHaveAttribute('data-own-dots', '3')
  await expect(panel(other)).toContainText(texts.keeping_kept)
  await panel(other).getByRole('button', { name: texts.done }).click()
  await expect(panel(other)).toContainText(texts.isDone)

  // The guest votes in the list on a phone, by touch.
  await notice(phone).getByRole('button', { name: texts.voteNow }).tap()
  for (const idea of ['shape:app', 'shape:call'] as const) await step(phone, 'add', idea).tap()
  await expect(panel(phone)).toContainText(usedOf(2))
  await expectAccessible(phone)
  const target = await step(phone, 'add', 'shape:app').boundingBox()
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await expect(panel(phone)).toContainText(texts.keeping_kept)
  await panel(phone).getByRole('button', { name: texts.done }).tap()

  // The facilitator sees how many are done, and no dots but their own; by keyboard alone.
  await expect(panel(desk).locator('[data-finished="2"]')).toContainText(said(texts.finished_other, { count: 2 }))
  await step(desk, 'add', 'shape:hours').focus()
  await desk.keyboard.press('Enter')
  await expect(ownDots(desk, 'shape:hours')).toHaveCount(1)
  await expect(desk.locator('[data-own-dots]')).toHaveCount(1)
  await expect(desk.locator('[data-votes]')).toHaveCount(0)
  await expect(panel(desk)).toContainText(texts.keeping_kept)

  // What the others' pages were told of: of each note at most one's own dots, and no selection or pointer on it.
  const [toMember, toPhone] = [await heardByMember.told(), (await ears[0]?.told(voting)) ?? '']
  const dotsTold = (told: string) =>
    new Set([...told.matchAll(/"shape":"(shape:\w+)","dots":\d/g)].map(([, idea]) => idea as Idea))
  expect([...dotsTold(toMember)].sort()).toEqual(['shape:call', 'shape:card'])
  expect([...dotsTold(toPhone)].sort()).toEqual(['shape:app', 'shape:call'])
  expect(toPhone).toMatch(/"presence":/)
  expect(toPhone).not.toMatch(/"s":\["|"c":\[/)
  expect(toMember).not.toMatch(/"votes":[1-9]/)

  await panel(desk).getByRole('button', { name: texts.show }).click()
  await expect(desk.getByRole('alertdialog')).toContainText(texts.showText)
  await desk.getByRole('alertdialog').getByRole('button', { name: texts.show }).click()
  const sums = { 'shape:call': 4, 'shape:app': 1, 'shape:hours': 1 } as const
  for (const page of [desk, other]) {
    for (const [idea, count] of Object.entries(sums)) {
      await expect(sumOf(page, idea as Idea)).toHaveAttribute('data-votes', String(count))
    }
    await expect(sumOf(page, 'shape:card')).toHaveCount(0)
    await expect(panel(page).getByRole('listitem').first()).toContainText(votes(4))
  }
  await expect(panel(phone).getByRole('listitem').first()).toContainText(IDEAS['shape:call'])
  await expect(panel(phone).getByRole('listitem').nth(1)).toContainText(said(texts.tied, { rank: 2 }))
  // The shared document is what it was, but for the trace by which votes follow a note.
  await expect(shape(desk, 'shape:call')).toBeVisible()
  expect((await readStoredState(owner.session, boardId)).byteLength - document.byteLength).toBeLessThan(2_000)

  // After a reload it is the same, also in a tab that saw nothing of the vote.
  await other.reload()
  await expectBoardReady(other)
  await expect(sumOf(other, 'shape:call')).toHaveAttribute('data-votes', '4')

  await panel(desk).getByRole('button', { name: texts.sendTop }).click()
  const dialog = desk.getByRole('dialog', { name: said(evidence.title_other, { count: 3 }) })
  await expect(dialog.getByRole('list', { name: evidence.sentNotes })).toContainText(
    `${IDEAS['shape:call']}${votes(4)}`,
  )
  await dialog.getByLabel(evidence.board, { exact: true }).selectOption(next)
  await dialog.getByRole('button', { name: evidence.send }).click()
  await toast(desk).getByRole('button', { name: evidence.openBoard }).click()
  await expectBoardReady(desk)
  await expect(desk.locator('[data-votes="4"]')).toHaveCount(1, { timeout: 15_000 })
  await expect(desk.locator('[data-votes="1"]')).toHaveCount(2)
  const sent = (await desk.locator('[data-votes="4"]').getAttribute('data-of')) ?? ''
  await select(desk, sent)
  await desk.getByRole('link', { name: new RegExp(votes(4)) }).click()
  await expect(desk.getByRole('heading', { level: 1, name: evidence.chain })).toBeVisible()
  const links = desk.getByRole('listitem').filter({ has: desk.getByText(/^Led \d$/) })
  await expect(links).toHaveCount(2)
  for (const i of [0, 1]) await expect(links.nth(i)).toContainText(votes(4))
})

test('by keyboard alone: a vote is opened, dots are given on the canvas and in the list, and shown', async ({
  person,
  signedInPage,
}) => {
  const owner = await person()
  const boardId = await boardOfIdeas(owner)
  const page = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await expect(page.getByRole('button', { name: texts.title, exact: true })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: texts.title, exact: true }))
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { name: texts.title, exact: true })).toBeFocused()
  await tabTo(page, panel(page).getByLabel(texts.question))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText(texts.questionMissing)
  await page.keyboard.type('Hvad nu?')
  await expectNoBarrier(page, false)
  await panel(page).getByLabel(texts.where).selectOption({ label: 'Kriterier' })
  await expect(panel(page)).toContainText(texts.noNotes)
  await panel(page).getByLabel(texts.where).selectOption({ label: texts.wholeBoard })
  await tabTo(page, panel(page).getByRole('button', { name: texts.start }))
  await page.keyboard.press('Enter')
  await expect(notice(page)).toContainText(usedOf(0))
  // Examples are nobody's, and get no dots.
  await expect(panel(page).locator('[data-dots]')).toHaveCount(4)
  const first = step(page, 'add', 'shape:card')
  await tabTo(page, first)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(notice(page)).toContainText(usedOf(2))
  await tabTo(page, step(page, 'take', 'shape:card'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(ownDots(page, 'shape:card')).toHaveAttribute('data-own-dots', '1')
  await expectNoBarrier(page, false)

  // On the canvas: the words of a note in the list select it, plus and minus are dots.
  await panel(page)
    .getByRole('button', { name: said(texts.goTo, { words: IDEAS['shape:app'] }) })
    .press('Enter')
  await page.locator('.tl-container').focus()
  const view = () => page.locator('.tl-html-layer').first().getAttribute('style')
  // The way to the note takes a moment.
  let zoomed = await view()
  const rests = async () => {
    const before = zoomed
    zoomed = await view()
    return zoomed === before
  }
  await expect.poll(rests, { intervals: [250] }).toBe(true)
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(ownDots(page, 'shape:app')).toHaveAttribute('data-own-dots', '2')
  await page.keyboard.press('+')
  await expect(toast(page)).toContainText(texts.noneLeft)
  await page.keyboard.press('-')
  await expect(ownDots(page, 'shape:app')).toHaveAttribute('data-own-dots', '1')
  expect(await view()).toBe(zoomed)

  await panel(page).getByRole('button', { name: texts.done }).focus()
  await tabTo(page, panel(page).getByRole('button', { name: texts.show }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: texts.show }))
  await page.keyboard.press('Enter')
  await expect(sumOf(page, 'shape:app')).toHaveAttribute('data-votes', '1')
  await expect(panel(page).getByRole('listitem')).toHaveCount(2)
  await expectNoBarrier(page, false)
  await panel(page).getByRole('button', { name: texts.selectTop }).press('Enter')
  await expect(toast(page)).toContainText(said(texts.selected_other, { count: 2 }))
  await expect(page.getByRole('button', { name: evidence.sendOn, exact: true })).toBeVisible()
})

test('a second tab knows of a dot, a ballot waits for the connection, and a cancelled vote leaves nothing', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(BROKEN)
  const owner = await person()
  const boardId = await boardOfIdeas(owner)
  const page = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await startVote(page, 'Hvad er farligst?')
  const tab = await page.context().newPage()
  await tab.goto(`/boards/${boardId}`)
  await expectBoardReady(tab)
  await step(page, 'add', 'shape:card').click()
  await expect(notice(tab)).toContainText(usedOf(1))
  await tab.close()

  await page.route('**/ballot', (route) => route.abort())
  await step(page, 'add', 'shape:call').click()
  await expect(panel(page)).toContainText(texts.keeping_waiting)
  await expect(notice(page)).toContainText(usedOf(2))
  await page.unroute('**/ballot')
  await panel(page).getByRole('button', { name: texts.tryNow }).click()
  await expect(panel(page)).toContainText(texts.keeping_kept)
  await page.reload()
  await expectBoardReady(page)
  await expect(notice(page)).toContainText(usedOf(2))

  await notice(page).getByRole('button', { name: texts.voteNow }).click()
  await panel(page).getByRole('button', { name: texts.cancelVote }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: texts.cancelDo }).click()
  await expect(toast(page)).toContainText(texts.cancelled)
  await expect(notice(page)).toHaveCount(0)
  await expect(page.locator('[data-own-dots], [data-votes]')).toHaveCount(0)
  await expect(panel(page).getByRole('button', { name: texts.start })).toBeVisible()
})

test('who may only look sees that there is a vote, and what came of it, and cannot vote', async ({
  person,
  signedInPage,
}) => {
  const [owner, viewer] = [await person(), await person({ name: 'Ole Ser' })]
  const boardId = await boardOfIdeas(owner)
  await addMember(owner.session, boardId, viewer.id, 'view')
  const page = await signedInPage(viewer, { path: '/boards' })
  const asked = page.waitForResponse((response) => response.url().endsWith(`${boardId}/vote`))
  await page.goto(`/boards/${boardId}`)
  await expectBoardReady(page)
  await (await asked).finished()
  await expect(page.getByRole('button', { name: texts.title, exact: true })).toHaveCount(0)
  const desk = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(desk)
  await startVote(desk, 'Hvad nu?')
  await step(desk, 'add', 'shape:card').click()
  await expect(panel(desk)).toContainText(texts.keeping_kept)
  await notice(page).getByRole('button', { name: texts.open, exact: true }).click()
  await expect(panel(page)).toContainText(texts.onlyLook)
  await expect(panel(page).getByRole('button', { name: texts.done })).toHaveCount(0)
  await expect(panel(page).getByRole('button', { name: texts.show })).toHaveCount(0)
  await panel(desk).getByRole('button', { name: texts.show }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: texts.show }).click()
  await expect(toast(page)).toContainText(texts.shown)
  await expect(sumOf(page, 'shape:card')).toHaveAttribute('data-votes', '1')
  await expectNoBarrier(page, false)
})
