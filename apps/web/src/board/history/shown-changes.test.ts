import type { BoardRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import { countChanges, shownChanges } from './shown-changes.ts'

const page: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const frame = (id: string, name: string, x: number, order: number) =>
  shapeRecord('frame', `shape:${id}`, { x, meta: { section: id, order }, props: { w: 400, h: 400, name } })
const note = (id: string, words: string, changes: Record<string, unknown> = {}) =>
  noteRecord(`shape:${id}`, { richText: richTextOf(words) }, changes)

test('changes come section by section in the order of reading, with what was and is written', () => {
  const sections = [frame('one', 'Først', 500, 1), frame('two', 'Siden', 0, 2)]
  const before = [page, ...sections, note('a', 'Før', { parentId: 'shape:two' }), note('b', 'Væk')]
  const after = [
    page,
    ...sections,
    note('a', 'Efter', { parentId: 'shape:two' }),
    note('c', 'Ny', { parentId: 'shape:one', y: 60 }),
    note('d', 'Ny øverst', { parentId: 'shape:one' }),
  ]
  const changes = shownChanges(before, after)
  expect(changes.map(({ kind, section, before, after }) => [kind, section, before, after])).toEqual([
    ['added', 'Først', '', 'Ny øverst'],
    ['added', 'Først', '', 'Ny'],
    ['changed', 'Siden', 'Før', 'Efter'],
    ['removed', '', 'Væk', ''],
  ])
  expect(countChanges(changes)).toEqual({ added: 2, changed: 1, removed: 1 })
})

test('each part of a change is told, and what only measures or orders is none', () => {
  const partsOf = (changes: Record<string, unknown>, props: Record<string, unknown> = {}) => {
    const words = { richText: richTextOf('Hej') }
    const after = noteRecord('shape:a', { ...words, ...props }, changes)
    return shownChanges([page, noteRecord('shape:a', words)], [page, after])[0]?.parts
  }
  expect(partsOf({ index: 'a5' }, { growY: 40, fontSizeAdjustment: 12 })).toBeUndefined()
  expect(partsOf({}, { richText: richTextOf('Hej igen') })).toEqual(['words'])
  expect(partsOf({ x: 7 })).toEqual(['place'])
  expect(partsOf({ x: 0.2 })).toBeUndefined()
  expect(partsOf({ meta: { role: 'idea' } }, { color: 'green' })).toEqual(['role'])
  expect(partsOf({}, { color: 'green' })).toEqual(['look'])
  expect(partsOf({ x: 7, meta: { role: 'idea' } }, { richText: richTextOf('x') })).toEqual(['words', 'place', 'role'])
})

test('a section that came counts once, not with its headings, and with the notes that people put in it', () => {
  const section = frame('one', 'Nyt felt', 0, 1)
  const heading = shapeRecord('text', 'shape:h', { parentId: section.id, isLocked: true, props: { text: 'Nyt felt' } })
  const inside = note('a', 'Hej', { parentId: section.id, x: 40, y: 80 })
  expect(shownChanges([page], [page, section, heading, inside]).map(({ id }) => id)).toEqual([section.id, inside.id])
  expect(shownChanges([page, section], [page, section, heading]).map(({ id }) => id)).toEqual([heading.id])
})
