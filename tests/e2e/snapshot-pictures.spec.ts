import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drawBoard, drawSection, type Picture } from '@samtavle/shared/board-picture'
import { CURVE_TYPE } from '@samtavle/shared/curve-shape'
import { LETTERS } from '@samtavle/shared/letter-widths'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { boardOfEverything } from './board-of-everything.ts'
import { expectBoardReady } from './board-page.ts'
import { type SetLine, type ShownShape, shownShapes } from './canvas-words.ts'
import { drawnShapes } from './drawn-words.ts'
import { expect, test } from './fixtures.ts'
import { findTemplate, libraryNumbers } from './library-templates.ts'

/**
 * The pictures that the server draws for snapshots beside the canvas: every shape where it is there, every word, and
 * lines broken at the same words. Two templates in every run, all of them with `LIBRARY=all`; `LIBRARY_PICTURES` names a
 * folder for pictures of both, side by side, to look at.
 */
const NUMBERS = libraryNumbers('T11', 'T20')
const FOLDER = process.env.LIBRARY_PICTURES
/** In px of the board. */
const NEAR = 1

test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      // Letters as wide as they are drawn, as on every system but a Linux without high resolution, where each is rounded.
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--font-render-hinting=none'] })
    },
    { scope: 'worker' },
  ],
})

/** Signs that the typefaces of the board lack come from another font on every machine, and are as wide as that says. */
const NEAR_OF_OTHER_FONTS = 8
const isOfOurFonts = (text: string): boolean => [...text].every((letter) => LETTERS.includes(letter))

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < NEAR

/** Shapes that are drawn as one sheet, whose size the picture says. */
const SHEETS = new Set(['frame', 'note', 'geo'])

/**
 * What is other in the picture than on the canvas, one line each.
 * @param room by how much the size of a sheet may differ, in px
 */
function differences(canvas: ShownShape, drawn: ShownShape | undefined, room = NEAR): string[] {
  const name = `${canvas.type} »${canvas.lines[0]?.text ?? ''}«`
  if (drawn === undefined) return canvas.w < 2 && canvas.lines.length === 0 ? [] : [`${name} is not there`]
  const isSheet = SHEETS.has(canvas.type)
  const places = [
    ...(isNear(canvas.x, drawn.x) && isNear(canvas.y, drawn.y) ? [] : [`${name} stands at ${drawn.x}, ${drawn.y}`]),
    ...(Math.abs(canvas.angle - drawn.angle) < 0.001 ? [] : [`${name} is turned by ${drawn.angle}`]),
    ...(!isSheet || Math.abs(canvas.w - drawn.w) < room ? [] : [`${name} is ${drawn.w} wide, not ${canvas.w}`]),
    ...(!isSheet || Math.abs(canvas.h - drawn.h) < room ? [] : [`${name} is ${drawn.h} high, not ${canvas.h}`]),
  ]
  const ends = canvas.ends.flatMap(({ x, y }, i) => {
    const end = drawn.ends[i]
    return end && isNear(end.x, x) && isNear(end.y, y)
      ? []
      : [`${name} ends at ${end?.x}, ${end?.y}, not at ${x}, ${y}`]
  })
  // The name of a frame is as large as its sheet here, and on the canvas as large as the screen; what is turned is not
  // read line by line.
  if (canvas.type === 'frame' || Math.abs(canvas.angle) > 0.001) return [...places, ...ends]
  return [...places, ...ends, ...canvas.lines.flatMap((line) => lineDifference(name, line, drawn.lines))]
}

function lineDifference(name: string, line: SetLine, drawn: readonly SetLine[]): string[] {
  // A picture, which nobody can ask, says of each point of a curve what it means, and there that it is an example.
  if (name.startsWith(CURVE_TYPE) && drawn.some(({ text }) => text.endsWith(` · ${line.text}`))) return []
  const alike = drawn.filter(({ text }) => plain(text) === plain(line.text))
  if (alike.length === 0)
    return [`${name}: no line »${line.text}« among ${JSON.stringify(drawn.map(({ text }) => text))}`]
  const near = isOfOurFonts(line.text) ? NEAR : NEAR_OF_OTHER_FONTS
  const isThere = alike.some(
    ({ left, width, middle }) =>
      Math.abs(left - line.left) < near && Math.abs(width - line.width) < near && isNear(middle, line.middle),
  )
  const [{ left, width, middle } = line] = alike
  const by = [left - line.left, width - line.width, middle - line.middle].map((value) => value.toFixed(1)).join(', ')
  return isThere ? [] : [`${name}: »${line.text}« is off by ${by} (left, width, down)`]
}

