import type { BoardVersion } from '@samtavle/shared/api'
import { expect, test } from 'vitest'
import { byDayAndHour } from './version-days.ts'

const at = (...parts: [number, number, number, number, number]): BoardVersion => {
  const createdAt = new Date(...parts).toISOString()
  return { id: createdAt, createdAt, kind: 'automatic', name: null, by: null, records: 1, bytes: 1 }
}

test('versions lie in their hours, hours in their days, newest first, by this device’s clock', () => {
  const versions = [
    at(2026, 8, 8, 23, 59),
    at(2026, 8, 9, 0, 1),
    at(2026, 8, 9, 10, 40),
    at(2026, 8, 9, 10, 12),
    at(2026, 7, 9, 10, 12),
  ]
  const days = byDayAndHour(versions)
  expect(days.map(({ date, hours }) => [date, hours.map(({ hour, versions: { length } }) => [hour, length])])).toEqual([
    [
      '2026-09-09',
      [
        [10, 2],
        [0, 1],
      ],
    ],
    ['2026-09-08', [[23, 1]]],
    ['2026-08-09', [[10, 1]]],
  ])
  expect(days[0]?.hours[0]?.versions[0]?.createdAt).toBe(versions[2]?.createdAt)
  expect(byDayAndHour([])).toEqual([])
})
