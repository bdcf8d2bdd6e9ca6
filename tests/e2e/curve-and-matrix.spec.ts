import type { Locator, Page } from '@playwright/test'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { design } from '../../apps/web/src/i18n/da/design.ts'
import { structured } from '../../apps/web/src/i18n/da/structured.ts'
import { type ApiSession, addMember } from '../support/api-session.ts'
import { readPdf } from '../support/read-pdf.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, placeOf, shape } from './board-page.ts'
import { designPanel, openDesign, wordsField } from './design-hands.ts'
import { openExport, saveExport } from './export-dialog.ts'
import { currentMark, findWords } from './find-bar.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

/** Id of the curve or the matrix, as the server holds it. */
async function idOf(session: ApiSession, boardId: string, part: 'curve' | 'matrix'): Promise<string> {
  const records = await readStoredBoard(session, boardId)
  const found = [...records.values()].find(({ meta }) => meta?.part === part)
  if (found === undefined) throw new Error(`no ${part}`)
  return found.id
}

const point = (page: Page, phase: string): Locator => page.locator('.board-curve').getByRole('slider', { name: phase })
const said = (page: Page, phase: string, words: string) =>
  expect(point(page, phase)).toHaveAttribute('aria-valuetext', words)
const heldOn = async (session: ApiSession, boardId: string, id: string) =>
  wordsOf((await readStoredBoard(session, boardId)).get(id)).split('\n')

/** From a find to what was found, which is opened. */
async function openByKeys(page: Page, words: string): Promise<void> {
  await findWords(page, words)
  await expect(currentMark(page)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
}

/** Where a point of the curve is on screen: its column from 0 of six, its step from 1 of five. */
async function placeOfPoint(page: Page, id: string, column: number, step: number) {
  const box = await shape(page, id).locator('svg').first().boundingBox()
  if (box === null) throw new Error('the curve is not on screen')
  const circles = shape(page, id).locator('svg circle')
  const first = await circles.nth(column).boundingBox()
  const scale = await shape(page, id).evaluate((element) => element.getBoundingClientRect().width / element.clientWidth)
  if (first === null) throw new Error(`no point in column ${column}`)
  const cy = Number(await circles.nth(column).getAttribute('cy'))
  const middle = { x: first.x + first.width / 2, y: first.y + first.height / 2 }
  return { from: middle, to: { x: middle.x, y: middle.y + ((5 - step) * 96 - cy) * scale } }
}

test('the emotion curve is set with the keyboard alone, point by point', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'borgerrejse', locale: 'da', examples: true },
  )
  const id = await idOf(owner.session, boardId, 'curve')
  await expect(shape(page, id)).toContainText('Eksempel')
  await openByKeys(page, 'sig: meget')
  await expect(point(page, '1. Noget ændrer sig')).toBeFocused()
  await said(page, '1. Noget ændrer sig', 'Meget svært, 1 af 5')
  await expectAccessible(page)
  await page.keyboard.press('ArrowUp')
  await said(page, '1. Noget ændrer sig', 'Svært, 2 af 5')
  await page.keyboard.press('ArrowRight')
  await expect(point(page, '2. Jeg tager kontakt')).toBeFocused()
  await page.keyboard.press('5')
  await said(page, '2. Jeg tager kontakt', 'Rigtig godt, 5 af 5')
  // There is nothing above the best.
  await page.keyboard.press('ArrowUp')
  await said(page, '2. Jeg tager kontakt', 'Rigtig godt, 5 af 5')
  await page.keyboard.press('Tab')
  await expect(point(page, '3. Vi afklarer')).toBeFocused()
  await page.keyboard.press('Delete')
  await said(page, '3. Vi afklarer', 'Ikke sat')
  await page.keyboard.press('ArrowDown')
  await said(page, '3. Vi afklarer', 'Neutralt, 3 af 5')
  await page.keyboard.press('Control+z')
  await said(page, '3. Vi afklarer', 'Ikke sat')
  await page.keyboard.press('Control+y')
  await said(page, '3. Vi afklarer', 'Neutralt, 3 af 5')
  await page.keyboard.press('Escape')
  await expect(page.locator('.board-curve')).toHaveCount(0)
  // Whoever sets a point answers for the curve.
  await expect(shape(page, id)).not.toContainText('Eksempel')
  await expectSaved(page)
  expect((await heldOn(owner.session, boardId, id)).slice(0, 3)).toEqual([
    '1. Noget ændrer sig: Svært',
    '2. Jeg tager kontakt: Rigtig godt',
    '3. Vi afklarer: Neutralt',
  ])
  // One step for each key that did something.
  await page.keyboard.press('Control+z')
  await expectSaved(page)
  await expect.poll(async () => (await heldOn(owner.session, boardId, id))[2]).toBe('4. Jeg får svar: Svært')
})

