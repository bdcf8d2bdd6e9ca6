import type { Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { addMember } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { drag, expectBoardReady, expectSaved, noteIds, notes, placeOf, shape, toast, wordsOn } from './board-page.ts'
import { test as base, expect } from './fixtures.ts'
import { type OwnBoard, openOwnBoard } from './own-board.ts'
import { noteSaying, writing } from './own-note.ts'

const test = base.extend<{ empty: OwnBoard; journey: OwnBoard }>({
  empty: async ({ person, signedInPage }, use) => {
    await use(await openOwnBoard({ person, signedInPage }))
  },
  journey: async ({ person, signedInPage }, use) => {
    await use(
      await openOwnBoard({ person, signedInPage }, { templateId: 'borgerrejse', locale: 'da', examples: false }),
    )
  },
})

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+v')
}

/** Presses the key for a note, and types. */
async function beginNote(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n')
  await expect(writing(page)).toBeFocused()
  await page.keyboard.type(words)
}

const idsSaying = (page: Page, words: string) =>
  noteSaying(page, words).evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset.shapeId ?? ''))

const said = (key: 'notesPasted_other' | 'manyLinesRefused', values: Record<string, number>): string =>
  texts[key].replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]))

/** Notes as they are stored, in the order in which they were read. */
async function storedNotes({ owner, boardId }: OwnBoard): Promise<BoardRecord[]> {
  return [...(await readStoredBoard(owner.session, boardId)).values()].filter(({ type }) => type === 'note')
}

type Square = { words: string; x: number; y: number; bottom: number }

function squareOf(note: BoardRecord): Square {
  const { growY } = note.props as { growY: number }
  return { words: wordsOf(note), x: Number(note.x), y: Number(note.y), bottom: Number(note.y) + 200 + growY }
}

function overlapping(squares: readonly Square[]): [string, string][] {
  return squares.flatMap((a, i) =>
    squares
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < 200 && a.y < b.bottom && b.y < a.bottom)
      .map((b): [string, string] => [a.words, b.words]),
  )
}

const inReadingOrder = (squares: readonly Square[]): string[] =>
  [...squares].sort((a, b) => a.y - b.y || a.x - b.x).map(({ words }) => words)

test('200 pasted lines are 200 notes beside one another, and one undo takes them back', async ({ empty }) => {
  const { page } = empty
  const lines = Array.from({ length: 200 }, (_, i) => `Linje ${i + 1}${i % 7 === 0 ? ' om ventetid'.repeat(15) : ''}`)
  const began = performance.now()
  await paste(page, lines.map((line) => `• ${line}`).join('\n'))
  await expect(notes(page)).toHaveCount(200)
  console.info(`200 lines to 200 notes on the page: ${Math.round(performance.now() - began)} ms`)
  await expect(toast(page)).toContainText(said('notesPasted_other', { count: 200 }))
  await expectSaved(page)
  const squares = (await storedNotes(empty)).map(squareOf)
  expect(overlapping(squares)).toEqual([])
  expect(inReadingOrder(squares)).toEqual(lines)
  await toast(page).getByRole('button', { name: texts.undo }).click()
  await expect(notes(page)).toHaveCount(0)
  await expectSaved(page)
  expect(await storedNotes(empty)).toEqual([])
  await page.keyboard.press('Control+Shift+z')
  await expect(notes(page)).toHaveCount(200)
})

test('rows of a spreadsheet lie in the section, below its words, and belong to it', async ({ journey }) => {
  const { page } = journey
  await paste(page, 'Brev\t3\nTelefon\t5\n"To linjer\ni en celle"\t\n')
  await expect(notes(page)).toHaveCount(3)
  await expectSaved(page)
  const stored = await storedNotes(journey)
  expect(overlapping(stored.map(squareOf))).toEqual([])
  expect(stored.map(wordsOf).sort()).toEqual(['Brev – 3', 'Telefon – 5', 'To linjer\ni en celle'].sort())
  const sections = new Set(stored.map(({ meta }) => (meta as { section?: string }).section))
  expect(sections.size).toBe(1)
  expect(sections.has(undefined)).toBe(false)
})

test('too many lines, or one that is too long, is said and changes nothing', async ({ empty }) => {
  const { page } = empty
  await paste(page, 'linje\n'.repeat(501))
  await expect(toast(page)).toContainText(said('manyLinesRefused', { most: 500 }))
  await paste(page, 'a'.repeat(2_001))
  await expect(toast(page)).toContainText(texts.longLineRefused.replace('{{most}}', '2000'))
  await expect(notes(page)).toHaveCount(0)
})

