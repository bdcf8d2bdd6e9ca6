import type { Locator, Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board as boardTexts } from '../../apps/web/src/i18n/da/board.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { errors } from '../../apps/web/src/i18n/da/errors.ts'
import { templates as texts } from '../../apps/web/src/i18n/da/templates.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, notes, toast } from './board-page.ts'
import { expect } from './fixtures.ts'
import { tabTo } from './keyboard.ts'
import { openOwnBoard } from './own-board.ts'
import { noteSaying, writing } from './own-note.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

const WORDS = 'Fru Holm ringer selv'
const inserted = (name: string) => texts.inserted.replace('{{name}}', name)
const frames = (page: Page): Locator => page.locator('.tl-shape[data-shape-type="frame"]')
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: texts.insertTitle })

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: boardTexts.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.insertTemplate }).click()
  await expect(dialog(page)).toBeVisible()
  return dialog(page)
}

async function insert(page: Page, name: string): Promise<void> {
  const asked = await openDialog(page)
  await asked.getByRole('radio', { name }).click()
  await asked.getByRole('button', { name: texts.insert, exact: true }).click()
  await expect(toast(page)).toContainText(inserted(name))
}

type Section = { id: string; name: string; left: number; right: number; order: number; template: unknown }

/** The sections of a board as the server keeps them, in their order. */
function sectionsOf(records: Iterable<BoardRecord>): Section[] {
  return [...records]
    .filter(({ type, meta }) => type === 'frame' && meta?.fixed === true)
    .map(({ id, x, props, meta }) => ({
      id,
      name: String(props?.name),
      left: Number(x),
      right: Number(x) + Number(props?.w),
      order: Number(meta?.order),
      template: meta?.template,
    }))
    .sort((a, b) => a.order - b.order)
}

test('a template is inserted, a section filled and the examples removed, all by keyboard', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'laeringsloop' })
  const { keyboard } = page
  const stored = async () => [...(await readStoredBoard(owner.session, boardId)).values()]
  const before = sectionsOf(await stored())
  const chooseInMenu = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name: boardTexts.more, exact: true }), 'Shift+Tab')
    await keyboard.press('Enter')
    const item = page.getByRole('menuitem', { name })
    await expect(page.getByRole('menu')).toBeVisible()
    await keyboard.type(name.slice(0, 6))
    await expect(item).toBeFocused()
    await keyboard.press('Enter')
  }
  await page.getByRole('button', { name: boardTexts.writeNote, exact: true }).focus()
  await chooseInMenu(texts.insertTemplate)
  const asked = dialog(page)
  await tabTo(page, asked.getByRole('searchbox'))
  await keyboard.type('borgerrejse')
  await tabTo(page, asked.getByRole('radio', { name: 'Borgerrejse' }))
  await keyboard.press('Space')
  // Keys of the canvas are not heard in a dialog: this one writes a note.
  await keyboard.press('n')
  await expect(notes(page)).toHaveCount(0)
  await tabTo(page, asked.getByRole('checkbox', { name: texts.withExamples }))
  await keyboard.press('Space')
  await expect(asked.getByRole('checkbox')).toBeChecked()
  await tabTo(page, asked.getByRole('button', { name: texts.insert, exact: true }))
  await keyboard.press('Enter')
  await expect(toast(page)).toContainText(inserted('Borgerrejse'))
  await expect(asked).toHaveCount(0)
  await expectSaved(page)

  const after = sectionsOf(await stored())
  expect(after.slice(0, before.length)).toEqual(before)
  const added = after.slice(before.length)
  expect(added.map(({ name }) => name)).toContain('2. Jeg tager kontakt')
  expect(Math.min(...added.map(({ left }) => left))).toBeGreaterThan(Math.max(...before.map(({ right }) => right)))
  expect(added.filter(({ template }) => template === 'borgerrejse')).toHaveLength(1)

  await tabTo(page, page.getByRole('button', { name: boardTexts.writeNote, exact: true }))
  await keyboard.press('Enter')
  await expect(writing(page)).toBeFocused()
  await keyboard.type(WORDS)
  await keyboard.press('Escape')
  await expect(noteSaying(page, WORDS)).toBeVisible()
  await expectSaved(page)
  const isExample = ({ meta }: BoardRecord) => meta?.example === true
  const own = (await stored()).find((record) => wordsOf(record) === WORDS)
  expect(added.map(({ id }) => id)).toContain(own?.parentId)
  expect((await stored()).filter(isExample).length).toBeGreaterThan(10)

  await keyboard.press('Escape')
  await chooseInMenu(boardTexts.removeExamples)
  await expect(toast(page)).toContainText(boardTexts.examplesRemoved)
  await expectSaved(page)
  expect((await stored()).filter(isExample)).toEqual([])
  await expect(noteSaying(page, WORDS)).toBeVisible()
})

