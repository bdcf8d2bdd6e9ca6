import { expect, test } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { createPresenceRounds } from './presence-rounds.ts'

function rounds(everyMs: number) {
  const clock = createManualClock()
  const sent: string[] = []
  const shared = createPresenceRounds(clock, everyMs)
  return { clock, sent, join: (room: string) => shared.join(() => void sent.push(room)) }
}

test('S6: rooms that have something to send do so in one turn, when the first has waited for ten milliseconds', () => {
  const { clock, sent, join } = rounds(10)
  join('a')
  clock.advance(6)
  join('b')
  clock.advance(3)
  expect(sent).toEqual([])
  clock.advance(1)
  expect(sent).toEqual(['a', 'b'])
  clock.advance(20)
  expect(sent).toHaveLength(2)
  expect(clock.waiting()).toBe(0)
})

test('S6: a room that sent with an update leaves the round, and may join the next', () => {
  const { clock, sent, join } = rounds(10)
  const leave = join('a')
  join('b')
  leave()
  clock.advance(10)
  expect(sent).toEqual(['b'])
  leave()
  join('a')
  clock.advance(10)
  expect(sent).toEqual(['b', 'a'])
})

test('S6: a round that everybody left still comes in time for who joins meanwhile', () => {
  const { clock, sent, join } = rounds(10)
  join('a')()
  clock.advance(5)
  join('b')
  clock.advance(10)
  expect(sent).toEqual(['b'])
  expect(clock.waiting()).toBe(0)
})

test('S6: a round may come with the end of the turn', () => {
  const { clock, sent, join } = rounds(0)
  join('a')
  expect(sent).toEqual([])
  clock.turn()
  expect(sent).toEqual(['a'])
})
