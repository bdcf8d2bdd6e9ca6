import { metaOf } from '@samtavle/shared/board-meta'
import { wordsOn } from '@samtavle/shared/shape-words'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { evidence as texts } from '../../apps/web/src/i18n/da/evidence.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, placeNote, select, toast } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

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