test('both see what is inserted, its guide can be chosen, and one undo takes all of it back', async ({ pair }) => {
  test.slow()
  const { a, b, anna, boardId } = pair
  await expect(a.getByRole('complementary', { name: boardTexts.guide })).toHaveCount(0)
  await insert(a, 'Læringsloop')
  await insert(a, 'Mulighedsrum')
  await insert(a, 'Borgerrejse')
  // What is pointed at stays.
  await toast(a).getByRole('button', { name: common.undo }).hover()
  await expectSaved(a)
  const sections = sectionsOf((await readStoredBoard(anna.session, boardId)).values())
  const count = sections.length
  const headers = sections.filter(({ template }) => template !== undefined)
  expect(headers.map(({ template }) => template)).toEqual(['laeringsloop', 'mulighedsrum', 'borgerrejse'])
  for (const [i, { right }] of headers.slice(0, -1).entries()) expect(headers[i + 1]?.left).toBeGreaterThan(right)
  await b.getByRole('button', { name: boardTexts.showAll }).click()
  await expect(frames(b)).toHaveCount(count)
  const guide = b.getByRole('complementary', { name: boardTexts.guide })
  await expect(guide.getByLabel(boardTexts.guideOf)).toHaveValue('laeringsloop')
  await guide.getByLabel(boardTexts.guideOf).selectOption('mulighedsrum')
  await expect(guide).toContainText('Hvordan kan vi')

  await toast(a).getByRole('button', { name: common.undo }).click()
  await expect.poll(() => frames(b).count()).toBeLessThan(count)
  await expect(guide.getByRole('option', { name: 'Borgerrejse' })).toHaveCount(0)
  for (const _ of ['mulighedsrum', 'laeringsloop'])
    await a.getByRole('button', { name: boardTexts.undo, exact: true }).click()
  for (const page of [a, b]) {
    await expect(frames(page)).toHaveCount(0)
    await expect(notes(page)).toHaveCount(0)
  }
  await expectSaved(a)
  const left = [...(await readStoredBoard(anna.session, boardId)).values()]
  expect(left.filter(({ typeName }) => typeName === 'shape')).toEqual([])
  await a.getByRole('button', { name: boardTexts.redo, exact: true }).click()
  await expect(frames(b).first()).toBeVisible()
  expect(await frames(b).count()).toBeLessThan(count)
})

test('what does not come is said and can be tried again; who may only see is not asked', async ({
  person,
  signedInPage,
  watch,
}) => {
  const [anna, bo] = [await person(), await person()]
  const boardId = await createBoard(anna.session)
  await addMember(anna.session, boardId, bo.id, 'view')
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  watch.allowErrors(BROKEN_CONNECTION)
  await page.route('**/api/templates/*/records?*', (route) => route.abort())
  const asked = await openDialog(page)
  const go = asked.getByRole('button', { name: texts.insert, exact: true })
  await go.click()
  await expect(asked.getByText(texts.insertMissing)).toBeVisible()
  await asked.getByRole('radio', { name: 'Læringsloop' }).click()
  await go.click()
  await expect(asked.getByRole('alert')).toContainText(`${texts.insertFailed} ${errors.network}`)
  await expect(frames(page)).toHaveCount(0)
  await page.unroute('**/api/templates/*/records?*')
  await go.click()
  await expect(toast(page)).toContainText(inserted('Læringsloop'))
  await expect(frames(page).first()).toBeVisible()

  const reader = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(reader)
  await reader.getByRole('button', { name: boardTexts.more, exact: true }).click()
  await expect(reader.getByRole('menuitem', { name: boardTexts.shortcuts })).toBeVisible()
  await expect(reader.getByRole('menuitem', { name: texts.insertTemplate })).toHaveCount(0)
})
