import { MONDAY_TO_MONDAY } from '@samtavle/templates/programmes/monday-to-monday'
import { planFrom } from '@samtavle/templates/programmes/plan-from'
import { expect, test } from 'vitest'
import { dateIn, dayOn, lastDateOf } from './sprint-days.ts'

const START = '2026-09-07'
const { agenda } = planFrom(MONDAY_TO_MONDAY, START, 'da')

test.each([
  ['Europe/Copenhagen', '2026-09-07T21:59:59Z', '2026-09-07'],
  ['Europe/Copenhagen', '2026-09-07T22:00:00Z', '2026-09-08'],
  // Winter time begins: an hour later.
  ['Europe/Copenhagen', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Europe/Copenhagen', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['America/Godthab', '2026-09-07T22:00:00Z', '2026-09-07'],
  ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
])('in %s it is at %s the %s', (timeZone, moment, date) => {
  expect(dateIn(timeZone)(new Date(moment))).toBe(date)
})

test('every day of the sprint counts on its date, and no other does', () => {
  const keys = Array.from({ length: 30 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 7, 24 + day)).toISOString().slice(0, 10)
    return dayOn(agenda, START, date)?.key
  }).filter((key) => key !== undefined)
  expect(keys).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'mon2'])
  expect(lastDateOf(agenda)).toBe('2026-09-14')
})

test('of a phase of several weeks the weekends do not count', () => {
  const [day] = agenda.days.filter(({ key }) => key === 'mon')
  const phase = { days: day ? [{ ...day, lastDate: '2026-09-25' }] : [] }
  expect(dayOn(phase, START, '2026-09-18')?.key).toBe('mon')
  expect(dayOn(phase, START, '2026-09-19')).toBeUndefined()
  expect(dayOn(phase, START, '2026-09-21')?.key).toBe('mon')
  expect(dayOn(phase, START, '2026-09-26')).toBeUndefined()
})
