import { isoWeekOf } from '@samtavle/shared/iso-dates'
import type { Localised } from '@samtavle/shared/locale'
import type { Country } from './holidays.ts'

const WINTER = { da: 'Vinterferie', en: 'Winter holiday', nb: 'Vinterferie' }
const SUMMER = { da: 'Sommerferie', en: 'Summer holiday', nb: 'Sommerferie' }
const AUTUMN = { da: 'Efterårsferie', en: 'Autumn holiday', nb: 'Høstferie' }
const CHRISTMAS = { da: 'Jul og nytår', en: 'Christmas and New Year', nb: 'Jul og nyttår' }

/** Weeks in which offices are usually empty; municipalities place their school holidays differently. */
const QUIET: Record<Country, readonly { weeks: readonly number[]; name: Localised }[]> = {
  DK: [
    { weeks: [7, 8], name: WINTER },
    { weeks: [27, 28, 29, 30, 31, 32], name: SUMMER },
    { weeks: [42], name: AUTUMN },
    { weeks: [52, 53, 1], name: CHRISTMAS },
  ],
  NO: [
    { weeks: [8, 9], name: WINTER },
    { weeks: [27, 28, 29, 30, 31, 32], name: SUMMER },
    { weeks: [40, 41], name: AUTUMN },
    { weeks: [52, 53, 1], name: CHRISTMAS },
  ],
}

/** Why the week of a date is usually empty in a country, with its number; null for an ordinary one. */
export function quietWeek(country: Country, date: string): Localised | null {
  const week = isoWeekOf(date)
  const quiet = QUIET[country].find(({ weeks }) => weeks.includes(week))
  if (quiet === undefined) return null
  const { da, en, nb } = quiet.name
  return { da: `${da}, uge ${week}`, en: `${en}, week ${week}`, nb: `${nb}, uke ${week}` }
}
