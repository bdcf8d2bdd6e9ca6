import { expect, test } from 'vitest'
import { createManualClock, settle } from '../../../../tests/support/manual-clock.ts'
import { watchSession } from './session-watch.ts'

const DAY = 24 * 60 * 60_000

function watched(days: number, ask: () => Promise<number | null>) {
  const clock = createManualClock()
  const asked: number[] = []
  let ended = 0
  const start = clock.now()
  const stop = watchSession(
    clock,
    start + days * DAY,
    () => {
      asked.push(clock.now() - start)
      return ask()
    },
    () => {
      ended += 1
    },
  )
  return { clock, start, asked, stop, ended: () => ended }
}

test('A9: nobody is asked before the time has come, however long that is', async () => {
  const session = watched(30, async () => null)
  session.clock.advance(30 * DAY - 1)
  expect(session.asked).toEqual([])
  session.clock.advance(10)
  await settle()
  expect(session.asked).toHaveLength(1)
  expect(session.ended()).toBe(1)
  expect(session.clock.waiting()).toBe(0)
})

test('A9: a session that was used meanwhile is asked about again when it would end now', async () => {
  let until: number | null = 0
  const session = watched(1, async () => until)
  until = session.start + 3 * DAY
  session.clock.advance(DAY + 10)
  await settle()
  until = null
  session.clock.advance(2 * DAY - 20)
  await settle()
  expect(session.ended()).toBe(0)
  session.clock.advance(20)
  await settle()
  expect([session.asked.length, session.ended()]).toEqual([2, 1])
})

test('A9: a database that does not answer is asked again a second later, until the socket closes', async () => {
  const session = watched(1, () => Promise.reject(new Error('gone')))
  session.clock.advance(DAY + 10)
  await settle()
  session.clock.advance(1_005)
  await settle()
  expect(session.asked).toHaveLength(2)
  session.stop()
  session.clock.advance(DAY)
  await settle()
  expect([session.asked.length, session.ended()]).toEqual([2, 0])
})
