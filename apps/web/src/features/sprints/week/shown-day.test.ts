import { describe, expect, it } from 'vitest'
import { dateOf, dayState, whereWeAre } from './shown-day.ts'
import { WEEK } from './sprint.fixture.ts'

const at = (today: string) => {
  const where = whereWeAre(WEEK, '2026-09-07', today)
  return where && [where.when, where.day.key]
}

describe('which day of a sprint counts', () => {
  it('is the day of the date, and on Saturday and Sunday the weekend', () => {
    expect(at('2026-09-07')).toEqual(['day', 'mon'])
    expect(at('2026-09-09')).toEqual(['day', 'wed'])
    expect(at('2026-09-12')).toEqual(['day', 'weekend'])
    expect(at('2026-09-13')).toEqual(['day', 'weekend'])
    expect(at('2026-09-14')).toEqual(['day', 'mon2'])
  })

  it('is the preparation in the weeks before, and long before them too', () => {
    expect(at('2026-08-30')).toEqual(['before', 'before'])
    expect(at('2026-06-01')).toEqual(['before', 'before'])
  })

  it('is the last day when all is over', () => {
    expect(at('2026-09-15')).toEqual(['after', 'mon2'])
    expect(at('2027-01-01')).toEqual(['after', 'mon2'])
  })

  it('is the next one between the days of a course', () => {
    const course = [WEEK[1], WEEK[5]].filter((day) => day !== undefined)
    expect(whereWeAre(course, '2026-09-07', '2026-09-09')).toEqual({ when: 'between', day: WEEK[5] })
  })

  it('is none of no days', () => {
    expect(whereWeAre([], '2026-09-07', '2026-09-09')).toBeNull()
  })

  it('knows of each day whether it is over', () => {
    const states = WEEK.map((day) => dayState(day, '2026-09-12'))
    expect(states).toEqual(['done', 'done', 'done', 'done', 'done', 'done', 'today', 'coming'])
  })
})

describe('dates of a plan', () => {
  it('are the days on this device, whatever its time zone', () => {
    const date = dateOf('2026-09-07')
    expect([date.getFullYear(), date.getMonth(), date.getDate(), date.getHours()]).toEqual([2026, 8, 7, 0])
  })
})
