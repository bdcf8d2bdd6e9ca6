import type { Page } from '@playwright/test'
import type { BoardMeta } from '@samtavle/shared/board-meta'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { type ApiSession, createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import {
  drag,
  expectBoardReady,
  expectSaved,
  leaveNote,
  middleOf,
  noteIds,
  placeNote,
  placeOf,
  select,
  shape,
  toast,
  wordsOn,
  writeOn,
} from './board-page.ts'
import { test as base, expect } from './fixtures.ts'
import { type OwnBoard, openOwnBoard } from './own-board.ts'

/** Somebody on a citizen journey of their own, in Danish with examples. */
const test = base.extend<{ journey: OwnBoard }>({
  journey: async ({ person, signedInPage }, use) => {
    await use(await openOwnBoard({ person, signedInPage }, { templateId: 'borgerrejse', locale: 'da', examples: true }))
  },
})

/** `cell` is the column of a grid; empty for a frame that is none. */
type Frame = { id: string; cell: string; x: number; y: number; w: number; h: number }

async function fixedFrames(session: ApiSession, boardId: string): Promise<Frame[]> {
  const records = await readStoredBoard(session, boardId)
  return [...records.values()].flatMap((record): Frame[] => {
    const meta = (record.meta ?? {}) as BoardMeta
    if (record.type !== 'frame' || meta.fixed !== true) return []
    const { w, h } = record.props as { w: number; h: number }
    return [{ id: record.id, cell: meta.cell ?? '', x: Number(record.x), y: Number(record.y), w, h }]
  })
}

/** The named place in a column: in the middle, so far down. */
async function placeIn(page: Page, frame: Frame, share: number): Promise<{ x: number; y: number }> {
  const box = await shape(page, frame.id).boundingBox()
  if (box === null) throw new Error('the column is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height * share }
}

const examples = (page: Page) => page.locator('.board-note[data-example="true"]')

const exampleIds = (page: Page) =>
  page
    .locator('.tl-shape:has(.board-note[data-example="true"])')
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset.shapeId ?? ''))

test('the board opens as a whole, beside its guide, also when the guide comes late', async ({
  person,
  signedInPage,
}) => {
  const owner = await person()
  const boardId = await createBoard(owner.session, { title: 'Rejsen', templateId: 'borgerrejse' })
  const page = await signedInPage(owner, { path: '/boards' })
  let letCome = () => {}
  const late = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route('**/api/templates?*', async (route) => {
    await late
    await route.continue()
  })
  await page.getByRole('link', { name: 'Rejsen' }).click()
  await page.waitForFunction(() => performance.getEntriesByName('board-loaded').length > 0)
  // Time enough, in frames, for a canvas that does not wait to be there.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  letCome()
  await expectBoardReady(page)
  await expect(page.getByRole('complementary', { name: texts.guide })).toBeVisible()
  const canvas = await page.getByRole('main').boundingBox()
  if (canvas === null) throw new Error('no canvas')
  for (const { id } of await fixedFrames(owner.session, boardId)) {
    const box = await shape(page, id).boundingBox()
    if (box === null) throw new Error(`${id} is not on screen`)
    expect(box.x).toBeGreaterThanOrEqual(canvas.x)
    expect(box.x + box.width).toBeLessThanOrEqual(canvas.x + canvas.width)
    expect(box.y).toBeGreaterThanOrEqual(canvas.y)
    expect(box.y + box.height).toBeLessThanOrEqual(canvas.y + canvas.height)
  }
})

test('the sections stay as they are, whatever mouse and keyboard try', async ({
  journey: { owner, boardId, page },
}) => {
  const before = await fixedFrames(owner.session, boardId)
  expect(before.length).toBeGreaterThan(5)
  const ids = await noteIds(page)
  const frame = before.find(({ cell }) => cell === 'p2')
  if (frame === undefined) throw new Error('no column')
  const box = await shape(page, frame.id).boundingBox()
  if (box === null) throw new Error('the column is not on screen')

  // By its edge, by its middle, by a corner as if there were a handle.
  for (const from of [
    { x: box.x, y: box.y + box.height * 0.9 },
    { x: box.x + box.width / 2, y: box.y + box.height - 8 },
    { x: box.x + box.width, y: box.y + box.height },
  ]) {
    await page.mouse.click(from.x, from.y)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 90, from.y + 40, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.press('Escape')
  }
  await page.mouse.click(box.x, box.y + box.height * 0.9)
  await expect(page.locator('[data-testid^="selection.resize"]:not(.tl-hidden, .tl-transparent)')).toHaveCount(0)
  for (const key of ['Delete', 'Backspace', 'ArrowRight', 'Shift+ArrowDown', 'Control+x']) {
    await page.keyboard.press('Control+a')
    await page.keyboard.press(key)
  }
  for (const { id, x, y } of before) expect(await placeOf(page, id), id).toEqual({ x: Math.round(x), y: Math.round(y) })
  expect((await noteIds(page)).sort()).toEqual(ids.sort())

  await page.reload()
  await expectBoardReady(page)
  expect(await fixedFrames(owner.session, boardId)).toEqual(before)
  expect((await noteIds(page)).sort()).toEqual(ids.sort())
})

