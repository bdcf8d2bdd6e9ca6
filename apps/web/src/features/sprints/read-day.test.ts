import { describe, expect, it } from 'vitest'
import { mondayOfWeek, readDay } from './read-day.ts'

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(' ')
const TODAY = '2026-11-23'

describe('weeks', () => {
  it.each([
    [2026, 37, '2026-09-07'],
    [2026, 1, '2025-12-29'],
    [2026, 53, '2026-12-28'],
    [2027, 53, null],
    [2027, 0, null],
  ])('of %i, number %i begins on %s', (year, week, monday) => {
    expect(mondayOfWeek(year, week)).toBe(monday)
  })
})

describe('what is typed', () => {
  it.each([
    ['uge 37', '2027-09-13'],
    ['37', '2027-09-13'],
    ['uke 48', '2026-11-23'],
    ['Week 20 2027', '2027-05-17'],
    ['uge 53', '2026-12-28'],
    ['7.9.2026', '2026-09-07'],
    ['07.09.26', '2026-09-07'],
    ['7/9', '2027-09-07'],
    ['24.12.', '2026-12-24'],
    ['17. maj 2027', '2027-05-17'],
    ['17 maj', '2027-05-17'],
    ['7. sept', '2027-09-07'],
    ['2027-05-17', '2027-05-17'],
    ['29.2.2028', '2028-02-29'],
  ])('»%s« is %s', (typed, day) => {
    expect(readDay(typed, TODAY, MONTHS)).toBe(day)
  })

  it.each(['', 'snart', '54', 'uge 53 2027', '31.2.2027', '29.2.2027', '7. smarch', '2027-13-01', '-1'])(
    '»%s« is no day',
    (typed) => {
      expect(readDay(typed, TODAY, MONTHS)).toBeNull()
    },
  )
})
