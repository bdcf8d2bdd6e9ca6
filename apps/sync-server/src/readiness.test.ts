import { describe, expect, test } from 'vitest'
import { createManualClock, settle } from '../../../tests/support/manual-clock.ts'
import { createReadiness, PROBE_MS } from './readiness.ts'

function start(given: { expected?: number; warnings?: string[] } = {}) {
  const clock = createManualClock()
  const asked: { answer: (found: number) => void; fail: (error: Error) => void }[] = []
  const rooms = { healthy: true }
  const readiness = createReadiness({
    newestMigration: () => new Promise((answer, fail) => asked.push({ answer, fail })),
    expected: given.expected ?? 3,
    warnings: given.warnings ?? [],
    roomsHealthy: () => rooms.healthy,
    clock,
  })
  return { clock, asked, rooms, readiness }
}

describe('readiness', () => {
  test('is given when the database answers and has its migrations', async () => {
    const { readiness, asked } = start({ warnings: ['fsync is off'] })
    const answer = readiness()
    asked[0]?.answer(3)
    expect(await answer).toEqual({ ready: true, state: 'degraded', warnings: ['fsync is off'] })
    const next = readiness()
    asked[1]?.answer(2)
    expect(await next).toMatchObject({ ready: false, state: 'migrations are missing' })
  })

  test('is refused at once when the database fails, and after a second when it says nothing', async () => {
    const { readiness, asked, clock } = start()
    const failing = readiness()
    asked[0]?.fail(new Error('gone'))
    expect(await failing).toMatchObject({ ready: false, state: 'the database does not answer' })
    const silent = readiness()
    clock.advance(PROBE_MS)
    expect(await silent).toMatchObject({ ready: false, state: 'the database does not answer' })
  })

  test('is asked for by many with one question, and comes back with the database', async () => {
    const { readiness, asked, clock } = start()
    for (let i = 0; i < 5; i++) {
      const answer = readiness()
      clock.advance(PROBE_MS)
      expect((await answer).ready).toBe(false)
    }
    expect(asked).toHaveLength(1)
    asked[0]?.answer(3)
    await settle()
    const answer = readiness()
    expect(asked).toHaveLength(2)
    asked[1]?.answer(3)
    expect((await answer).ready).toBe(true)
  })

  test('asks anew when a question was lost for good', async () => {
    const { readiness, asked, clock } = start()
    const first = readiness()
    clock.advance(10_000)
    await first
    const second = readiness()
    asked[1]?.answer(3)
    expect((await second).ready).toBe(true)
    // The lost one is answered after all; that must not forget the present one.
    const third = readiness()
    asked[0]?.answer(3)
    await settle()
    expect(asked).toHaveLength(3)
    void readiness()
    expect(asked).toHaveLength(3)
    asked[2]?.answer(3)
    expect((await third).ready).toBe(true)
  })

  test('is refused without a question while updates are not stored, also when that shows meanwhile', async () => {
    const { readiness, asked, rooms } = start()
    rooms.healthy = false
    expect(await readiness()).toMatchObject({ ready: false, state: 'updates are not being stored' })
    expect(asked).toHaveLength(0)
    rooms.healthy = true
    const answer = readiness()
    rooms.healthy = false
    asked[0]?.answer(3)
    expect(await answer).toMatchObject({ ready: false, state: 'updates are not being stored' })
  })
})
