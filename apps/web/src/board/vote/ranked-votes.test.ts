import { expect, it } from 'vitest'
import { rankedVotes, topNotes } from './ranked-votes.ts'

const NOTES = Object.entries({ a: 1, b: 4, c: 2, d: 2, e: 2, f: 1 }).map(([shape, votes]) => ({ shape, votes }))
const ranks = (notes: ReturnType<typeof rankedVotes>) => notes.map(({ shape, rank }) => `${rank}${shape}`).join(' ')

it('ranks by votes, equals share a place and keep their order', () => {
  const ranked = rankedVotes(NOTES)
  expect(ranks(ranked)).toBe('1b 2c 2d 2e 5a 5f')
  expect(ranked.map(({ isTied }) => isTied)).toEqual([false, true, true, true, true, true])
})

it('has at the top all that share the last place of it', () => {
  const ranked = rankedVotes(NOTES)
  expect(ranks(topNotes(ranked, 1))).toBe('1b')
  expect(ranks(topNotes(ranked, 3))).toBe('1b 2c 2d 2e')
  expect(topNotes(ranked, 9)).toHaveLength(6)
  expect(topNotes([], 3)).toEqual([])
})
