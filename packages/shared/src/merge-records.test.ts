import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { type BoardState, keepingOpen, mergeRecords } from './merge-records.ts'
import { richTextOf } from './rich-text-doc.ts'

const stateOf = (...records: BoardRecord[]): BoardState => new Map(records.map((record) => [record.id, record]))

const note = (id: string, words: string, more: Partial<BoardRecord> = {}): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'note',
  parentId: 'page:p',
  x: 10,
  y: 20,
  props: { color: 'yellow', richText: richTextOf(words) },
  meta: {},
  ...more,
})
const frame = (id: string): BoardRecord => ({ id, typeName: 'shape', type: 'frame', parentId: 'page:p', x: 0, y: 0 })

const record = fc
  .record({
    id: fc.constantFrom('shape:a', 'shape:b', 'shape:c', 'shape:d'),
    x: fc.nat(2),
    words: fc.constantFrom('', 'Hej', 'Hej med dig'),
    color: fc.constantFrom('yellow', 'blue', undefined),
    type: fc.constantFrom('note', 'geo'),
  })
  .map(
    ({ id, x, words, color, type }): BoardRecord =>
      note(id, words, { x, type, props: { richText: richTextOf(words), ...(color && { color }) } }),
  )
const state = fc.array(record, { maxLength: 6 }).map((records) => stateOf(...records))

describe('a step made on how a board is now', () => {
  it('leads to where it leads when nothing has changed meanwhile', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        expect(Object.fromEntries(mergeRecords({ from, to, now: from }))).toEqual(Object.fromEntries(to))
      }),
    )
  })

  it('and back again', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        const there = mergeRecords({ from, to, now: from })
        expect(Object.fromEntries(mergeRecords({ from: to, to: from, now: there }))).toEqual(Object.fromEntries(from))
      }),
    )
  })

  it('leaves every record that somebody changed meanwhile with the words that they wrote', () => {
    fc.assert(
      fc.property(state, state, state, (from, to, now) => {
        const merged = mergeRecords({ from, to, now })
        for (const [id, mine] of now) {
          const before = from.get(id)
          if (JSON.stringify(before?.props?.richText) === JSON.stringify(mine.props?.richText)) continue
          expect(merged.get(id)?.props?.richText).toEqual(mine.props?.richText)
        }
      }),
    )
  })
})

test('what was deleted meanwhile stays away, and what was added meanwhile stays', () => {
  const from = stateOf(note('shape:a', 'Før'), note('shape:b', 'Før'))
  const to = stateOf(note('shape:a', 'Da'))
  const now = stateOf(note('shape:b', 'Før'), note('shape:new', 'Ny'))
  expect([...mergeRecords({ from, to, now }).keys()]).toEqual(['shape:new'])
})

test('a move and another text meet on one note, and its place is never half of each', () => {
  const from = stateOf(note('shape:a', 'Før'))
  const to = stateOf(note('shape:a', 'Da', { x: 500, parentId: 'shape:f' }), frame('shape:f'))
  const moved = mergeRecords({ from, to, now: stateOf(note('shape:a', 'Før', { y: 99 })) }).get('shape:a')
  expect(moved).toMatchObject({ x: 10, y: 99, parentId: 'page:p', props: { richText: richTextOf('Da') } })
})

test('what stays keeps what it stands in', () => {
  const inFrame = note('shape:a', 'Skriver', { parentId: 'shape:f' })
  const from = stateOf(frame('shape:f'))
  const now = stateOf(frame('shape:f'), inFrame)
  expect([...mergeRecords({ from, to: stateOf(), now }).keys()]).toEqual(['shape:a', 'shape:f'])
  expect([...keepingOpen(stateOf(), now, ['shape:a', 'shape:gone']).keys()]).toEqual(['shape:a', 'shape:f'])
})

test('an open text stays as it is, whatever the version says of it', () => {
  const now = stateOf(note('shape:a', 'Jeg skriver', { x: 7 }))
  const kept = keepingOpen(stateOf(note('shape:a', 'Da')), now, ['shape:a'])
  expect(kept.get('shape:a')).toEqual(now.get('shape:a'))
})
