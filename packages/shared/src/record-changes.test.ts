import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import type { BoardState } from './merge-records.ts'
import { changesBetween, type RecordChanges } from './record-changes.ts'

const record = fc
  .record({
    id: fc.constantFrom('shape:a', 'shape:b', 'shape:c', 'shape:d', 'binding:e'),
    x: fc.nat(2),
    color: fc.constantFrom('yellow', 'blue', undefined),
  })
  .map(({ id, x, color }): BoardRecord => ({ id, typeName: 'shape', type: 'note', x, props: { color }, meta: {} }))
const state = fc
  .array(record, { maxLength: 6 })
  .map((records): BoardState => new Map(records.map((each) => [each.id, each])))
const plain = (of: BoardState) => JSON.parse(JSON.stringify(Object.fromEntries([...of].sort())))

/** The state that a way leads to. */
function withChanges(before: BoardState, { added, changed, removed }: RecordChanges): BoardState {
  const after = new Map(before)
  for (const { id } of removed) after.delete(id)
  for (const record of added) after.set(record.id, record)
  for (const { after: record } of changed) after.set(record.id, record)
  return after
}

test('the difference made on the one gives the other', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(plain(withChanges(before, changesBetween(before, after)))).toEqual(plain(after))
    }),
  )
})

test('between a state and itself there is no difference, and the way back has the same records', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(changesBetween(before, structuredClone(before))).toEqual({ added: [], changed: [], removed: [] })
      const [there, back] = [changesBetween(before, after), changesBetween(after, before)]
      expect(there.added).toEqual(back.removed)
      expect(there.changed.map(({ after: { id } }) => id)).toEqual(back.changed.map(({ after: { id } }) => id))
    }),
  )
})
