import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, it } from 'vitest'
import { notePrint } from './note-print.ts'

const note = shapeRecord('note', 'shape:n', { props: { color: 'yellow', growY: 0, richText: richTextOf('Ord') } })

it('is the same whatever the order of keys, and whatever a page works out when it draws the note', () => {
  const { props, ...rest } = note
  expect(notePrint({ props: { ...props }, ...rest })).toBe(notePrint(note))
  expect(notePrint({ ...note, props: { ...props, growY: 80, fontSizeAdjustment: 2 } })).toBe(notePrint(note))
  expect(notePrint({ ...note, parked: undefined })).toBe(notePrint(note))
})

it.each([
  ['words', { props: { ...note.props, richText: richTextOf('Andre ord') } }],
  ['colour', { props: { ...note.props, color: 'green' } }],
  ['place', { x: 1 }],
  ['section', { parentId: 'shape:s' }],
  ['role', { meta: { role: 'idea' } }],
])('is another one after a change of %s', (_what, change) => {
  expect(notePrint({ ...note, ...change })).not.toBe(notePrint(note))
})
