import { createRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { newCard } from '@samtavle/shared/card-kinds'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { trials as texts } from '../../apps/web/src/i18n/da/trials.ts'
import { type ApiSession, addMember, createBoard } from '../support/api-session.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { expectGoodPage } from './looks.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const CARD = newCard('trial', 'da', { w: 520, h: 900, framed: true })
const FILLED = {
  text1: 'Opkald på dag 2',
  text2: 'Hvis vi ringer på dag 2, så vil nyudskrevne turde planlægge deres dag',
  text3: 'Ring til fem borgere lørdag og søndag',
  text4: 'Borgeren kan gentage, hvem der kommer',
  text5: 'Borgeren bliver utryg',
  text6: 'Weekendholdets tovholder',
}
const counted = (text: string, count: number) => text.replace('{{count}}', String(count))

/** A board from T14 with a card that is in progress and one that says that it is ready and is not. */
async function trialBoard(session: ApiSession): Promise<string> {
  const id = await createBoard(session, { title: 'Weekendens prøver', templateId: 'proevehandling' })
  await editOverSocket(session, id, (records) => {
    const card = (key: string, x: number, props: object) =>
      shapeRecord(CARD_TYPE, `shape:${key}`, { x, y: 0, props: { ...CARD, ...FILLED, ...props } })
    createRecord(records, card('a', 6_000, { pick1: 'i-gang' }))
    createRecord(records, card('b', 7_000, { text1: 'Kort på køleskabet', text5: '', pick1: 'klar' }))
  })
  return id
}

test('the list shows status, what is missing and nothing in red; filters by keyboard lead back', async ({
  person,
  signedInPage,
}) => {
  const owner = await person()
  const page = await signedInPage(owner, { path: '/trials' })
  await expect(page.getByRole('heading', { name: texts.emptyTitle })).toBeVisible()
  await expectAccessible(page)
  const boardId = await trialBoard(owner.session)
  await page.reload()
  const rows = page.getByRole('list', { name: texts.list }).getByRole('listitem')
  await expect(rows).toHaveCount(2, { timeout: 20_000 })
  await expect(rows.nth(0)).toContainText(`Opkald på dag 2${texts.status_running}`)
  await expect(rows.nth(1)).toContainText(`Kort på køleskabet${texts.status_draft}`)
  await expect(rows.nth(1)).toContainText(texts.missing.replace('{{parts}}', texts.need_stopRule))
  const missing = rows.nth(1).getByText(/^Mangler/)
  const colour = await missing.evaluate((element) => getComputedStyle(element).color)
  expect(colour).toBe(
    await rows
      .nth(1)
      .getByText(/^Weekendens/)
      .evaluate((element) => getComputedStyle(element).color),
  )
  await page.getByRole('radio', { name: texts.all }).focus()
  await page.keyboard.press('ArrowRight', { delay: 100 })
  await expect(page).toHaveURL(/status=draft/)
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('ArrowRight', { delay: 100 })
  await expect(page).toHaveURL(/status=ready/)
  await expect(page.getByRole('heading', { name: texts.noneTitle })).toBeVisible()
  await page.getByRole('button', { name: texts.showAll }).press('Enter')
  await expect(rows).toHaveCount(2)
  await expectGoodPage(page, { title: `${texts.title} · Samtavle`, heading: texts.title })
  await rows
    .nth(0)
    .getByRole('link', { name: texts.onBoardNamed.replace('{{title}}', 'Opkald på dag 2') })
    .click()
  await expectBoardReady(page)
  await expect(page).toHaveURL(new RegExp(`/boards/${boardId}`))
})

test('the shift logs from a phone without the canvas, and the words are in the log of the board', async ({
  person,
  signedInPage,
  watch,
}) => {
  const owner = await person({ name: 'Anna Holm' })
  const boardId = await trialBoard(owner.session)
  const page = await signedInPage(owner, { ...PHONE, path: `/trials/${boardId}/a` })
  await expect(page.getByRole('heading', { level: 1, name: 'Opkald på dag 2' })).toBeVisible()
  for (const words of [FILLED.text2, FILLED.text4, FILLED.text5, FILLED.text6]) {
    await expect(page.getByText(words)).toBeVisible()
  }
  const happened = page.getByLabel(texts.happened)
  await expect(page.getByLabel(texts.who)).toHaveValue('Anna')
  await page.getByRole('button', { name: texts.send }).click()
  await expect(page.getByRole('alert')).toContainText(texts.nothingSaid)

  // By keyboard alone.
  await happened.focus()
  await page.keyboard.type('Fire af fem tog telefonen')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Sig navnet først')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Weekendholdet')
  // A page that is closed too early keeps what was typed.
  await page.reload()
  await expect(happened).toHaveValue('Fire af fem tog telefonen')
  await expectGoodPage(page, { title: 'Opkald på dag 2 · Samtavle', heading: 'Opkald på dag 2' })
  await page.setViewportSize(PHONE.viewport)
  await page.getByRole('button', { name: texts.send }).press('Enter')
  await expect(toast(page)).toContainText(texts.sent)
  await expect(happened).toHaveValue('')
  const log = page.getByRole('region', { name: texts.log })
  await expect(log.getByRole('listitem')).toContainText('Weekendholdet')
  await expect(log.getByRole('listitem')).toContainText(`${texts.learned}: Sig navnet først`)
  expect(watch.requests().some((request) => /board-page/.test(request.url()))).toBe(false)

  const stored = await readStoredBoard(owner.session, boardId)
  const section = (words: string) => {
    const note = [...stored.values()].find((record) => record.type === 'note' && wordsOn(record).includes(words))
    return metaOf(stored.get(String(note?.parentId)) ?? {}).section
  }
  expect(section('Fire af fem tog telefonen')).toBe('log')
  expect(section('Sig navnet først')).toBe('laert')
})

test('without a connection nothing is lost: it waits on the phone and is sent once', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const owner = await person()
  const boardId = await trialBoard(owner.session)
  const page = await signedInPage(owner, { ...PHONE, path: `/trials/${boardId}/a` })
  await page.getByLabel(texts.happened).fill('Ingen ringede')
  await page.getByRole('radio', { name: texts.step_stopped }).check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: texts.send }).click()
  const notice = page.getByRole('status').filter({ hasText: counted(texts.waiting_one, 1) })
  await expect(notice).toBeVisible()
  await expectAccessible(page)
  await page.context().setOffline(false)
  await expect(notice).toBeHidden()
  await expect(page.getByText(`${texts.status_finished} · ${texts.outcome_stop}`)).toBeVisible()
  await expect(page.getByRole('region', { name: texts.log }).getByRole('listitem')).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('region', { name: texts.log }).getByRole('listitem')).toHaveCount(1)
})

test('who may only read is told so, and a trial that one may not see is not there', async ({
  person,
  signedInPage,
}) => {
  const [owner, viewer] = [await person(), await person()]
  const boardId = await trialBoard(owner.session)
  const page = await signedInPage(viewer, { ...PHONE, path: `/trials/${boardId}/a` })
  await expect(page.getByRole('heading', { level: 1, name: texts.goneTitle })).toBeVisible()
  await expectAccessible(page)
  await addMember(owner.session, boardId, viewer.id, 'view')
  await page.reload()
  await expect(page.getByText(texts.readOnly)).toBeVisible()
  await expect(page.getByRole('button', { name: texts.send })).toHaveCount(0)
  await page.getByRole('link', { name: texts.back }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeFocused()
  await page.getByRole('button', { name: common.menu }).click()
  await expect(page.getByRole('menuitem', { name: common.navTrials })).toBeVisible()
})
