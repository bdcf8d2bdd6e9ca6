import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { BoardMeta } from '@samtavle/shared/board-meta'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { drag, expectSaved, leaveNote, middleOf, noteIds, placeOf, shape } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { type OwnBoard, openOwnBoard } from './own-board.ts'
import { writeNote } from './own-note.ts'

/** What the templates of the library hold besides notes: fields, rings, pieces. */
async function recordsWith({ owner, boardId }: OwnBoard, wanted: BoardMeta): Promise<BoardRecord[]> {
  const records = await readStoredBoard(owner.session, boardId)
  const keys = Object.entries(wanted)
  return [...records.values()].filter(({ meta }) => keys.every(([key, value]) => meta?.[key] === value))
}

async function only(board: OwnBoard, wanted: BoardMeta): Promise<BoardRecord> {
  const [record, ...more] = await recordsWith(board, wanted)
  if (record === undefined || more.length > 0) throw new Error(`not one record: ${JSON.stringify(wanted)}`)
  return record
}

test('a field is written in, and its words are kept under its key', async ({ person, signedInPage }) => {
  const board = await openOwnBoard({ person, signedInPage }, { templateId: 'ideudvikling', locale: 'da' })
  const { page } = board
  const wanted = { section: 'titelfelt', part: 'field', cell: 'facilitator' }
  const { id } = await only(board, wanted)
  const at = await middleOf(page, id)
  await page.mouse.dblclick(at.x, at.y)
  await expect(shape(page, id).locator('[contenteditable="true"]')).toBeFocused()
  await page.keyboard.type('Fem opkald på lørdag')
  await leaveNote(page)
  await expectSaved(page)
  expect(wordsOf(await only(board, wanted))).toBe('Fem opkald på lørdag')
})

test('a new note lies on no field, also on a board that is all fields', async ({ person, signedInPage }) => {
  const board = await openOwnBoard({ person, signedInPage }, { templateId: 'styregruppestatus', locale: 'da' })
  const { page } = board
  await writeNote(page, 'Husk pressen')
  const [id = ''] = await noteIds(page)
  const at = await placeOf(page, id)
  const parts = [
    ...(await recordsWith(board, { part: 'text' })),
    ...(await recordsWith(board, { part: 'choice' })),
    ...(await recordsWith(board, { part: 'field' })),
  ]
  expect(parts.length).toBe(13 + 3 + 6)
  for (const part of parts) {
    const place = await placeOf(page, part.id)
    // As large as its words make it; the canvas zooms all of them at once.
    const [w, h] = await shape(page, part.id).evaluate(({ style }) =>
      [style.width, style.height].map(Number.parseFloat),
    )
    if (w === undefined || h === undefined || !(w > 0 && h > 0)) throw new Error(`${part.id} has no size`)
    const beside = at.x >= place.x + w || at.x + 200 <= place.x || at.y >= place.y + h || at.y + 200 <= place.y
    expect(beside, wordsOf(part) || part.id).toBe(true)
  }
})

test('rings stay where they are, and a piece of the puzzle goes into the section it is put in', async ({
  person,
  signedInPage,
}) => {
  const map = await openOwnBoard({ person, signedInPage }, { templateId: 'interessentkort', locale: 'da' })
  const rings = await recordsWith(map, { part: 'ring' })
  expect(rings.length).toBe(3)
  for (const { id } of rings) {
    const box = await shape(map.page, id).boundingBox()
    if (box === null) throw new Error('the ring is not on screen')
    await map.page.mouse.move(box.x + box.width / 2, box.y)
    await map.page.mouse.down()
    await map.page.mouse.move(box.x + box.width / 2 + 80, box.y + 60, { steps: 6 })
    await map.page.mouse.up()
  }
  await map.page.keyboard.press('Control+a')
  await map.page.keyboard.press('Delete')
  await expectSaved(map.page)
  expect(await recordsWith(map, { part: 'ring' })).toEqual(rings)

  const puzzle = await openOwnBoard({ person, signedInPage }, { templateId: 'baeredygtighedspuslespil', locale: 'da' })
  const { page } = puzzle
  const piece = await only(puzzle, { part: 'piece', field: 'lighed' })
  const section = await only(puzzle, { part: 'section', section: 'relevant' })
  const [from, to] = [await middleOf(page, piece.id), await middleOf(page, section.id)]
  await drag(page, piece.id, { x: to.x - from.x, y: to.y - from.y })
  await expectSaved(page)
  expect((await only(puzzle, { part: 'piece', field: 'lighed' })).parentId).toBe(section.id)
})
