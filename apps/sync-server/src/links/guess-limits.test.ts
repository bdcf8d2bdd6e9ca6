import { AppError } from '@samtavle/shared/errors'
import { expect, test } from 'vitest'
import { createGuessLimits } from './guess-limits.ts'

/** Seconds to wait, or 0 when the attempt is let through and misses. */
function waitOf(attempt: () => unknown): number {
  try {
    attempt()
    return 0
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return error.retryAfter ?? Number.NaN
    throw error
  }
}

test('SEC-10 each miss beyond the free ones doubles the wait, to a quarter of an hour', () => {
  let ms = 0
  const limits = createGuessLimits({ now: () => ms, enabled: true })
  for (let n = 0; n < 8; n++) expect(waitOf(() => limits.code('a'))).toBe(0)
  const waits: number[] = []
  for (let n = 0; n < 12; n++) {
    const wait = waitOf(() => limits.code('a'))
    waits.push(wait)
    ms += wait * 1000
    expect(waitOf(() => limits.code('a'))).toBe(0)
  }
  expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 64, 128])
  expect(Math.max(...waits)).toBeLessThanOrEqual(900)
  expect(waitOf(() => limits.code('b'))).toBe(0)
})

test('SEC-10 ten thousand tries at a code in an hour leave a handful of guesses', () => {
  let ms = 0
  const limits = createGuessLimits({ now: () => ms, enabled: true })
  let guesses = 0
  for (let n = 0; n < 10_000; n++) {
    if (waitOf(() => limits.code('a')) === 0) guesses += 1
    ms += 360
  }
  expect(guesses).toBeLessThan(25)
})

test('what is found is not counted, also when it is asked for by a whole room', () => {
  const limits = createGuessLimits({ now: () => 0, enabled: true })
  for (let n = 0; n < 200; n++) limits.code('a').found()
  expect(waitOf(() => limits.code('a'))).toBe(0)
})

test('many at the same time do not slip through', () => {
  const limits = createGuessLimits({ now: () => 0, enabled: true })
  const begun = Array.from({ length: 100 }, () => waitOf(() => limits.code('a')))
  expect(begun.filter((wait) => wait === 0)).toHaveLength(8)
})

test('a home of many IPv6 addresses is one, and a passcode has bounds of its own', () => {
  const limits = createGuessLimits({ now: () => 0, enabled: true })
  for (let n = 0; n < 8; n++) limits.code(`2001:db8:1:2::${n}`)
  expect(waitOf(() => limits.code('2001:db8:1:2::99'))).toBeGreaterThan(0)
  expect(waitOf(() => limits.code('2001:db8:1:3::99'))).toBe(0)
  let passed = 0
  for (let n = 0; n < 100; n++) if (waitOf(() => limits.passcode('link', `10.0.0.${n}`)) === 0) passed += 1
  expect(passed).toBe(50)
  expect(waitOf(() => limits.passcode('another', '10.0.0.1'))).toBe(0)
})