/** What the canvas shows of the whole board, and the picture of the same, in a folder to look at. */
async function keepBoth(page: Page, name: string, picture: Picture): Promise<void> {
  if (FOLDER === undefined) return
  await mkdir(FOLDER, { recursive: true })
  await writeFile(join(FOLDER, `${name}.svg`), picture.svg)
  await page.setViewportSize({ width: 2400, height: 1700 })
  await page.keyboard.press('Shift+1')
  await expect(page.locator('[data-board-ready="true"]')).toBeVisible()
  await page.screenshot({ path: join(FOLDER, `${name}-canvas.png`), animations: 'disabled' })
}

for (const number of NUMBERS) {
  test(`${number}: the picture of each section has every shape and every line where the canvas has them`, async ({
    admin,
    person,
    signedInPage,
  }) => {
    test.setTimeout(300_000)
    const template = await findTemplate(admin, number)
    const owner = await person()
    const page = await signedInPage(owner, { path: '/boards' })
    const boardId = await createBoard(owner.session, { title: number, templateId: template.id, examples: true })
    await page.goto(`/boards/${boardId}`)
    await expectBoardReady(page)
    const canvas = await shownShapes(page)
    const records = [...(await readStoredBoard(owner.session, boardId)).values()]
    const paper = await page.context().newPage()
    await paper.goto('about:blank')

    const parents = new Map(records.map(({ id, parentId }) => [id, parentId]))
    const isIn = (id: unknown, frame: string): boolean =>
      typeof id === 'string' && (id === frame || isIn(parents.get(id), frame))
    const frames = records.filter(({ type }) => type === 'frame')
    expect(frames.length).toBeGreaterThan(0)
    const found: string[] = []
    let lines = 0
    for (const { id } of frames) {
      const picture = drawSection(records, id, { theme: 'light', locale: 'da', marked: true })
      if (picture === undefined) throw new Error(`no picture of ${id}`)
      const drawn = new Map((await drawnShapes(paper, picture.svg)).map((shape) => [shape.id, shape]))
      for (const shape of canvas.filter((one) => isIn(one.id, id))) {
        found.push(...differences(shape, drawn.get(shape.id)))
        lines += shape.lines.length
      }
    }
    const whole = await drawnShapes(paper, drawBoard(records, { theme: 'dark', locale: 'da', marked: true }).svg)
    const drawn = new Map(whole.map((shape) => [shape.id, shape]))
    found.push(...canvas.flatMap((shape) => differences(shape, drawn.get(shape.id))))
    await keepBoth(page, number, drawBoard(records, { theme: 'light', locale: 'da' }))
    expect(lines).toBeGreaterThan(3)
    console.log(
      `${number}: ${canvas.length} shapes, ${lines} lines in ${frames.length} pictures, ${found.length} differences`,
    )
    expect([...new Set(found)]).toEqual([])
  })
}

test('shapes that people make: every geometry, stroke, arrow and way of setting words stands as on the canvas', async ({
  person,
  signedInPage,
}) => {
  const owner = await person()
  const boardId = await boardOfEverything(owner.session)
  const page = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  const canvas = await shownShapes(page)
  const records = [...(await readStoredBoard(owner.session, boardId)).values()]
  const paper = await page.context().newPage()
  await paper.goto('about:blank')
  const picture = await drawnShapes(paper, drawBoard(records, { theme: 'light', locale: 'da', marked: true }).svg)
  const drawn = new Map(picture.map((shape) => [shape.id, shape]))
  await keepBoth(page, 'everything', drawBoard(records, { theme: 'light', locale: 'da' }))
  // The bumps of a cloud stand even in a picture and by chance on the canvas; a heart is measured by its handles there.
  const found = canvas.flatMap((shape) => differences(shape, drawn.get(shape.id), shape.type === 'geo' ? 5 : NEAR))
  expect(canvas.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})
