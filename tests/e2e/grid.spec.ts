import type { Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { structured } from '../../apps/web/src/i18n/da/structured.ts'
import type { ApiSession } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectSaved, shape } from './board-page.ts'
import { currentMark, findBar, findWords } from './find-bar.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'

const said = (key: keyof typeof structured, values: Record<string, string | number> = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), structured[key])

const dialog = (page: Page) => page.getByRole('dialog', { name: structured['grid.title'] })
const field = (page: Page, kind: 'columnName' | 'rowName', number: number) =>
  dialog(page).getByRole('textbox', { name: said(`grid.${kind}`, { number }), exact: true })
const button = (page: Page, key: 'addColumn' | 'addRow' | 'removeColumn' | 'removeRow', name: string) =>
  dialog(page).getByRole('button', { name: said(`grid.${key}`, { name }), exact: true })

async function openGrid(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: texts.more, exact: true })
  await more.click()
  await page.getByRole('menuitem', { name: texts.unlockBackground }).click()
  await more.click()
  await page.getByRole('menuitem', { name: structured['grid.open'] }).click()
  await expect(dialog(page)).toBeVisible()
}

async function recordsOf(page: Page, session: ApiSession, boardId: string): Promise<BoardRecord[]> {
  await expectSaved(page)
  const records = [...(await readStoredBoard(session, boardId)).values()] as BoardRecord[]
  return records.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const columns = (records: readonly BoardRecord[], section = 'rejse') =>
  records
    .filter(({ type, meta }) => type === 'frame' && meta?.section === section)
    .sort((a, b) => Number(a.x) - Number(b.x))
    .map(({ x, props, meta }) => ({ name: props?.name, x, w: Number(props?.w), order: meta?.order }))
const notes = (records: readonly BoardRecord[]) => records.filter(({ type }) => type === 'note')
const withWords = (records: readonly BoardRecord[], part: string, words: string) =>
  records.filter((record) => record.meta?.part === part && wordsOf(record) === words)
/** Everything that was locked is, and so is what came. */
const openLabels = (records: readonly BoardRecord[]) =>
  records.filter(({ type, meta, isLocked }) => meta?.fixed === true && type !== 'frame' && isLocked !== true)

/** Names of rows that a shaded row lies on: higher in the stack, and over the place of the name. */
const coveredNames = (records: readonly BoardRecord[]) => {
  const stripes = records.filter(({ meta }) => meta?.part === 'stripe')
  const covers = (stripe: BoardRecord, { parentId, index, y }: BoardRecord): boolean => {
    const top = Number(stripe.y)
    const isOver = Number(y) >= top && Number(y) < top + Number(stripe.props?.h)
    return stripe.parentId === parentId && isOver && String(stripe.index) > String(index)
  }
  const names = records.filter(({ meta }) => meta?.part === 'lane')
  return names.filter((name) => stripes.some((stripe) => covers(stripe, name))).map(wordsOf)
}

test('columns are named, added and taken away by keys, nothing goes, and one undo takes each back', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'borgerrejse', locale: 'da', examples: true },
  )
  const read = () => recordsOf(page, owner.session, boardId)
  const before = await read()
  await openGrid(page)
  await expectAccessible(page)

  await field(page, 'columnName', 2).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2. Vi bliver kontaktet')
  await page.keyboard.press('Enter')
  const renamed = await read()
  expect(columns(renamed)[1]?.name).toBe('2. Vi bliver kontaktet')
  expect(withWords(renamed, 'heading', '2. Vi bliver kontaktet').length).toBe(1)
  expect(wordsOf(renamed.find(({ meta }) => meta?.part === 'curve'))).toContain('2. Vi bliver kontaktet: Svært')

  await button(page, 'addColumn', '2. Vi bliver kontaktet').press('Enter')
  // What is new is named next.
  await expect(field(page, 'columnName', 3)).toBeFocused()
  await expect(field(page, 'columnName', 3)).toHaveValue('Ny kolonne')
  const added = await read()
  expect(columns(added).map(({ name }) => name)).toEqual([
    ...['1. Noget ændrer sig', '2. Vi bliver kontaktet', 'Ny kolonne', '3. Vi afklarer', '4. Jeg får svar'],
    ...['5. Hjælpen begynder', '6. Hverdagen efter'],
  ])
  expect(columns(added).map(({ x }) => x)).toEqual([420, 1140, 1860, 2580, 3300, 4020, 4740])
  expect(columns(added).map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(notes(added).length).toBe(notes(before).length)
  expect(openLabels(added)).toEqual([])
  expect(wordsOf(added.find(({ meta }) => meta?.part === 'curve'))).toBe(
    wordsOf(renamed.find(({ meta }) => meta?.part === 'curve')),
  )

  await button(page, 'removeColumn', '4. Jeg får svar').press('Enter')
  await expect(page.getByText('ligger nu til højre for alt andet', { exact: false }).last()).toBeVisible()
  const removed = await read()
  expect(columns(removed).map(({ x }) => x)).toEqual([420, 1140, 1860, 2580, 3300, 4020])
  // Its seven examples lie beside the grid, in the same places to each other.
  expect(notes(removed).length).toBe(notes(before).length)
  const out = notes(removed).filter(({ parentId }) => String(parentId).startsWith('page:'))
  expect(out.map(wordsOf)).toContain('Hvem skal jeg ringe til?')
  for (const { x } of out) expect(Number(x)).toBeGreaterThan(4740)
  await expect(button(page, 'removeColumn', 'Ny kolonne')).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  for (const wanted of [added, renamed, before]) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => JSON.stringify(columns(await read()))).toBe(JSON.stringify(columns(wanted)))
    expect(await read()).toEqual(wanted)
  }
})

