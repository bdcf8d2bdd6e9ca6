import { describe, expect, it } from 'vitest'
import { clockWords, comingWords, dateWords, dayWords, expiryWords, isoWeek, momentWords } from './date-words.ts'

const NOW = new Date(2026, 8, 9, 8, 41)

describe('isoWeek', () => {
  it.each([
    [new Date(2026, 8, 9), 37],
    [new Date(2026, 0, 1), 1],
    [new Date(2024, 11, 30), 1],
    [new Date(2021, 0, 3), 53],
    [new Date(2020, 11, 31), 53],
    [new Date(2027, 0, 3), 53],
    [new Date(2027, 0, 4), 1],
  ])('%s is in week %i', (date, week) => {
    expect(isoWeek(date)).toBe(week)
  })
})

describe('dayWords', () => {
  it('writes the day as each language does', () => {
    expect(dayWords(NOW, 'da')).toBe('Onsdag 9. september')
    expect(dayWords(NOW, 'nb')).toBe('Onsdag 9. september')
    expect(dayWords(NOW, 'en')).toBe('Wednesday 9 September')
  })
})

describe('clockWords', () => {
  it('has a point, no leading zero for the hour and two figures for the minute', () => {
    expect(clockWords(NOW)).toBe('8.41')
    expect(clockWords(new Date(2026, 8, 9, 15, 5))).toBe('15.05')
    expect(clockWords(new Date(2026, 8, 9, 0, 0))).toBe('0.00')
  })
})

describe('momentWords', () => {
  it('calls today and yesterday by their words, whatever the hour', () => {
    expect(momentWords(new Date(2026, 8, 9, 0, 1), NOW, 'da')).toEqual({ day: 'i dag', time: '0.01' })
    expect(momentWords(new Date(2026, 8, 8, 23, 59), NOW, 'da')).toEqual({ day: 'i går', time: '23.59' })
    expect(momentWords(new Date(2026, 8, 8, 15, 32), NOW, 'en')).toEqual({ day: 'yesterday', time: '15.32' })
  })

  it('calls the last six days by weekday', () => {
    expect(momentWords(new Date(2026, 8, 7, 9, 0), NOW, 'da')).toEqual({ day: 'mandag', time: '9.00' })
    expect(momentWords(new Date(2026, 8, 3, 9, 0), NOW, 'nb')).toEqual({ day: 'torsdag', time: '9.00' })
  })

  it('calls everything else by date, with the year when it is another', () => {
    expect(momentWords(new Date(2026, 8, 2, 9, 0), NOW, 'da')).toEqual({ day: '2. september', time: null })
    expect(momentWords(new Date(2025, 10, 30), NOW, 'da')).toEqual({ day: '30. november 2025', time: null })
    // A clock that runs ahead must not make »om 1 dag« of something that has happened.
    expect(momentWords(new Date(2026, 8, 10, 9, 0), NOW, 'da').day).toBe('10. september')
  })

  it('counts days across the change to winter time', () => {
    const now = new Date(2026, 9, 26, 8, 0)
    expect(momentWords(new Date(2026, 9, 25, 23, 0), now, 'da').day).toBe('i går')
    expect(momentWords(new Date(2026, 9, 24, 1, 0), now, 'da').day).toBe('lørdag')
  })
})

describe('comingWords', () => {
  it('calls today and tomorrow by their words, what is past today, and the rest by date', () => {
    expect(comingWords(new Date(2026, 8, 10, 10, 15), NOW, 'da')).toEqual({ day: 'i morgen', time: '10.15' })
    expect(comingWords(new Date(2026, 8, 9, 23, 59), NOW, 'en')).toEqual({ day: 'today', time: '23.59' })
    expect(comingWords(new Date(2026, 8, 8, 10, 0), NOW, 'nb')).toEqual({ day: 'i dag', time: '10.00' })
    expect(comingWords(new Date(2026, 8, 12, 9, 0), NOW, 'da').day).toBe('Lørdag 12. september')
  })
})

describe('dateWords', () => {
  it('leaves the present year out', () => {
    expect(dateWords(new Date(2026, 7, 3), NOW, 'da')).toBe('3. august')
    expect(dateWords(new Date(2024, 7, 3), NOW, 'en')).toBe('3 August 2024')
  })
})

describe('expiryWords', () => {
  const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
  it('says days, hours or minutes, never less than a minute', () => {
    expect(expiryWords(after(7 * 24 * 60), NOW, 'da')).toBe('om 7 dage')
    expect(expiryWords(after(5 * 60), NOW, 'da')).toBe('om 5 timer')
    expect(expiryWords(after(12), NOW, 'en')).toBe('in 12 minutes')
    expect(expiryWords(after(-5), NOW, 'nb')).toBe('om 1 minutt')
  })
})
