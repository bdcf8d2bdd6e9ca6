import { readRecord, updateRecord } from '@samtavle/shared/board-doc'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { evidence as texts } from '../../apps/web/src/i18n/da/evidence.ts'
import { sentNotes as sentTexts } from '../../apps/web/src/i18n/da/sent-notes.ts'
import { createBoard } from '../support/api-session.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, placeNote, select, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

const counted = (text: string, count: number) => text.replace('{{count}}', String(count))

test('what was sent is taken back from the other board; a note that somebody changed there stays, and that is said', async ({
  person,
  signedInPage,
}) => {
  const { owner, page } = await openOwnBoard({ person, signedInPage })
  const next = await createBoard(owner.session, { title: 'Vores mulighedsrum' })
  const sentNotes = async () =>
    [...(await readStoredBoard(owner.session, next)).values()].filter(({ type }) => type === 'note')
  await page.reload()
  await expectBoardReady(page)
  const first = await placeNote(page, { x: 500, y: 300 }, 'Ingen ringede til os')
  await page.keyboard.press('Escape')
  const second = await placeNote(page, { x: 800, y: 300 }, 'Kortet lå i kassen')
  await expectSaved(page)
  const sendBoth = async () => {
    await page.keyboard.press('Escape')
    await select(page, first)
    await page.keyboard.down('Shift')
    await select(page, second)
    await page.keyboard.up('Shift')
    await page.getByRole('button', { name: texts.sendOn, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: texts.send }).click()
    await expect(toast(page)).toContainText(counted(texts.sent_other, 2).replace('{{board}}', 'Vores mulighedsrum'))
    expect(await sentNotes()).toHaveLength(2)
  }
  await sendBoth()
  await expectAccessible(page)
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(toast(page)).toContainText(counted(sentTexts.takenBack_other, 2))
  expect(await sentNotes()).toHaveLength(0)

  await sendBoth()
  const [changed] = await sentNotes()
  await editOverSocket(owner.session, next, (records) => {
    const before = readRecord(records, changed?.id ?? '')
    if (before !== undefined) updateRecord(records, before, { ...before, x: Number(before.x) + 300 })
  })
  await toast(page).getByRole('button', { name: common.undo }).click()
  await expect(toast(page)).toContainText(counted(sentTexts.takenBack_one, 1))
  await expect(toast(page)).toContainText(counted(sentTexts.stays_one, 1))
  expect((await sentNotes()).map(({ id }) => id)).toEqual([changed?.id])
})
