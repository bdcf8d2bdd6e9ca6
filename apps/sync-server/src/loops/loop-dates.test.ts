import { expect, it } from 'vitest'
import { daysAfter, daysBetween, isWorkingTime, wallClock } from './loop-dates.ts'

it.each([
  ['in summer', '2026-07-01T22:30:00Z', { date: '2026-07-02', minute: 30, weekday: 4 }],
  ['in winter', '2026-12-31T22:30:00Z', { date: '2026-12-31', minute: 23 * 60 + 30, weekday: 4 }],
  ['at midnight', '2026-01-04T23:00:00Z', { date: '2026-01-05', minute: 0, weekday: 1 }],
  ['on a Sunday', '2026-11-22T12:00:00Z', { date: '2026-11-22', minute: 13 * 60, weekday: 7 }],
])('the clock on the wall %s', (_when, at, expected) => {
  expect(wallClock(new Date(at), 'Europe/Copenhagen')).toEqual(expected)
})

it('counts days over the change of clocks, months and leap days', () => {
  expect(daysAfter('2026-03-23', 14)).toBe('2026-04-06')
  expect(daysAfter('2026-10-19', 14)).toBe('2026-11-02')
  expect(daysAfter('2028-02-21', 14)).toBe('2028-03-06')
  expect(daysBetween('2026-10-19', '2026-11-02')).toBe(14)
  expect(daysBetween('2026-11-02', '2026-10-19')).toBe(-14)
})

it.each([
  ['Monday 8.00', '2026-11-23T07:00:00Z', true],
  ['Monday 7.59', '2026-11-23T06:59:00Z', false],
  ['Friday 15.59', '2026-11-27T14:59:00Z', true],
  ['Friday 16.00', '2026-11-27T15:00:00Z', false],
  ['Saturday noon', '2026-11-28T11:00:00Z', false],
])('%s is working time: %s', (_when, at, expected) => {
  expect(isWorkingTime(new Date(at), 'Europe/Copenhagen')).toBe(expected)
})
