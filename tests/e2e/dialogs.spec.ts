import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { library } from '../../apps/web/src/i18n/da/library.ts'
import { people } from '../../apps/web/src/i18n/da/people.ts'
import { sharing } from '../../apps/web/src/i18n/da/sharing.ts'
import { createPerson } from '../support/api-session.ts'
import { expect, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

const menuButton = (page: Page): Locator => page.getByRole('button', { name: texts.more, exact: true })

async function choose(page: Page, item: string): Promise<void> {
  await menuButton(page).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a dialog begins at its first field and gives the focus back to what opened it', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage })
  await choose(page, library.save)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel(library.name)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menuButton(page)).toBeFocused()
  await choose(page, texts.exportBoard)
  await expect(dialog.getByRole('radio', { name: texts.exportPdf })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: texts.share, exact: true }).click()
  await expect(dialog.getByRole('combobox', { name: sharing.add })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: texts.share, exact: true })).toBeFocused()

  await page.goto('/boards')
  await page.getByRole('button', { name: boards.importBoard }).click()
  await expect(dialog.getByLabel(boards.importFile)).toBeFocused()
})

test('a link that is to be copied is marked, and nothing else', async ({ admin, signedInPage }) => {
  const designer = await createPerson(admin, { role: 'designer' })
  const page = await signedInPage(designer, { path: '/people' })
  await page.getByRole('button', { name: people.invite }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { checked: true })).toBeFocused()
  await page.getByRole('button', { name: people.makeLink }).click()
  await expect(page.getByLabel(people.link, { exact: true })).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/\/invite#/)
})

test('on a phone the buttons of a long form stay on screen, and the focus is not under them', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage }, { templateId: 'laeringsloop', examples: true })
  await page.setViewportSize({ width: 390, height: 700 })
  await choose(page, library.save)
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: library.saveDo })
  await expect(save).toBeInViewport({ ratio: 1 })
  const cancel = dialog.getByRole('button', { name: common.cancel })
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab')
    if (await cancel.evaluate((element) => element === document.activeElement)) break
    const isSeen = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null) return false
      // Of a long text the browser shows the line of the caret.
      const { x, y, width, height } = focused.getBoundingClientRect()
      const top = document.elementFromPoint(x + width / 2, y + Math.min(height, 48) - 2)
      return top !== null && (focused.contains(top) || top.contains(focused))
    })
    expect(isSeen).toBe(true)
  }
  await expect(cancel).toBeFocused()
  await expect(save).toBeInViewport({ ratio: 1 })
})

test('no words come over what a menu has brought', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage }, { templateId: 'laeringsloop', examples: false })
  await choose(page, texts.unlockBackground)
  await expect(menuButton(page)).toBeFocused()
  await expect(page.getByText(texts.backgroundUnlocked)).toBeVisible()
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  // Whoever goes there with the keyboard is told what the control is.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip')).toHaveText(texts.more)
})

test('the list of keys has those of our own', async ({ person, signedInPage }) => {
  const { page } = await openOwnBoard({ person, signedInPage })
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: texts.shortcuts }).getByTestId('kbd-group.board')
  await expect(keys.getByRole('heading', { name: texts.shortcutsOurs })).toBeVisible()
  await expect(keys).toContainText(texts.find)
  await expect(keys).toContainText(/Ctrl\s*\+\s*F/)
})
