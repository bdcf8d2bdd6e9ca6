import type { BoardVersion } from '@samtavle/shared/api'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board } from '../../apps/web/src/i18n/da/board.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { history as texts } from '../../apps/web/src/i18n/da/history.ts'
import { type ApiSession, addMember } from '../support/api-session.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import {
  expectBoardReady,
  expectSaved,
  leaveNote,
  notes,
  placeNote,
  shape,
  toast,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { changeCount, deleteNote, filled, openHistory, panel, preview, row, saveVersion } from './history-hands.ts'
import { openOwnBoard } from './own-board.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

async function versionsOf(session: ApiSession, boardId: string): Promise<BoardVersion[]> {
  return (await session.ask<{ versions: BoardVersion[] }>('GET', `/api/boards/${boardId}/versions`)).versions
}

test('restored in two clicks while two others type: nobody loses a letter, and everybody sees what happened', async ({
  pair,
  person,
  signedInPage,
}) => {
  test.setTimeout(180_000)
  const { a, b, anna, boardId } = pair
  const cai = await person({ name: 'Cai Holm' })
  await addMember(anna.session, boardId, cai.id, 'edit')
  const c = await signedInPage(cai, { path: `/boards/${boardId}` })
  await expectBoardReady(c)
  const old = await placeNote(a, { x: 560, y: 260 }, 'Ventetid')
  const lost = await placeNote(a, { x: 860, y: 260 }, 'Slettet siden')
  await expect(notes(b)).toHaveCount(2)
  await openHistory(a)
  await saveVersion(a, 'Før frokost')
  await deleteNote(a, lost)
  const extra = await placeNote(a, { x: 860, y: 560 }, 'Kom til siden')
  await expect(notes(c)).toHaveCount(2)
  // Bo writes on a note that the version knows with fewer words, Cai on one that it does not know at all.
  const ofBo = ' på svar, siger hun, og ringer igen '.repeat(6)
  const ofCai = 'vi prøver at ringe dagen før '.repeat(6)
  const fresh = await placeNote(c, { x: 1060, y: 460 }, 'Cai: ')
  await expect(notes(b)).toHaveCount(3)
  await expectSaved(c)
  await writeOn(b, old)
  await writeOn(c, fresh)
  const typing = [b.keyboard.type(ofBo, { delay: 25 }), c.keyboard.type(ofCai, { delay: 25 })]
  await expect(wordsOn(a, fresh)).toContainText('vi prøver')
  await expect(wordsOn(a, old)).toContainText('på svar')

  await row(a, 'Før frokost').click()
  await a.getByRole('button', { name: texts.restore, exact: true }).click()
  await expect(preview(a)).toHaveCount(0)
  await expect(shape(b, lost)).toBeVisible()
  await Promise.all(typing)
  const said = filled(texts.restoredBy, { name: 'Anna', version: '»Før frokost«' }).replace('.', '')
  for (const page of [b, c]) await expect(toast(page)).toContainText(said)
  await expect(toast(a)).toContainText('Du gendannede »Før frokost«')
  await leaveNote(b)
  await leaveNote(c)
  for (const page of [a, b, c]) {
    await expect(shape(page, lost)).toBeVisible()
    await expect(shape(page, extra)).toHaveCount(0)
    await expect(wordsOn(page, old)).toHaveText(`Ventetid${ofBo}`)
    await expect(wordsOn(page, fresh)).toHaveText(`Cai: ${ofCai}`)
  }
  await expectSaved(b)
  await expectSaved(c)
  const stored = await readStoredBoard(anna.session, boardId)
  expect(wordsOf(stored.get(old))).toBe(`Ventetid${ofBo}`)
  expect(wordsOf(stored.get(fresh))).toBe(`Cai: ${ofCai}`)
  expect((await versionsOf(anna.session, boardId)).map(({ kind }) => kind)).toEqual(['before-restore', 'named'])

  // Anybody who may can take it back, and what was written since stays.
  await toast(b).getByRole('button', { name: common.undo }).click()
  for (const page of [a, c]) await expect(toast(page)).toContainText(filled(texts.takenBackBy, { name: 'Bo' }))
  for (const page of [a, b, c]) {
    await expect(shape(page, lost)).toHaveCount(0)
    await expect(wordsOn(page, extra)).toHaveText('Kom til siden')
    await expect(wordsOn(page, old)).toHaveText(`Ventetid${ofBo}`)
    await expect(wordsOn(page, fresh)).toHaveText(`Cai: ${ofCai}`)
  }
})