test('notes in a section can be moved and taken away', async ({ journey: { owner, boardId, page } }) => {
  const [first = '', second = ''] = await exampleIds(page)
  const before = await placeOf(page, first)
  await drag(page, first, { x: 0, y: 70 })
  await expect.poll(() => placeOf(page, first)).not.toEqual(before)
  await page.keyboard.press('Escape')
  await select(page, second)
  await page.keyboard.press('Delete')
  await expect(shape(page, second)).toHaveCount(0)
  await expectSaved(page)
  const stored = await readStoredBoard(owner.session, boardId)
  expect(stored.has(first)).toBe(true)
  expect(stored.has(second)).toBe(false)
})

test('a note made over a column belongs to it, there and after a reload', async ({ journey }) => {
  const { owner, boardId, page } = journey
  const frame = (await fixedFrames(owner.session, boardId)).find(({ cell }) => cell === 'p4')
  if (frame === undefined) throw new Error('no column')
  const id = await placeNote(page, await placeIn(page, frame, 0.97), 'Svaret kom med posten')
  await expectSaved(page)
  const place = await placeOf(page, id)
  const stored = (await readStoredBoard(owner.session, boardId)).get(id)
  expect(stored).toMatchObject({
    parentId: frame.id,
    meta: { section: 'rejse', cell: expect.stringMatching(/^p4\//), role: 'fact' },
  })
  expect({ x: Math.round(Number(stored?.x) + frame.x), y: Math.round(Number(stored?.y) + frame.y) }).toEqual(place)

  await page.reload()
  await expectBoardReady(page)
  await expect(wordsOn(page, id)).toHaveText('Svaret kom med posten')
  expect(await placeOf(page, id)).toEqual(place)
})

test('all examples go at once, one undo brings them all back, and what was written on stays', async ({ journey }) => {
  const { owner, boardId, page } = journey
  const ids = (await exampleIds(page)).sort()
  expect(ids.length).toBeGreaterThan(10)
  const [mine = ''] = ids
  const words = (await wordsOn(page, mine).textContent()) ?? ''
  await writeOn(page, mine)
  await page.keyboard.type(' – set i Aarhus')
  await leaveNote(page)
  await expect(shape(page, mine).locator('.board-note')).toHaveAttribute('data-example', 'false')
  await expect(examples(page)).toHaveCount(ids.length - 1)
  await expectSaved(page)
  const note = (await readStoredBoard(owner.session, boardId)).get(mine)
  expect(note?.meta).not.toHaveProperty('example')
  expect(wordsOf(note)).toBe(`${words} – set i Aarhus`)

  const removeExamples = async () => {
    await page.getByRole('button', { name: texts.more }).click()
    await page.getByRole('menuitem', { name: texts.removeExamples }).click()
    await expect(toast(page)).toContainText(texts.examplesRemoved)
    await expect(examples(page)).toHaveCount(0)
    await expect(shape(page, mine)).toBeAttached()
  }
  await removeExamples()
  await toast(page).getByRole('button', { name: texts.undo }).click()
  await expect(examples(page)).toHaveCount(ids.length - 1)
  expect((await exampleIds(page)).sort()).toEqual(ids.filter((id) => id !== mine))

  await removeExamples()
  await page.mouse.click(700, 120)
  await page.keyboard.press('Control+z')
  await expect(examples(page)).toHaveCount(ids.length - 1)
  await removeExamples()
  await expectSaved(page)
  const stored = [...(await readStoredBoard(owner.session, boardId)).values()]
  expect(stored.filter(({ meta }) => (meta as BoardMeta | undefined)?.example === true)).toEqual([])
  await page.reload()
  await expectBoardReady(page)
  await expect(examples(page)).toHaveCount(0)
  await expect(wordsOn(page, mine)).toHaveText(`${words} – set i Aarhus`)
  expect(await middleOf(page, mine)).toBeTruthy()
})
