import type { BoardRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import { guestSections } from './guest-sections.ts'

const frame = (key: string, order: number, over: Record<string, unknown> = {}): BoardRecord => ({
  ...shapeRecord('frame', `shape:${key}`, {
    x: order * 2_000,
    y: 0,
    props: { w: 1_000, h: 900, name: key, color: 'black' },
  }),
  meta: { section: key, order },
  ...over,
})
const note = (key: string, words: string, parentId: string, meta: Record<string, unknown> = {}): BoardRecord => ({
  ...shapeRecord('note', `shape:${key}`, { x: 40, y: 200, props: { richText: richTextOf(words), color: 'yellow' } }),
  parentId,
  meta,
})
const question = (words: string, parentId: string): BoardRecord => ({
  ...shapeRecord('text', `shape:q-${parentId.slice(6)}`, { x: 0, y: 0, props: { richText: richTextOf(words) } }),
  parentId,
  meta: { part: 'question' },
})

test('sections in the order of reading, with their question, empty ones too', () => {
  const board = [
    frame('Bagefter', 2),
    frame('Før', 1),
    question('Hvad ville have hjulpet?', 'shape:Før'),
    note('a', 'At nogen ringede', 'shape:Før', { by: 'me' }),
  ]
  expect(
    guestSections(board).map(({ title, question, cells, takesNotes }) => [
      title,
      question,
      cells.flatMap(({ texts }) => texts).length,
      takesNotes,
    ]),
  ).toEqual([
    ['Før', 'Hvad ville have hjulpet?', 1, true],
    ['Bagefter', '', 0, true],
  ])
})

test('a strip and a locked frame take no notes, and are shown only for what stands in them', () => {
  const low = { props: { w: 1_000, h: 120, name: 'Strimmel', color: 'black' } }
  const board = [frame('Strimmel', 1, low), frame('Låst', 2, { isLocked: true }), frame('Åben', 3)]
  const header = frame('titelfelt', 0, low)
  const named = note('n', 'Navn', 'shape:titelfelt')
  expect(guestSections([header, named, ...board]).map(({ title }) => title)).toEqual(['Åben'])
  const withNote = [...board, note('a', 'Her', 'shape:Låst')]
  expect(guestSections(withNote).map(({ title, takesNotes }) => [title, takesNotes])).toEqual([
    ['Låst', false],
    ['Åben', true],
  ])
})

test('what lies in no section comes last; without sections the whole board takes notes', () => {
  const loose = note('b', 'Ved siden af', 'page:page')
  expect(guestSections([frame('Åben', 1), loose]).map(({ frame, takesNotes }) => [frame, takesNotes])).toEqual([
    ['shape:Åben', true],
    [null, false],
  ])
  expect(guestSections([])).toEqual([{ frame: null, title: '', question: '', cells: [], takesNotes: true }])
  expect(guestSections([loose])).toMatchObject([
    { frame: null, takesNotes: true, cells: [{ texts: [{ text: 'Ved siden af' }] }] },
  ])
})
