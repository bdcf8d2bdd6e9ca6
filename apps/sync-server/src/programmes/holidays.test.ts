import { isoWeekOf } from '@samtavle/shared/iso-dates'
import { LOCALES } from '@samtavle/shared/locale'
import { describe, expect, test } from 'vitest'
import { COUNTRIES, type Country, daysOff } from './holidays.ts'
import { quietWeek } from './quiet-weeks.ts'

/** Looked up in printed calendars: the days that move with Easter Sunday. */
const MOVING = {
  2026: { thursday: '04-02', friday: '04-03', easter: '04-05', monday: '04-06', ascension: '05-14', whit: '05-25' },
  2027: { thursday: '03-25', friday: '03-26', easter: '03-28', monday: '03-29', ascension: '05-06', whit: '05-17' },
  2028: { thursday: '04-13', friday: '04-14', easter: '04-16', monday: '04-17', ascension: '05-25', whit: '06-05' },
  2029: { thursday: '03-29', friday: '03-30', easter: '04-01', monday: '04-02', ascension: '05-10', whit: '05-21' },
  2030: { thursday: '04-18', friday: '04-19', easter: '04-21', monday: '04-22', ascension: '05-30', whit: '06-10' },
}
const WHIT_SUNDAY = { 2026: '05-24', 2027: '05-16', 2028: '06-04', 2029: '05-20', 2030: '06-09' }
/** The Friday after Ascension Day. */
const SQUEEZED = { 2026: '05-15', 2027: '05-07', 2028: '05-26', 2029: '05-11', 2030: '05-31' }
const FIXED: Record<Country, string[]> = {
  DK: ['01-01', '12-25', '12-26'],
  NO: ['01-01', '05-01', '05-17', '12-25', '12-26'],
}
const YEARS = [2026, 2027, 2028, 2029, 2030] as const

const dates = async (country: Country, year: number, kind: 'holiday' | 'half') =>
  (await daysOff(country, year)).filter((day) => day.kind === kind).map((day) => day.date.slice(5))

describe.each(YEARS)('%i', (year) => {
  test.each(COUNTRIES)('the public holidays of %s', async (country) => {
    const known = [...FIXED[country], ...Object.values(MOVING[year]), WHIT_SUNDAY[year]].sort()
    expect(await dates(country, year, 'holiday')).toEqual(known)
  })

  test('days on which many do not work', async () => {
    // Whit Monday 2028 is the Danish Constitution Day: nobody works then.
    const june = year === 2028 ? [] : ['06-05']
    expect(await dates('DK', year, 'half')).toEqual([SQUEEZED[year], ...june, '12-24', '12-31'])
    expect(await dates('NO', year, 'half')).toEqual([SQUEEZED[year], '12-24', '12-31'])
  })
})

test('Great Prayer Day is a Danish holiday until 2023 and none since', async () => {
  expect(await dates('DK', 2023, 'holiday')).toContain('05-05')
  expect(await dates('DK', 2024, 'holiday')).not.toContain('04-26')
})

test('every day has a name in each language: the reader’s own word where both countries have the day', async () => {
  const named = async (country: Country, date: string) =>
    (await daysOff(country, 2026)).find((day) => day.date === date)?.name
  expect(await named('DK', '2026-04-06')).toEqual({ da: 'Anden påskedag', en: 'Easter Monday', nb: 'Andre påskedag' })
  expect(await named('NO', '2026-04-02')).toEqual({ da: 'Skærtorsdag', en: 'Maundy Thursday', nb: 'Skjærtorsdag' })
  expect(await named('NO', '2026-05-17')).toMatchObject({ da: 'Grunnlovsdagen', nb: 'Grunnlovsdagen' })
  for (const country of COUNTRIES) {
    for (const day of await daysOff(country, 2027)) {
      for (const locale of LOCALES) expect(day.name[locale], `${country} ${day.date}`).toMatch(/\p{L}{3}/u)
    }
  }
})

/** Mondays with the week that Danish and Norwegian calendars print beside them. */
test.each([
  ['2026-01-05', 2],
  ['2026-07-06', 28],
  ['2026-09-07', 37],
  ['2026-12-28', 53],
  ['2027-01-04', 1],
  ['2027-10-18', 42],
  ['2028-01-03', 1],
  ['2028-07-31', 31],
  ['2029-01-01', 1],
  ['2029-12-31', 1],
  ['2030-02-18', 8],
  ['2030-12-23', 52],
])('%s is in week %i', (date, week) => {
  expect(isoWeekOf(date)).toBe(week)
})

test('quiet weeks are those of each country, called uge, uke and week', () => {
  const year = Array.from({ length: 52 }, (_, n) => new Date(Date.UTC(2030, 0, 2 + 7 * n)).toISOString().slice(0, 10))
  const weeks = (country: Country) => year.filter((date) => quietWeek(country, date) !== null).map(isoWeekOf)
  expect(weeks('DK')).toEqual([1, 7, 8, 27, 28, 29, 30, 31, 32, 42, 52])
  expect(weeks('NO')).toEqual([1, 8, 9, 27, 28, 29, 30, 31, 32, 40, 41, 52])
  expect(quietWeek('DK', '2026-12-31')).toEqual({
    da: 'Jul og nytår, uge 53',
    en: 'Christmas and New Year, week 53',
    nb: 'Jul og nyttår, uke 53',
  })
})
