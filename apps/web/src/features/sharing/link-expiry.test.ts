import { expect, test } from 'vitest'
import { endOf, expiriesFor } from './link-expiry.ts'

test('a link into a board may end this evening, while there is an hour left of the day', () => {
  expect(expiriesFor('board', new Date(2026, 8, 9, 16, 59))).toEqual(['today', 'tomorrow', 'week', 'month'])
  expect(expiriesFor('board', new Date(2026, 8, 9, 17, 0))).toEqual(['tomorrow', 'week', 'month'])
  expect(expiriesFor('sprint', new Date(2026, 8, 9, 9, 0))).toEqual(['week', 'month', 'quarter', 'year'])
})

test('days end at six, also the last of a month and of a year; everything else so many days on', () => {
  const now = new Date(2026, 11, 31, 9, 30)
  expect(endOf('today', now)).toEqual(new Date(2026, 11, 31, 18, 0))
  expect(endOf('tomorrow', now)).toEqual(new Date(2027, 0, 1, 18, 0))
  for (const [expiry, days] of [
    ['week', 7],
    ['month', 30],
    ['quarter', 90],
    ['year', 365],
  ] as const) {
    expect(endOf(expiry, now).getTime() - now.getTime()).toBe(days * 86_400_000)
  }
})
