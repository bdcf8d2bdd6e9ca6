import { expect, it } from 'vitest'
import { ballotOf, dotsOf, NO_DOTS, usedDots, withDot, withoutDot } from './ballot.ts'

it('takes no more dots than there are', () => {
  const two = withDot(withDot(NO_DOTS, 'a', 2), 'a', 2)
  expect([...two]).toEqual([['a', 2]])
  expect(withDot(two, 'b', 2)).toBe(two)
  expect(usedDots(two)).toBe(2)
})

it('gives a dot back, and forgets the note with its last one', () => {
  const dots = new Map([
    ['a', 2],
    ['b', 1],
  ])
  expect([...withoutDot(dots, 'a')]).toEqual([
    ['a', 1],
    ['b', 1],
  ])
  expect([...withoutDot(dots, 'b')]).toEqual([['a', 2]])
  expect(withoutDot(dots, 'c')).toBe(dots)
})

it('is the same after a ballot was made of it', () => {
  const ballot = { votes: [{ shape: 'shape:a', dots: 2 }], done: true }
  expect(ballotOf(dotsOf(ballot), true)).toEqual(ballot)
  expect(ballotOf(NO_DOTS, false)).toEqual({ votes: [], done: false })
})