test('columns and rows are changed no longer once the board takes no changes', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { templateId: 'borgerrejse' })
  await openGrid(page)
  await owner.session.ask('PATCH', `/api/boards/${boardId}`, { archived: true })
  await expect(dialog(page)).toHaveCount(0)
})

test('rows are added and taken away with what lies on them, in every column and beside them', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'borgerrejse', locale: 'da', examples: true },
  )
  const read = () => recordsOf(page, owner.session, boardId)
  const before = await read()
  const curveY = (records: readonly BoardRecord[]) => Number(records.find(({ meta }) => meta?.part === 'curve')?.y)
  const noteY = (records: readonly BoardRecord[], words: string) => notes(records).find((n) => wordsOf(n) === words)?.y
  await openGrid(page)
  await button(page, 'addRow', 'Borgerens handlinger').press('Enter')
  await expect(field(page, 'rowName', 2)).toBeFocused()
  await page.keyboard.type('Kanaler')
  await page.keyboard.press('Enter')
  const added = await read()
  // Six columns, and the names beside them.
  expect(withWords(added, 'lane', 'Kanaler').length).toBe(7)
  expect(curveY(added)).toBe(curveY(before) + 480)
  const pain = 'Må fortælle det samme igen to gange'
  expect(noteY(added, pain)).toBe(Number(noteY(before, pain)) + 480)
  expect(noteY(added, 'Falder på badeværelset og bliver indlagt')).toBe(
    noteY(before, 'Falder på badeværelset og bliver indlagt'),
  )
  expect(openLabels(added)).toEqual([])
  const stripes = (records: readonly BoardRecord[]) => records.filter(({ meta }) => meta?.part === 'stripe').length
  expect(stripes(added)).toBe(7 * 6)
  expect(coveredNames(added)).toEqual([])

  // A curve keeps the row that it lies on.
  await expect(button(page, 'removeRow', 'Følelseskurve')).toBeDisabled()
  await button(page, 'removeRow', 'Smertepunkter').press('Enter')
  const removed = await read()
  expect(withWords(removed, 'lane', 'Smertepunkter')).toEqual([])
  expect(notes(removed).length).toBe(notes(before).length)
  expect(notes(removed).filter(({ parentId }) => String(parentId).startsWith('page:')).length).toBe(3)
  expect(stripes(removed)).toBe(7 * 5)
  expect(coveredNames(removed)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => withWords(await read(), 'lane', 'Smertepunkter').length).toBe(7)
  expect(await read()).toEqual(added)
})

test('a grid of one frame gets and loses columns and rows too', async ({ person, signedInPage }) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'gevinstoverblik', locale: 'da', examples: true },
  )
  const read = () => recordsOf(page, owner.session, boardId)
  const before = await read()
  await openGrid(page)
  const [first, second] = [
    await field(page, 'columnName', 1).inputValue(),
    await field(page, 'columnName', 2).inputValue(),
  ]
  const row = await field(page, 'rowName', 1).inputValue()
  await button(page, 'addColumn', first).press('Enter')
  await expect(field(page, 'columnName', 2)).toHaveValue('Ny kolonne')
  await expect(field(page, 'columnName', 3)).toHaveValue(second)
  await button(page, 'addRow', row).press('Enter')
  await expect(field(page, 'rowName', 2)).toHaveValue('Ny række')
  const added = await read()
  expect(openLabels(added)).toEqual([])
  expect(coveredNames(added)).toEqual([])
  expect(notes(added).length).toBe(notes(before).length)
  await button(page, 'removeColumn', 'Ny kolonne').press('Enter')
  await button(page, 'removeRow', 'Ny række').press('Enter')
  await expect(field(page, 'rowName', 2)).not.toHaveValue('Ny række')
  const frames = (records: readonly BoardRecord[]) =>
    records
      .filter(({ type }) => type === 'frame')
      .map(({ id, x, y, props }) => ({ id, x, y, w: props?.w, h: props?.h }))
  const own = await read()
  expect(frames(own)).toEqual(frames(before))
  const places = (records: readonly BoardRecord[]) =>
    notes(records).map(({ id, x, y, parentId }) => ({ id, x, y, parentId }))
  expect(places(own)).toEqual(places(before))
})

test('a name that is written anew where it stands is the name everywhere, and find says where a note lies', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard(
    { person, signedInPage },
    { templateId: 'borgerrejse', locale: 'da', examples: true },
  )
  await findWords(page, 'timer og paragraffer')
  await expect(currentMark(page)).toBeVisible()
  await expect(findBar(page)).toContainText('Smertepunkter · 4. Jeg får svar')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: texts.more, exact: true }).click()
  await page.getByRole('menuitem', { name: texts.unlockBackground }).click()
  const records = await recordsOf(page, owner.session, boardId)
  const [label] = withWords(records, 'lane', 'Smertepunkter').filter(({ meta }) => meta?.cell === 'p4/smerte')
  await shape(page, label?.id ?? '').dblclick()
  await expect(shape(page, label?.id ?? '').locator('[contenteditable="true"]')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Hvor det gør ondt')
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => withWords(await recordsOf(page, owner.session, boardId), 'lane', 'Hvor det gør ondt').length)
    .toBe(7)
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => withWords(await recordsOf(page, owner.session, boardId), 'lane', 'Smertepunkter').length)
    .toBe(7)
})
