import type { Page } from '@playwright/test'
import { board } from '../../apps/web/src/i18n/da/board.ts'
import { sharing } from '../../apps/web/src/i18n/da/sharing.ts'
import { templates } from '../../apps/web/src/i18n/da/templates.ts'
import { board as enBoard } from '../../apps/web/src/i18n/en/board.ts'
import { board as nbBoard } from '../../apps/web/src/i18n/nb/board.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { expectBoardReady } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { expectGoodPage, expectNoBarrier } from './looks.ts'
import { noteSaying, writeNote, writing } from './own-note.ts'

const TITLE = 'Uge 37: rejsen'
const JOURNEY = { title: TITLE, templateId: 'borgerrejse', examples: true, locale: 'da' } as const
const OPEN = { title: `${TITLE} · Samtavle`, heading: TITLE, reflows: false }

test.beforeEach(() => test.slow())

async function openMenu(page: Page, more: string): Promise<void> {
  await page.getByRole('button', { name: more, exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
}

test('a citizen journey with examples, its guide, its menu and its dialogs', async ({ person, signedInPage }) => {
  const anna = await person()
  const id = await createBoard(anna.session, JOURNEY)
  const page = await signedInPage(anna, { path: `/boards/${id}` })
  await expectBoardReady(page)
  await expect(page.getByRole('heading', { name: board.guideSteps })).toBeVisible()
  await expectGoodPage(page, OPEN)
  await openMenu(page, board.more)
  await expectNoBarrier(page, false)
  await page.getByRole('menuitem', { name: board.shortcuts }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoBarrier(page, false)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: board.share, exact: true }).click()
  await expect(page.getByRole('combobox', { name: sharing.add })).toBeVisible()
  await expectNoBarrier(page)
  await page.keyboard.press('Escape')
  await openMenu(page, board.more)
  await page.getByRole('menuitem', { name: templates.insertTemplate }).click()
  await expect(page.getByRole('radio', { name: 'Mulighedsrum' })).toBeVisible()
  await page.getByRole('button', { name: templates.insert, exact: true }).click()
  await expect(page.getByText(templates.insertMissing)).toBeVisible()
  await page.getByRole('radio', { name: 'Mulighedsrum' }).click()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: templates.insert, exact: true }).click()
  await page.getByLabel(board.guideOf).focus()
  await expectAccessible(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await openMenu(page, board.more)
  await page.getByRole('menuitem', { name: board.guide }).click()
  await expect(page.getByRole('dialog', { name: board.guide })).toBeVisible()
  await expectNoBarrier(page)
})

test('tools, a selected note with its roles, and a shape with its style', async ({ person, signedInPage }) => {
  const anna = await person()
  const id = await createBoard(anna.session, { title: TITLE })
  const page = await signedInPage(anna, { path: `/boards/${id}` })
  await expectBoardReady(page)
  await expectGoodPage(page, OPEN)
  await page.getByTestId('tools.more-button').click()
  await expect(page.getByTestId('tools.more-content')).toBeVisible()
  await expectNoBarrier(page, false)
  await page.keyboard.press('Escape')
  // While a menu of the editor is open, Escape is the menu's.
  await expect(page.getByTestId('tools.more-content')).toBeHidden()

  await writeNote(page, 'Borgeren venter')
  const roles = page.getByRole('toolbar', { name: board.noteRoles })
  await expect(roles).toBeVisible()
  await expectNoBarrier(page, false)
  await roles.getByRole('button', { expanded: false }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectNoBarrier(page, false)
  await page.keyboard.press('Escape')
  await noteSaying(page, 'Borgeren venter').dblclick()
  await expect(writing(page)).toBeFocused()
  await expectNoBarrier(page, false)
  await page.keyboard.press('Escape')

  await page.getByTestId('tools.rectangle').click()
  await page.mouse.move(900, 200)
  await page.mouse.down()
  await page.mouse.move(1100, 330, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('slider')).toBeVisible()
  await expect(page.getByRole('slider')).toHaveAccessibleName(/.+/)
  await expectNoBarrier(page, false)
  await page.mouse.click(1000, 265, { button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page)
})

test('a board that one may only see, one that is deleted, and one that is not there', async ({
  person,
  signedInPage,
}) => {
  const [anna, bo] = [await person(), await person()]
  const id = await createBoard(anna.session, JOURNEY)
  await addMember(anna.session, id, bo.id, 'view')
  const page = await signedInPage(bo, { path: `/boards/${id}` })
  await expectBoardReady(page)
  await expect(page.getByText(board.viewOnly, { exact: true })).toBeVisible()
  await expectGoodPage(page, OPEN)
  await anna.session.ask('DELETE', `/api/boards/${id}`)
  await expect(page.locator('h1')).toContainText(board.goneTitle)
  await expectGoodPage(page, { title: `${board.goneTitle} · Samtavle`, heading: board.goneTitle })
  await page.goto('/boards/7a1f4d1e-53ab-4c0e-9d7b-2f6f3f8f0a11')
  await expectGoodPage(page, { title: `${board.notFoundTitle} · Samtavle`, heading: board.notFoundTitle })
})

for (const [lang, texts] of [
  ['en', enBoard],
  ['nb', nbBoard],
] as const) {
  test(`the board in ${lang}`, async ({ person, signedInPage }) => {
    const anna = await person({ locale: lang })
    const id = await createBoard(anna.session, { ...JOURNEY, locale: lang })
    const page = await signedInPage(anna, { path: `/boards/${id}` })
    await expectBoardReady(page)
    await expect(page.getByRole('heading', { name: texts.guideSteps })).toBeVisible()
    await openMenu(page, texts.more)
    await expectGoodPage(page, { ...OPEN, lang })
  })
}
