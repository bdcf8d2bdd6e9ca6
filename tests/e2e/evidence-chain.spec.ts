import type { Page } from '@playwright/test'
import { createRecord, deleteRecord } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import type { SendOnAnswer } from '@samtavle/shared/evidence-api'
import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { evidence as texts } from '../../apps/web/src/i18n/da/evidence.ts'
import { sprintEvidence as ofSprint } from '../../apps/web/src/i18n/da/sprint-evidence.ts'
import { type ApiSession, createBoard, type Person } from '../support/api-session.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, placeNote, select, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { tabTo } from './keyboard.ts'
import { expectGoodPage, expectNoBarrier } from './looks.ts'
import { openOwnBoard } from './own-board.ts'
import { said } from './sprint-hands.ts'

const counted = (text: string, count: number) => text.replace('{{count}}', String(count))

test('a quote is sent to the next board, an idea builds on it, and the chain shows both', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'interview-indsigt' })
  const next = await createBoard(owner.session, { title: 'Vores mulighedsrum', templateId: 'mulighedsrum' })
  await createBoard(owner.session, { title: 'Andet' })
  await page.reload()
  await expectBoardReady(page)
  const before = await notes(page).count()
  const quote = await placeNote(page, { x: 700, y: 420 }, 'Ingen ringede til os')
  expect(await notes(page).count()).toBe(before + 1)
  await expectSaved(page)
  await select(page, quote)
  await page.getByRole('button', { name: texts.sendOn, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: counted(texts.title_one, 1) })
  await expect(dialog.getByLabel(texts.board)).toHaveValue(next)
  await dialog.getByLabel(texts.section).selectOption({ label: 'Indsigter og smertepunkter' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: texts.send }).click()
  await expect(toast(page)).toContainText('Vores mulighedsrum')
  await toast(page).getByRole('button', { name: texts.openBoard }).click()
  await expectBoardReady(page)

  const stored = await readStoredBoard(owner.session, next)
  const sent = [...stored.values()].find(
    (record) => record.type === 'note' && wordsOn(record) === 'Ingen ringede til os',
  )
  expect(metaOf(sent ?? {}).trace).toMatch(/^[0-9a-f-]{36}$/)
  const idea = await placeNote(page, { x: 900, y: 640 }, 'Vi ringer dagen før')
  await expectSaved(page)
  await page.keyboard.press('Escape')
  await page.locator(`.tl-shape[data-shape-id="${sent?.id}"]`).click()
  await page.keyboard.down('Shift')
  await select(page, idea)
  await page.keyboard.up('Shift')
  await page.getByRole('button', { name: texts.link }).click()
  const tie = page.getByRole('dialog', { name: texts.linkTitle })
  await tie.getByRole('radio', { name: 'Vi ringer dagen før' }).check()
  await expectAccessible(page)
  await tie.getByRole('button', { name: texts.linkDo }).click()
  await expect(toast(page)).toContainText(counted(texts.linked_one, 1))

  // Close enough for the marks to be read.
  await page.keyboard.press('Shift+2')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-evidence="1"]')).toHaveCount(2, { timeout: 20_000 })
  await select(page, idea)
  await page.getByRole('link', { name: counted(texts.behind_one, 1) }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.chain })).toBeVisible()
  const links = page.getByRole('listitem').filter({ has: page.getByText(/^Led \d$/) })
  await expect(links).toHaveCount(3)
  await expect(links.nth(0)).toContainText('Ingen ringede til os')
  await expect(links.nth(2)).toContainText('Vi ringer dagen før')
  await expect(links.nth(2)).toContainText(texts.here)
  await expectAccessible(page)

  await links
    .nth(0)
    .getByRole('link', { name: /^Prøvetavle/ })
    .click()
  await expectBoardReady(page)
  await expect(page).toHaveURL(new RegExp(`/boards/${boardId}`))
})

test('what cannot be sent is said, and a chain that one may not see is not there', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage })
  const note = await placeNote(page, { x: 500, y: 300 }, 'Alene')
  await expectSaved(page)
  await select(page, note)
  await page.getByRole('button', { name: texts.sendOn, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(texts.noBoards)
  await dialog.getByRole('button', { name: common.cancel }).click()
  await page.goto('/evidence/0192f0c1-2345-4abc-8def-0123456789ab')
  await expect(page.getByRole('heading', { level: 1, name: texts.chainMissing })).toBeVisible()
  await expectAccessible(page)
})

