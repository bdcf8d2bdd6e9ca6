import { addDays } from '@samtavle/shared/iso-dates'
import type { Localised } from '@samtavle/shared/locale'
import type Holidays from 'date-holidays'

export const COUNTRIES = ['DK', 'NO'] as const
export type Country = (typeof COUNTRIES)[number]
/** As the library calls them. */
const LANGUAGES: Record<Country, string> = { DK: 'da', NO: 'no' }

/** A day on which nobody works, or on which many do not. */
export type DayOff = { date: string; kind: 'holiday' | 'half'; name: Localised }

/** Days that are no public holidays, and on which many offices are closed from noon or altogether. */
const CHRISTMAS_EVE = { da: 'Juleaftensdag', en: 'Christmas Eve', nb: 'Julaften' }
const NEW_YEARS_EVE = { da: 'Nytårsaftensdag', en: "New Year's Eve", nb: 'Nyttårsaften' }
const CONSTITUTION_DAY = { da: 'Grundlovsdag', en: 'Constitution Day', nb: 'Grunnlovsdagen (Danmark)' }
const AFTER_ASCENSION = {
  da: 'Fredag efter Kristi himmelfartsdag',
  en: 'Friday after Ascension Day',
  nb: 'Fredag etter Kristi himmelfartsdag',
}
const ASCENSION = 'easter 39'

type Calendars = Record<Country, Holidays>
let loaded: Promise<Calendars> | undefined

/**
 * The calendars are loaded when somebody asks for them first: the library knows every country, 25 MB of memory that a
 * server where nobody plans does without.
 */
async function calendars(): Promise<Calendars> {
  const { default: Library } = await import('date-holidays')
  return { DK: new Library('DK'), NO: new Library('NO') }
}

/** What is not worked in a year in a country, in order of dates. */
export async function daysOff(country: Country, year: number): Promise<DayOff[]> {
  loaded ??= calendars()
  const both = await loaded.catch((error: unknown) => {
    // Nothing that failed is kept: who asks next tries again.
    loaded = undefined
    throw error
  })
  const holidays = both[country].getHolidays(year, LANGUAGES[country]).filter(({ type }) => type === 'public')
  // By what makes the day one: a rule that both countries have has a name in the language of each.
  const named = (of: Country, language: string) =>
    new Map(both[of].getHolidays(year, language).map(({ rule, name }) => [rule, name]))
  const [da, nb, en] = [named('DK', LANGUAGES.DK), named('NO', LANGUAGES.NO), named(country, 'en')]
  const days: DayOff[] = holidays.map(({ date, rule, name }) => ({
    date: date.slice(0, 10),
    kind: 'holiday',
    name: { da: da.get(rule) ?? name, en: en.get(rule) ?? name, nb: nb.get(rule) ?? name },
  }))
  const ascension = holidays.find(({ rule }) => rule === ASCENSION)
  if (ascension !== undefined) {
    days.push({ date: addDays(ascension.date.slice(0, 10), 1), kind: 'half', name: AFTER_ASCENSION })
  }
  if (country === 'DK') days.push({ date: `${year}-06-05`, kind: 'half', name: CONSTITUTION_DAY })
  days.push({ date: `${year}-12-24`, kind: 'half', name: CHRISTMAS_EVE })
  days.push({ date: `${year}-12-31`, kind: 'half', name: NEW_YEARS_EVE })
  const free = new Set(holidays.map(({ date }) => date.slice(0, 10)))
  return days
    .filter((day) => day.kind === 'holiday' || !free.has(day.date))
    .sort((one, other) => one.date.localeCompare(other.date))
}