test('one note after the other by keyboard: N, Tab, Enter twice, Esc', async ({ empty }) => {
  const { page } = empty
  await beginNote(page, 'Første')
  await page.keyboard.press('Tab')
  await expect(notes(page)).toHaveCount(2)
  await expect(writing(page)).toBeFocused()
  // An empty note is not left for another empty one.
  await page.keyboard.press('Tab')
  await expect(writing(page)).toBeFocused()
  await page.keyboard.type('Anden')
  // Back to the one before, and on to the one after, which is there already.
  await page.keyboard.press('Shift+Tab')
  await expect(writing(page)).toHaveText('Første')
  await page.keyboard.press('Shift+Tab')
  await expect(writing(page)).toHaveText('Første')
  await page.keyboard.press('Tab')
  await expect(writing(page)).toHaveText('Anden')
  await expect(notes(page)).toHaveCount(2)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('med to linjer')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(notes(page)).toHaveCount(3)
  await expect(writing(page)).toBeFocused()
  await page.keyboard.type('Tredje')
  await page.keyboard.press('Escape')
  await expect(writing(page)).toHaveCount(0)
  await expectSaved(page)
  const stored = new Map((await storedNotes(empty)).map((note) => [wordsOf(note), squareOf(note)]))
  const [first, second, third] = ['Første', 'Anden\nmed to linjer', 'Tredje'].map((words) => stored.get(words))
  expect([...stored.keys()]).toHaveLength(3)
  expect([second?.x, second?.y]).toEqual([(first?.x ?? 0) + 220, first?.y])
  expect(third?.x).toBe(second?.x)
  expect(third?.y).toBeGreaterThanOrEqual(second?.bottom ?? Number.POSITIVE_INFINITY)
  // Three notes, three steps.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(noteSaying(page, 'Tredje')).toHaveCount(0)
  await expect(noteSaying(page, 'Første')).toHaveCount(1)
})

test('in a list Tab and Enter belong to the list', async ({ empty }) => {
  const { page } = empty
  await beginNote(page, '- et')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('to')
  await page.keyboard.press('Escape')
  await expect(notes(page)).toHaveCount(1)
  const [id = ''] = await noteIds(page)
  await expect(wordsOn(page, id).locator('li')).toHaveCount(2)
  await expect(wordsOn(page, id).locator('li li')).toHaveText('to')
})

test('a double-click on the board writes a note there', async ({ empty }) => {
  const { page } = empty
  await page.mouse.dblclick(700, 420)
  await expect(writing(page)).toBeFocused()
  await page.keyboard.type('Her')
  await page.keyboard.press('Escape')
  await expect(notes(page)).toHaveCount(1)
  const [id = ''] = await noteIds(page)
  const box = await shape(page, id).boundingBox()
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 700)).toBeLessThan(3)
  expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - 420)).toBeLessThan(3)
  await expectSaved(page)
  expect((await storedNotes(empty)).map(wordsOf)).toEqual(['Her'])
  expect(await placeOf(page, id)).toEqual(expect.objectContaining({ x: expect.any(Number) }))
})

test('selected notes are tidied in rows, or by role, and one undo puts them back', async ({ empty }) => {
  const { page } = empty
  await paste(page, ['Xa', 'Xb', 'Xc', 'Xd', 'Xe'].join('\n'))
  await expect(notes(page)).toHaveCount(5)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  // »Xa« gets the second role and »Xc« moves away; the others lie as they lay.
  const [first = ''] = await idsSaying(page, 'Xa')
  await shape(page, first).click()
  // The editor takes a click at its next frame, and the key is for what is selected.
  await expect(page.getByRole('toolbar', { name: texts.noteRoles })).toBeVisible()
  await page.keyboard.press('2')
  const [moved = ''] = await idsSaying(page, 'Xc')
  await drag(page, moved, { x: 37, y: 290 })
  await expectSaved(page)
  const before = (await storedNotes(empty)).map(squareOf)
  await page.keyboard.press('Control+a')
  const tidy = async (name: string) => {
    await page.getByRole('button', { name: texts.tidy }).click()
    await page.getByRole('menuitem', { name }).click()
    await expectSaved(page)
    const squares = (await storedNotes(empty)).map(squareOf)
    expect(overlapping(squares)).toEqual([])
    return inReadingOrder(squares)
  }
  expect(await tidy(texts.tidyRows)).toEqual(['Xa', 'Xb', 'Xd', 'Xe', 'Xc'])
  await page.keyboard.press('Control+z')
  await expectSaved(page)
  await expect.poll(async () => (await storedNotes(empty)).map(squareOf)).toEqual(before)
  expect(await tidy(texts.tidyByRole)).toEqual(['Xb', 'Xd', 'Xe', 'Xc', 'Xa'])
})

test('selected notes are tidied by who wrote them', async ({ empty, person, signedInPage }) => {
  const { page, owner, boardId } = empty
  const bo = await person()
  await addMember(owner.session, boardId, bo.id, 'edit')
  const other = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(other)
  await paste(page, 'A1\nA2')
  await expect(notes(other)).toHaveCount(2)
  await paste(other, 'B1\nB2')
  await expect(notes(page)).toHaveCount(4)
  await paste(page, 'A3\nA4')
  await expect(notes(page)).toHaveCount(6)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: texts.tidy }).click()
  await page.getByRole('menuitem', { name: texts.tidyByAuthor }).click()
  await expectSaved(page)
  const squares = (await storedNotes(empty)).map(squareOf)
  expect(overlapping(squares)).toEqual([])
  const inRow = inReadingOrder(squares).map((words) => words[0])
  expect(['AAAABB', 'BBAAAA']).toContain(inRow.join(''))
})
