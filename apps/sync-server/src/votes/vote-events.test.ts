import { expect, test } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { createVoteEvents, DONE_TOLD_EVERY_MS } from './vote-events.ts'

function scene() {
  const clock = createManualClock()
  const told: string[] = []
  const tell = (boardId: string, event: unknown) => void told.push(`${boardId} ${JSON.stringify(event)}`)
  return { clock, told, events: createVoteEvents({ rooms: { tell }, clock }) }
}
const EVENT = '{"type":"vote"}'

test('a hundred who are done within a second are told at once and once more', () => {
  const { clock, told, events } = scene()
  for (let i = 0; i < 100; i++) events.tellInTurn('a')
  expect(told).toEqual([`a ${EVENT}`])
  clock.advance(DONE_TOLD_EVERY_MS)
  expect(told).toHaveLength(2)
  clock.advance(DONE_TOLD_EVERY_MS * 5)
  expect(told).toHaveLength(2)
  expect(clock.waiting()).toBe(0)
})

test('what is opened, shown or cancelled does not wait, and stands for what waited', () => {
  const { clock, told, events } = scene()
  events.tellInTurn('a')
  events.tellInTurn('a')
  events.tell('a')
  expect(told).toHaveLength(2)
  clock.advance(DONE_TOLD_EVERY_MS)
  expect(told).toHaveLength(2)
})

test('one board does not wait for another, and nothing is told after closing', () => {
  const { clock, told, events } = scene()
  events.tellInTurn('a')
  events.tellInTurn('b')
  expect(told).toEqual([`a ${EVENT}`, `b ${EVENT}`])
  events.tellInTurn('a')
  events.close()
  clock.advance(DONE_TOLD_EVERY_MS * 5)
  expect(told).toHaveLength(2)
})