/** Sections through which a quote goes, one on each of five boards of a sprint. */
const WAY = [
  ['interview-indsigt', 'b1'],
  ['mulighedsrum', 'indsigter'],
  ['ideudvikling', 'alle'],
  ['proevehandling', 'hypotese'],
  ['laeringsloop', 'juster'],
] as const
const QUOTE = 'Vi ventede i tre uger'

/** A sprint in which a quote was sent on through five boards, and an idea and an insight are tied to nothing. */
async function tiedSprint(leader: Person, team: { userId: string; role: string }[] = []) {
  const { session } = leader
  const { id } = await session.ask<{ id: string }>('POST', '/api/sprints', {
    title: 'Hjem med hjælp',
    challenge: 'Jeg ved ikke, hvem der kommer.',
    startDate: '2027-09-13',
    programmeId: 'monday-to-monday',
    examples: true,
    commissioner: { name: 'Lone Friis', userId: null },
    team,
  })
  const { boards } = await session.ask<{ boards: { id: string; templateId: string; title: string }[] }>(
    'GET',
    `/api/sprints/${id}`,
  )
  const boardOf = (template: string) => boards.find(({ templateId }) => templateId === template)?.id ?? ''
  const frameOf = async (template: string, key: string) =>
    [...(await readStoredBoard(session, boardOf(template))).values()].find(
      (record) => isFrame(record) && metaOf(record).section === key,
    )?.id ?? ''
  async function write(template: string, section: string, shape: string, words: string, role: NoteRole) {
    const parentId = await frameOf(template, section)
    // All that tldraw itself writes: a note that lacks some of it would not stay.
    const props = {
      ...{ color: NOTE_ROLE_LOOK[role].colour, labelColor: 'black', size: 'm', font: 'sans', fontSizeAdjustment: 22 },
      ...{ align: 'start', verticalAlign: 'start', growY: 0, url: '', richText: richTextOf(words), scale: 1 },
    }
    await editOverSocket(session, boardOf(template), (records) => {
      const record = shapeRecord('note', `shape:${shape}`, { x: 40, y: 160, props })
      createRecord(records, { ...record, parentId, meta: { role } })
    })
  }
  await write('interview-indsigt', 'b1', 'quote', QUOTE, 'quote')
  await write('interview-indsigt', 'indsigter', 'insight', 'De ved ikke, hvem der kommer', 'fact')
  await write('ideudvikling', 'alle', 'idea', 'En app til pårørende', 'idea')
  const shapes = ['shape:quote']
  for (const [i, [template, section]] of WAY.slice(1).entries()) {
    const to = { boardId: boardOf(template), frame: await frameOf(template, section) }
    const from = boardOf(WAY[i]?.[0] ?? '')
    const body = { shapes: [shapes.at(-1)], to }
    const answer = await session.ask<SendOnAnswer>('POST', `/api/boards/${from}/send-on`, body)
    shapes.push(answer.sent[0] ?? '')
  }
  return { id, boardOf, shapes }
}

/** Holds the arrow key until the choice has followed: a slow machine takes longer than a quick press. */
async function arrowTo(page: Page, address: RegExp): Promise<void> {
  await page.keyboard.down('ArrowRight')
  await expect(page).toHaveURL(address)
  await page.keyboard.up('ArrowRight')
}

async function traceOf(session: ApiSession, boardId: string, shape: string): Promise<string> {
  return String(metaOf((await readStoredBoard(session, boardId)).get(shape) ?? {}).trace)
}