test('a version is looked at while others go on, and what differs is told and counted', async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  const first = await placeNote(a, { x: 560, y: 260 }, 'Ventetid')
  await openHistory(a)
  await expect(panel(a)).toContainText(texts.empty)
  await expectAccessible(a)
  await saveVersion(a, 'Om morgenen')
  await row(a, 'Om morgenen').click()
  await expect(preview(a).getByRole('heading', { level: 2 })).toBeFocused()
  await expect(preview(a)).toContainText(texts.same)
  await expectAccessible(a)
  const added = await placeNote(b, { x: 860, y: 460 }, 'Bo skriver imens')
  await writeOn(b, first)
  await b.keyboard.type(' er lang')
  await leaveNote(b)
  await expect(changeCount(a)).toHaveAttribute('data-change-count', '2')
  await expect(changeCount(a)).toContainText('1 tilføjet · 1 ændret')
  // Unharmed: what is looked at is as it was, and nothing of it reaches the board.
  const canvas = preview(a).locator('[data-read-only-canvas]')
  await expect(canvas.locator(`[data-shape-id="${first}"]`)).toContainText('Ventetid')
  await expect(canvas.locator(`[data-shape-id="${first}"]`)).not.toContainText('lang')
  await preview(a).getByRole('button', { name: texts.nextChange }).click()
  await expect(preview(a).getByRole('status')).toContainText('1 af 2: Seddel: ny tekst')
  await expect(preview(a).getByRole('status')).toContainText('Ventetid er lang')
  await expect(canvas.locator('[data-change="changed"]')).toHaveCount(1)
  await preview(a).getByRole('button', { name: texts.nextChange }).click()
  await expect(preview(a).getByRole('status')).toContainText('2 af 2: Seddel tilføjet')
  await expect(canvas.locator(`[data-change="added"][data-of="${added}"]`)).toBeVisible()
  await a.keyboard.press('Delete')
  await a.keyboard.press('Escape')
  await expect(preview(a)).toHaveCount(0)
  await expect(wordsOn(a, first)).toHaveText('Ventetid er lang')
  await expect(notes(b)).toHaveCount(2)
  expect((await readStoredBoard(anna.session, boardId)).has(added)).toBe(true)
})

test('a note and a whole section come back in two clicks, under their own ids, and can be taken away again', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'interview-indsigt' })
  const note = await placeNote(page, { x: 760, y: 420 }, 'Ingen ringede til os')
  await openHistory(page)
  await saveVersion(page, 'Mandag')
  const before = await readStoredBoard(owner.session, boardId)
  const inSection = before.get(note)
  const section = String(inSection?.parentId)
  expect(section).toMatch(/^shape:/)
  await deleteNote(page, note)
  await row(page, 'Mandag').click()
  await preview(page).getByRole('button', { name: texts.nextChange }).click()
  await expect(preview(page).getByRole('status')).toContainText('Seddel fjernet')
  await preview(page).getByRole('button', { name: texts.bringNote }).click()
  await expect(toast(page)).toContainText(filled(texts.brought_one, { count: 1 }))
  await expect(preview(page)).toContainText(texts.same)
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(changeCount(page)).toHaveAttribute('data-change-count', '1')
  await preview(page).getByRole('button', { name: texts.bringNote }).click()
  await preview(page).getByRole('button', { name: texts.backToNow }).click()
  await expectSaved(page)
  const again = (await readStoredBoard(owner.session, boardId)).get(note)
  expect(again).toMatchObject({ parentId: section, x: inSection?.x, y: inSection?.y, props: inSection?.props })

  // Somebody deletes the section with all that stands in it.
  const isInside = (record: BoardRecord | undefined): boolean =>
    record !== undefined && (record.id === section || isInside(before.get(String(record.parentId))))
  await editOverSocket(owner.session, boardId, (records) => {
    for (const { id } of [...before.values()].filter(isInside)) records.delete(id)
  })
  await expect(shape(page, section)).toHaveCount(0)
  await expectSaved(page)
  await row(page, 'Mandag').click()
  await preview(page).locator(`[data-shape-id="${note}"]`).click()
  await preview(page).getByRole('button', { name: texts.bringSection }).click()
  await expect(toast(page)).toContainText('er hentet tilbage på tavlen')
  await expect(preview(page)).toContainText(texts.same)
  await preview(page).getByRole('button', { name: texts.backToNow }).click()
  await expect(shape(page, section)).toBeVisible()
  await expectSaved(page)
  const whole = await readStoredBoard(owner.session, boardId)
  expect([...whole.keys()].sort()).toEqual([...before.keys()].sort())
  for (const [id, record] of before) expect(whole.get(id), id).toEqual(record)
})

test('on a phone the history is a sheet; who may only add has none', async ({ pair, person, signedInPage }) => {
  const { anna, boardId } = pair
  const phone = await signedInPage(anna, { path: `/boards/${boardId}`, viewport: { width: 390, height: 844 } })
  await expectBoardReady(phone)
  await phone.getByRole('button', { name: board.more }).click()
  await phone.getByRole('menuitem', { name: texts.title }).click()
  const sheet = phone.getByRole('dialog', { name: texts.title })
  await sheet.getByRole('button', { name: texts.saveOpen }).click()
  await sheet.getByRole('textbox', { name: texts.name }).fill('På farten')
  await phone.keyboard.press('Enter')
  await expectAccessible(phone)
  await sheet.getByRole('button', { name: /På farten/ }).click()
  await expect(sheet).toHaveCount(0)
  await expect(preview(phone)).toBeVisible()
  await expectAccessible(phone)
  await preview(phone).getByRole('button', { name: texts.backToNow }).click()
  await expect(preview(phone)).toHaveCount(0)

  const dina = await person()
  await addMember(anna.session, boardId, dina.id, 'contribute')
  const page = await signedInPage(dina, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await expect(page.getByRole('button', { name: texts.title, exact: true })).toHaveCount(0)
})

test('without a connection the history says where it is, and comes when it is asked again', async ({ pair, watch }) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, cables } = pair
  await expectSaved(a)
  cables.a.unplug()
  await openHistory(a)
  await expect(panel(a)).toContainText(texts.offline)
  await expectAccessible(a)
  cables.a.plugIn()
  await panel(a).getByRole('button', { name: common.retry }).click()
  await expect(panel(a)).toContainText(texts.empty)
})
