import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { HEADER_SECTION } from './board-meta.ts'
import { richTextOf } from './rich-text-doc.ts'
import { shapeRecord } from './shape-record.fixture.ts'
import { isWrittenNote, liesIn, takesVotes } from './written-note.ts'

const written = (type: string, meta: Record<string, unknown> = {}, words = 'Ord') =>
  shapeRecord(type, 'shape:a', { props: { richText: richTextOf(words) }, meta })

describe('what may be voted on', () => {
  it.each([
    ['a note', written('note'), true],
    ['a shape with words', written('geo'), true],
    ['a field of the template that somebody filled in', written('geo', { part: 'field' }), true],
    ['a note for the team', written('note', { internal: true }), true],
    ['an empty note', written('note', {}, '  '), false],
    ['an example', written('note', { example: true }), false],
    ['a heading', written('geo', { part: 'heading' }), false],
    ['a section', shapeRecord('frame', 'shape:a', { props: { name: 'Felt' } }), false],
    ['a page', { id: 'page:a', typeName: 'page', name: 'Side' } as BoardRecord, false],
    ['nothing', undefined, false],
  ])('%s: %s', (_what, record, expected) => {
    expect(takesVotes(record)).toBe(expected)
    expect(isWrittenNote(record)).toBe(expected)
  })

  it('is no word on an arrow, though that can be sent on', () => {
    expect(isWrittenNote(written('arrow'))).toBe(true)
    expect(takesVotes(written('arrow'))).toBe(false)
  })

  it('is no field of the strip that says what the board is', () => {
    expect(takesVotes(written('geo', { section: HEADER_SECTION, part: 'field' }))).toBe(false)
  })
})

it('lies in a frame through all that is between, and a ring ends', () => {
  const records = new Map<string, BoardRecord>()
  const put = (id: string, parentId: string) => {
    const record = shapeRecord('group', id, { parentId })
    records.set(id, record)
    return record
  }
  put('shape:frame', 'page:page')
  put('shape:group', 'shape:frame')
  const inside = put('shape:inside', 'shape:group')
  const outside = put('shape:outside', 'page:page')
  put('shape:ring', 'shape:round')
  const ring = put('shape:round', 'shape:ring')
  const within = (record: BoardRecord) => liesIn(record, 'shape:frame', (id) => records.get(id))
  expect([inside, outside, ring].map(within)).toEqual([true, false, false])
})
