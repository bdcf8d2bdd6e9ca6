import { describe, expect, test } from 'vitest'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { STATEMENT_ALLOWANCE, StatementPace } from './statement-pace.ts'

/** A pace that has seen so many statements of these durations, in milliseconds, while sockets rest for `restMs`. */
function paceAfter(restMs: number, durations: readonly number[], times = 40): StatementPace {
  const pace = new StatementPace({ restMs: () => restMs }, () => 0)
  for (let i = 0; i < times; i++) for (const ms of durations) pace.took(ms)
  return pace
}

describe('when a statement may begin', () => {
  test('W12: at once when sockets are written to at once', () => {
    expect(paceAfter(0, [3]).waitMs()).toBe(0)
  })

  test('W12: so late that it is back when sockets are written to again', () => {
    const wait = paceAfter(12, [3]).waitMs()
    expect(wait).toBeGreaterThan(8.5)
    expect(wait).toBeLessThanOrEqual(9)
  })

  test('W12: the earlier, the less its duration can be relied on', () => {
    const steady = paceAfter(12, [3, 3]).waitMs()
    const unsteady = paceAfter(12, [2, 4]).waitMs()
    expect(unsteady).toBeLessThan(steady - 1)
  })

  test('W12: at once when it takes longer than the rest', () => {
    expect(paceAfter(12, [10, 14]).waitMs()).toBe(0)
  })
})

describe('how many statements there are', () => {
  /** Begins as many statements as it may in so many milliseconds. */
  function statementsIn(ms: number): number {
    let now = 0
    let begun = 0
    const pace = new StatementPace({ allowance: STATEMENT_ALLOWANCE }, () => now)
    while (now < ms) {
      const wait = pace.waitMs()
      if (wait === 0) {
        pace.began()
        begun += 1
      }
      now += wait
    }
    return begun
  }

  test('W13: as many as wanted for a moment, and 150 a second for long', () => {
    const { atOnce, perSecond } = STATEMENT_ALLOWANCE
    expect(statementsIn(1)).toBeGreaterThanOrEqual(atOnce)
    expect(statementsIn(10_000)).toBeLessThanOrEqual(atOnce + 10 * perSecond + 1)
    expect(statementsIn(10_000)).toBeGreaterThan(9 * perSecond)
  })

  test('W13: whoever makes fewer never waits', () => {
    let now = 0
    const pace = new StatementPace({ allowance: STATEMENT_ALLOWANCE }, () => now)
    for (; now < 5_000; now += 7) {
      expect(pace.waitMs()).toBe(0)
      pace.began()
    }
  })
})

describe('the writer', () => {
  async function resting() {
    let restMs = 0
    const rooms = createTestRooms({ rests: { restMs: () => restMs } })
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    const rest = (ms: number) => {
      restMs = ms
    }
    return { rooms, a, b, rest }
  }

  test('W12: while sockets rest, what comes in goes with one statement', async () => {
    const { rooms, a, b, rest } = await resting()
    rest(12)
    const before = rooms.store.calls.append
    for (let i = 0; i < 5; i++) {
      a.map.set(`k${i}`, i)
      await rooms.deliver(a, b)
    }
    expect(rooms.store.calls.append).toBe(before)
    expect(b.map.size).toBe(0)
    rooms.clock.advance(12)
    await settle()
    await rooms.deliver(a, b)
    expect(rooms.store.calls.append).toBe(before + 1)
    expect(b.map.size).toBe(5)
    expect(a.acked).toBe(a.sent)
  })

  test('W13: what comes while statements are too many goes with the next', async () => {
    const rooms = createTestRooms({ rests: { allowance: { perSecond: 100, atOnce: 2 } } })
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    const before = rooms.store.calls.append
    for (let i = 0; i < 9; i++) {
      a.map.set(`k${i}`, i)
      await rooms.deliver(a, b)
    }
    const atOnce = rooms.store.calls.append - before
    expect(atOnce).toBeLessThanOrEqual(3)
    rooms.clock.advance(10)
    await settle()
    await rooms.deliver(a, b)
    expect(rooms.store.calls.append - before).toBe(atOnce + 1)
    expect(b.map.size).toBe(9)
    expect(a.acked).toBe(a.sent)
  })

  test('W12: a writer that is closed while it rests says what is not durable', async () => {
    const { rooms, a, rest } = await resting()
    rest(12)
    a.map.set('k', 1)
    await rooms.deliver(a)
    expect(rooms.registry.close()).toHaveLength(1)
    rooms.clock.advance(12)
    await settle()
    expect(await rooms.stored()).toEqual({})
  })

  test('W12: with nothing stored for two seconds there is no rest', async () => {
    const { rooms, a, b, rest } = await resting()
    rooms.store.hold.append = true
    a.map.set('first', 1)
    await rooms.deliver(a, b)
    rooms.clock.advance(2_000)
    rest(12)
    rooms.store.hold.append = false
    rooms.store.proceed()
    a.map.set('second', 2)
    await rooms.deliver(a, b)
    expect(await rooms.stored()).toEqual({ first: 1, second: 2 })
  })
})
