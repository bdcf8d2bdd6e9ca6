import type { BoardStep } from '@samtavle/shared/board-steps'
import { describe, expect, it } from 'vitest'
import { placedSteps } from './board-steps.ts'

const NOTHING = { da: '', en: '', nb: '' }
const step = (id: string, order: number): BoardStep => ({ id, order, title: NOTHING, text: NOTHING, minutes: null })
const places = (steps: readonly BoardStep[]) => steps.map(({ id, order }) => [id, order])

describe('steps that get places on the board', () => {
  const before = [step('a', 0), step('b', 3), step('c', 4)]

  it('keep theirs while the order is the same, so that nothing else is written', () => {
    expect(placedSteps(before, before)).toEqual(before)
    expect(places(placedSteps([before[0], before[2]] as BoardStep[], before))).toEqual([
      ['a', 0],
      ['c', 4],
    ])
  })

  it('put a new one at the end after the others', () => {
    expect(places(placedSteps([...before, { ...step('d', 0) }], before)).at(-1)).toEqual(['d', 5])
    expect(places(placedSteps([step('d', 9)], []))).toEqual([['d', 0]])
  })

  it('are numbered anew when one was moved', () => {
    expect(places(placedSteps([before[2], before[0], before[1]] as BoardStep[], before))).toEqual([
      ['c', 0],
      ['a', 1],
      ['b', 2],
    ])
  })
})