test('the evidence of a sprint: five boards step by step, what is tied to nothing, and a gap from either end', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const leader = await person({ name: 'Mette Spor' })
  const { id, boardOf, shapes } = await tiedSprint(leader)
  const page = await signedInPage(leader, { path: `/sprints/${id}` })
  await page.getByRole('link', { name: ofSprint.link }).click()
  await expect(page.getByRole('heading', { level: 1, name: ofSprint.title })).toBeVisible()
  const step = (name: string, count: number) =>
    page.getByRole('region', { name: count === 0 ? name : said(ofSprint.stepHead, { step: name, count }), exact: true })
  // Words of boards are read a few seconds after they were written.
  await expect(page.getByRole('radio', { name: /^Alle · 5/ })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(ofSprint.behind)).toHaveCount(0, { timeout: 30_000 })
  await expect(step(ofSprint.step_learning, 1)).toContainText(QUOTE)
  for (const name of [ofSprint.step_insight, ofSprint.step_trial]) {
    await expect(step(name, 1)).toContainText(QUOTE)
  }
  // On the board of ideas it lies as a quote still: nobody has said that it is an idea.
  await expect(step(ofSprint.step_quote, 2)).toContainText(`»${QUOTE}« (${ofSprint.step_insight})`)
  await expect(step(ofSprint.step_idea, 0)).toContainText(ofSprint.noneInStep)
  // Of the examples that the templates brought none is counted.
  const loose = page.getByRole('region', { name: said(ofSprint.ideasWithout, { count: 1 }) })
  await expect(loose.getByRole('listitem')).toHaveText(/^En app til pårørende/)
  const unused = page.getByRole('region', { name: said(ofSprint.insightsUnused, { count: 1 }) })
  await expect(unused).toContainText('De ved ikke, hvem der kommer')
  await expectGoodPage(page, { title: `${ofSprint.title} · Samtavle`, heading: ofSprint.title })

  // By keyboard: one step alone, which the address remembers.
  await page.getByRole('radio', { name: /^Alle/ }).focus()
  await arrowTo(page, /\?step=quote/)
  await expect(loose).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Citat/ })).toBeChecked()
  await expect(step(ofSprint.step_quote, 2)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
  await page.getByRole('radio', { name: /^Citat/ }).focus()
  for (const next of ['insight', 'opportunity', 'idea']) await arrowTo(page, new RegExp(`\\?step=${next}`))
  await tabTo(page, loose.getByRole('link'))
  await expect(loose.getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`/boards/${boardOf('ideudvikling')}\\?.*at=shape%3Aidea`),
  )

  // One board is duplicated, and a note of another one deleted: both are told, from either end.
  await leader.session.ask('POST', `/api/boards/${boardOf('mulighedsrum')}/duplicate`, {})
  await editOverSocket(leader.session, boardOf('ideudvikling'), (records) => deleteRecord(records, shapes[2] ?? ''))
  for (const end of [0, 4]) {
    const board = boardOf(WAY[end]?.[0] ?? '')
    await page.goto(`/evidence/${await traceOf(leader.session, board, shapes[end] ?? '')}`)
    const links = page.getByRole('listitem').filter({ has: page.getByText(/^Led \d$/) })
    await expect(async () => {
      await page.reload()
      await expect(links.nth(2)).toContainText(texts.gone, { timeout: 2_000 })
      await expect(links.nth(1).getByRole('link', { name: /Mulighedsrum ·/ })).toHaveCount(2, { timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    await expect(links).toHaveCount(5)
    await expect(links.nth(end)).toContainText(texts.here)
    for (const i of [0, 1, 3, 4]) await expect(links.nth(i)).toContainText(QUOTE)
  }
  await page.goto(`/sprints/${id}/evidence`)
  await expect(step(ofSprint.step_quote, 2)).toContainText(/Her lå en seddel, som er slettet/)
  await expectNoBarrier(page)
})

test('an observer is told that there is more on boards that only the team sees; nobody else finds the page', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(/status of 503/)
  const [leader, observer] = [await person({ name: 'Mette Skjult' }), await person({ name: 'Ole Skjult' })]
  const { id, boardOf } = await tiedSprint(leader, [{ userId: observer.id, role: 'observer' }])
  await leader.session.ask('PATCH', `/api/sprints/${id}/boards/${boardOf('interview-indsigt')}`, {
    sensitivity: 'restricted',
  })
  const page = await signedInPage(observer, { path: `/sprints/${id}/evidence` })
  await expect(page.getByText(said(ofSprint.hidden_one, { count: 1 }))).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(ofSprint.hiddenNote)).toBeVisible()
  await page.route(`**/api/sprints/${id}/evidence`, (route) => route.fulfill({ status: 503, json: {} }))
  await page.reload()
  await expect(page.getByText(ofSprint.loadFailed)).toBeVisible()
  await page.unroute(`**/api/sprints/${id}/evidence`)
  await page.getByRole('button', { name: common.retry }).click()
  await expect(page.getByText(said(ofSprint.hidden_one, { count: 1 }))).toBeVisible()
  const stranger = await signedInPage(await person({ name: 'Fremmed' }), { path: `/sprints/${id}/evidence` })
  await expect(stranger.getByRole('heading', { level: 1, name: common.notFoundTitle })).toBeVisible()
})