test('in the design panel a phase is called otherwise by its own heading, and the curve follows', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'borgerrejse' })
  const labels = async (part: string) => {
    const records = [...(await readStoredBoard(owner.session, boardId)).values()]
    const frame = records.find(({ type, meta }) => type === 'frame' && meta?.cell === 'p1')
    return records
      .filter(({ parentId, meta }) => parentId === frame?.id && meta?.part === part && meta?.cell === 'p1')
      .map(wordsOf)
  }
  const [heading, question] = [await labels('heading'), await labels('question')]
  expect(heading).toEqual(['1. Noget ændrer sig'])
  expect(question).toHaveLength(1)
  await openDesign(page)
  const panel = designPanel(page)
  await panel.getByRole('button', { name: /^\d+ ?1\. Noget ændrer sig/ }).click()
  const field = wordsField(panel, design.part_heading, 'da')
  await expect(field).toHaveValue('1. Noget ændrer sig')
  await expect(wordsField(panel, design.part_question, 'da')).toHaveValue(question[0] ?? '')
  await field.fill('1. Det begynder')
  await wordsField(panel, design.part_question, 'da').fill('Hvad mærkes først?')
  await page.keyboard.press('Tab')
  await expect.poll(() => labels('question')).toEqual(['Hvad mærkes først?'])
  expect(await labels('heading')).toEqual(['1. Det begynder'])
  const id = await idOf(owner.session, boardId, 'curve')
  const curve = (await readStoredBoard(owner.session, boardId)).get(id)
  expect(curve?.props?.columns).toMatchObject([{ label: '1. Det begynder' }, {}, {}, {}, {}, {}])
})

test('what a curve says is in the text of each phase, and on its page of paper; a matrix says where a note lies', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'borgerrejse', locale: 'da', examples: true, title: 'Rejsen' },
  )
  const text = await saveExport(page, await openExport(page, texts.exportMarkdown))
  const phase = text.text.split(/^## /m).find((part) => part.startsWith('4'))
  expect(phase).toMatch(/### Følelseskurve\s+- .*Svært/)
  const pdf = await readPdf((await saveExport(page, await openExport(page, texts.exportPdf), 120_000)).file)
  const closedUp = pdf.pages.map(({ text: words }) => words.replace(/\s+/g, ''))
  const saying = (words: string) => pdf.outline.filter((_, i) => closedUp[i]?.includes(words.replace(/\s+/g, '')))
  expect(saying('4. Jeg får svar: Svært')).toEqual(['4. Jeg får svar'])
  expect(saying('1. Noget ændrer sig: Meget svært')).toEqual(['1. Noget ændrer sig'])

  const matrix = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'mulighedsrum', locale: 'da', examples: true },
  )
  const rows = await saveExport(matrix.page, await openExport(matrix.page, texts.exportCsv))
  expect(rows.text).toContain('Nytte og mulighed;"Begynd her (stor nytte, let)";')
})

test('who takes part drags points by pointer on a locked background, two at once, and the curve stays', async ({
  person,
  signedInPage,
}) => {
  const {
    owner,
    boardId,
    page: a,
  } = await openOwnBoard({ person, signedInPage }, { templateId: 'borgerrejse', locale: 'da' })
  const bo = await person({ name: 'Bo Krogh' })
  await addMember(owner.session, boardId, bo.id, 'edit')
  const b = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(b)
  const id = await idOf(owner.session, boardId, 'curve')
  const place = await placeOf(b, id)
  const drags = [
    { page: a, column: 0, step: 1 },
    { page: b, column: 3, step: 5 },
  ]
  for (const { page, column, step } of drags) {
    const { from, to } = await placeOfPoint(page, id, column, step)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x + 90, to.y, { steps: 8 })
  }
  await Promise.all(drags.map(({ page }) => page.mouse.up()))
  for (const page of [a, b]) await expectSaved(page)
  await expect
    .poll(() => heldOn(owner.session, boardId, id))
    .toEqual(['1. Noget ændrer sig: Meget svært', '4. Jeg får svar: Rigtig godt'])
  for (const page of [a, b]) expect(await placeOf(page, id)).toEqual(place)
  // Arrow keys move what is selected, but not what lies on the background.
  await b.keyboard.press('ArrowDown')
  expect(await placeOf(b, id)).toEqual(place)
})

test('the names of a matrix are changed by the keyboard once the background is open, and by nobody before', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'ideprioritering', locale: 'da', examples: true },
  )
  const id = await idOf(owner.session, boardId, 'matrix')
  await expect(shape(page, id)).toContainText('Stor værdi, let')
  await shape(page, id).dblclick({ force: true, position: { x: 5, y: 5 } })
  await expect(page.getByRole('textbox', { name: structured.matrix_up })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: texts.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.unlockBackground }).click()
  await findWords(page, 'Lille værdi, svær')
  await expect(currentMark(page)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  const top = page.getByRole('textbox', { name: structured.matrix_up })
  await expect(top).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Høj effekt')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  // A field that is called what its axes say goes on doing so.
  await expect(shape(page, id)).toContainText('Høj effekt, let')
  await expectSaved(page)
  expect((await heldOn(owner.session, boardId, id))[0]).toBe('Høj effekt')
  await page.keyboard.press('Control+z')
  await expect(shape(page, id)).toContainText('Stor værdi, let')
})
