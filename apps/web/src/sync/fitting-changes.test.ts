import type { BoardRecord } from '@samtavle/shared/board-doc'
import { expect, test } from 'vitest'
import { fittingChanges } from './fitting-changes.ts'
import type { UnsavedChange } from './unsaved-changes.ts'

const note = (id: string, more: Partial<BoardRecord> = {}): BoardRecord => ({ id, typeName: 'shape', x: 0, ...more })
const change = (id: string, before: BoardRecord | undefined, after: BoardRecord | undefined): UnsavedChange => {
  return { id, before, after, at: 0, from: 0, to: 1 }
}
/** A record that is changed from one of these states to the next. */
const steps = (id: string, states: readonly (BoardRecord | undefined)[]): UnsavedChange[] =>
  states.slice(1).map((after, i) => change(id, states[i], after))

test('deletions and small changes of what was there fit; what is new does not, with all that came of it', () => {
  const moved = steps('a', [note('a'), note('a', { x: 1 }), note('a', { x: 2 })])
  const fresh = steps('b', [undefined, note('b'), note('b', { x: 1 })])
  const gone = steps('c', [note('c'), undefined])
  expect(fittingChanges([...fresh, ...moved, ...gone], false)).toEqual([...moved, ...gone])
  expect(fittingChanges([...fresh, ...moved, ...gone], true)).toEqual(gone)
})

test('where there is no room for one change of a record, none of the later ones fits but its deletion', () => {
  const long = note('a', { props: { text: 'x'.repeat(2_000) } })
  const changes = steps('a', [note('a'), note('a', { x: 1 }), long, { ...long, x: 2 }, undefined])
  const [first, , , last] = changes
  expect(fittingChanges(changes, false)).toEqual([first, last])
})

test('many small changes are too much', () => {
  const many = Array.from({ length: 100 }, (_, i) => change(`n${i}`, note(`n${i}`), note(`n${i}`, { x: i + 1 })))
  const { length } = fittingChanges(many, false)
  expect(length).toBeGreaterThan(10)
  expect(length).toBeLessThan(30)
})
