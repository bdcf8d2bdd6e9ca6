import type { BoardRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, it } from 'vitest'
import { textsOf } from './board-texts.ts'

const FRAME = 'shape:frame'
const frame = (meta: unknown) => shapeRecord('frame', FRAME, { meta, props: { name: 'Rejsen', w: 900, h: 900 } })
const label = (id: string, meta: unknown) =>
  shapeRecord('text', `shape:${id}`, { parentId: FRAME, x: 40, y: 100, meta, props: { text: id } })
const note = noteRecord('shape:note', { richText: richTextOf('En note') }, { parentId: FRAME, x: 100, y: 300 })

async function placeOfNote(records: readonly BoardRecord[]): Promise<string | undefined> {
  const board = new Map([...records, note].map((record) => [record.id, record]))
  const texts = await textsOf(board, () => undefined)
  return texts.find(({ shape }) => shape === 'shape:note')?.section
}

it('says in which section and cell a note lies', async () => {
  const lane = label('Smerte', { part: 'lane', cell: 'p1/smerte' })
  expect(await placeOfNote([frame({ section: 'g', cell: 'p1' }), lane])).toBe('Smerte · Rejsen')
})

it.each([
  ['a lane with a number for a cell', { part: 'lane', cell: 5 }],
  ['a lane whose cell is null', { part: 'lane', cell: null }],
  ['a lane without a cell', { part: 'lane' }],
  ['a heading whose cell cannot become text', { part: 'heading', cell: { toString: 1, valueOf: 1 } }],
  ['a part that is none', { part: { lane: true }, cell: [] }],
  ['no meta', null],
])('reads a board with %s, and the section of it', async (_name, meta) => {
  expect(await placeOfNote([frame({ section: 'g' }), label('Smerte', meta)])).toBe('Rejsen')
  expect(await placeOfNote([frame(meta), label('Smerte', meta)])).toBe('Rejsen')
})

it('reads a board with a matrix of anything', async () => {
  for (const props of [{}, { up: 5 }, { w: 'x', h: null, name: {} }]) {
    const matrix = shapeRecord('samtavle-matrix', 'shape:m', { parentId: FRAME, meta: { part: 'matrix' }, props })
    expect(await placeOfNote([frame({ section: 'm' }), matrix])).toBe('Rejsen')
  }
})
