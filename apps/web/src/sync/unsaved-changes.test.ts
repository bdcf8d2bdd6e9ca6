import type { BoardRecord } from '@samtavle/shared/board-doc'
import { expect, test } from 'vitest'
import { UnsavedChanges } from './unsaved-changes.ts'

const record = (x: number, id = 'shape:n'): BoardRecord => ({ id, typeName: 'shape', x })
const note = (changes: UnsavedChanges, before: BoardRecord, after: BoardRecord, at: number) =>
  changes.note([{ id: after.id, before, after }], at, at, at + 1)

test('what was written before the oldest unsaved change is forgotten, the rest is kept', () => {
  const changes = new UnsavedChanges()
  const states = [0, 1, 2, 3].map((x) => record(x)) as [BoardRecord, BoardRecord, BoardRecord, BoardRecord]
  note(changes, states[0], states[1], 10)
  note(changes, states[1], states[2], 20)
  note(changes, states[2], states[3], 30)
  changes.settle(20)
  expect(changes.all.map(({ at }) => at)).toEqual([20, 30])
  changes.settle(null)
  expect(changes.all).toEqual([])
})

test('very many steps of one record take bounded room, and nothing of them is lost', () => {
  const changes = new UnsavedChanges()
  let before = record(0)
  for (let x = 1; x <= 5_000; x++) {
    const after = record(x)
    note(changes, before, after, x)
    before = after
  }
  expect(changes.all.length).toBeLessThan(300)
  expect(changes.all[0]?.before?.x).toBe(0)
  expect(changes.all.at(-1)).toMatchObject({ after: { x: 5_000 }, at: 5_000, to: 5_001 })
  changes.all.forEach((change, i) => {
    if (i > 0) expect(change.before).toBe(changes.all[i - 1]?.after)
  })
})

test('very many steps of many records take bounded room', () => {
  const changes = new UnsavedChanges()
  let shown = Array.from({ length: 500 }, (_, i) => record(0, `shape:${i}`))
  for (let step = 1; step <= 40; step++) {
    const moved = shown.map(({ id }) => record(step, id))
    changes.note(
      moved.map((after, i) => ({ id: after.id, before: shown[i], after })),
      step,
      step,
      step + 1,
    )
    shown = moved
  }
  expect(changes.all.length).toBeLessThan(5_000)
})

test('what earlier tabs left counts with what this one adds, record by record, until it is durable', () => {
  const changes = new UnsavedChanges()
  changes.inherit([
    { id: 'shape:a', before: undefined, after: record(1, 'shape:a'), at: 10, from: 0, to: 4, client: 77 },
    { id: 'shape:b', before: record(0, 'shape:b'), after: record(1, 'shape:b'), at: 20, from: 4, to: 6, client: 77 },
  ])
  expect(changes.count).toBe(2)
  note(changes, record(1, 'shape:b'), record(2, 'shape:b'), 30)
  note(changes, record(0), record(1), 40)
  expect(changes.count).toBe(3)
  changes.settle(30)
  expect(changes.all.map(({ id, at }) => [id, at])).toEqual([
    ['shape:b', 30],
    ['shape:n', 40],
  ])
  changes.settle(null)
  expect(changes.count).toBe(0)
})
