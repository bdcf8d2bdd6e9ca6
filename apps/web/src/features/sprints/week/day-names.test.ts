import type { AgendaDay } from '@samtavle/shared/agenda'
import { describe, expect, it } from 'vitest'
import { dayNames, wholeDate } from './day-names.ts'
import { WEEK } from './sprint.fixture.ts'

const WORDS = { weekend: 'Weekend', weeks: (from: number, to: number) => `uge ${from}–${to}` }
const seen = (days: readonly AgendaDay[], locale: 'da' | 'en' | 'nb' = 'da') =>
  dayNames(days, locale, WORDS).map(({ name, date }) => `${name} ${date}`)
const with_ = (day: AgendaDay | undefined, given: Partial<AgendaDay>): AgendaDay => {
  if (day === undefined) throw new Error('the fixture lacks a day')
  return { ...day, ...given }
}

describe('names of the days of a plan', () => {
  it('are weekday and number in a week, and a weekend is one', () => {
    expect(seen(WEEK)).toEqual([
      'Før sprintet uge 35–36',
      'Mandag 7.',
      'Tirsdag 8.',
      'Onsdag 9.',
      'Torsdag 10.',
      'Fredag 11.',
      'Weekend 12.–13.',
      'Mandag 14.',
    ])
    expect(seen(WEEK.slice(1, 3), 'en')).toEqual(['Monday 7', 'Tuesday 8'])
    expect(seen(WEEK.slice(1, 3), 'nb')).toEqual(['Mandag 7.', 'Tirsdag 8.'])
  })

  it('have the month in a course of many weeks', () => {
    const course = [with_(WEEK[1], { date: '2026-09-07' }), with_(WEEK[2], { date: '2026-10-05' })]
    expect(seen(course)).toEqual(['Mandag 7. sep.', 'Mandag 5. okt.'])
  })

  it('are the title and the months of a phase', () => {
    const phase = with_(WEEK[1], { title: 'Forstå', date: '2026-09-07', lastDate: '2026-11-01' })
    expect(seen([phase])).toEqual(['Forstå sep.–nov.'])
  })

  it('do not say twice what the title says', () => {
    expect(dayNames([with_(WEEK[1], { title: 'mandag' })], 'da', WORDS)[0]?.subtitle).toBe('')
    expect(dayNames(WEEK, 'da', WORDS)[3]?.subtitle).toBe('Mulighedsrum og idéer')
  })

  it('are short on a phone: two letters, of many phases the first word', () => {
    expect(dayNames(WEEK, 'da', WORDS).map(({ short }) => short)).toEqual([
      'Før',
      'Ma',
      'Ti',
      'On',
      'To',
      'Fr',
      'We',
      'Ma',
    ])
  })

  it('are whole dates above a day', () => {
    expect(wholeDate(with_(WEEK[3], {}), 'da')).toBe('Onsdag 9. september')
    expect(wholeDate(with_(WEEK[6], {}), 'da')).toBe('12.–13. september')
    expect(wholeDate(with_(WEEK[0], {}), 'da')).toBe('24. august – 6. september')
    expect(wholeDate(with_(WEEK[3], {}), 'en')).toBe('Wednesday 9 September')
  })
})
