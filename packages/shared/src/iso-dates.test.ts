import { expect, test } from 'vitest'
import { addDays, daysBetween, isoWeekday, isoWeekOf, mondayOf } from './iso-dates.ts'

test('dates are counted on across months, years, leap days and the change of clocks', () => {
  expect(addDays('2026-12-28', 7)).toBe('2027-01-04')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-30', -7)).toBe('2026-03-23')
  expect(daysBetween('2026-10-19', '2026-10-26')).toBe(7)
  expect(daysBetween('2026-10-26', '2026-10-19')).toBe(-7)
})

test('weeks begin on Monday', () => {
  expect(isoWeekday('2026-09-07')).toBe(1)
  expect(isoWeekday('2026-09-13')).toBe(7)
  expect(mondayOf('2026-09-13')).toBe('2026-09-07')
  expect(mondayOf('2026-09-07')).toBe('2026-09-07')
})

test('week numbers as calendars print them, with years of 53 weeks', () => {
  const weeks = {
    '2026-09-07': 37,
    '2026-01-01': 1,
    '2026-12-31': 53,
    '2027-01-03': 53,
    '2027-01-04': 1,
    '2024-12-30': 1,
    '2023-01-01': 52,
    '2021-01-03': 53,
  }
  for (const [date, week] of Object.entries(weeks)) expect(isoWeekOf(date), date).toBe(week)
})
