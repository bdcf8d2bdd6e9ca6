import { expect, test } from 'vitest'
import { previewItems } from './preview-items.ts'

const BOARD = '11111111-1111-4111-8111-111111111111'
const section = (frame: string, ...shapes: string[]) => ({
  ...{ key: `${BOARD}/shape:${frame}`, part: `sum/shape:${frame}`, boardId: BOARD, board: 'Tavle', title: frame },
  ...{ texts: shapes.length, hindrance: null },
  items: shapes.map((shape) => ({ id: `${BOARD}/shape:${shape}`, text: `Tekst ${shape}`, role: null })),
})

test('what a page says can be left out, by the names that the page and the choice have for it', () => {
  const sections = [section('f', 'a', 'b'), section('g', 'c'), section('not-chosen')]
  const items = previewItems(sections, [{ key: 'sum/shape:g' }, { key: 'sum/shape:f' }], [`${BOARD}/shape:b`])
  expect(items).toEqual([
    { id: `${BOARD}/shape:a`, key: 'sum/shape:a', text: 'Tekst a', isOut: false, section: 1 },
    { id: `${BOARD}/shape:b`, key: 'sum/shape:b', text: 'Tekst b', isOut: true, section: 1 },
    { id: `${BOARD}/shape:c`, key: 'sum/shape:c', text: 'Tekst c', isOut: false, section: 0 },
  ])
})

test('nothing of a section that the page does not show yet', () => {
  expect(previewItems([section('f', 'a')], [], [])).toEqual([])
})
