import { AppError } from '@samtavle/shared/errors'
import { addDays, isoWeekday, isoWeekOf, mondayOf } from '@samtavle/shared/iso-dates'
import type { Locale } from '@samtavle/shared/locale'
import type { DayAnswer, ProgrammeSummary, StartAnswer } from '@samtavle/shared/sprint-api'
import { lastDateOf, startOf, templateOf } from '@samtavle/templates/programmes/plan-from'
import type { Programme } from '@samtavle/templates/programmes/programme'
import { findProgramme, PROGRAMMES } from '@samtavle/templates/programmes/programmes'
import { COUNTRIES, type Country, daysOff } from './holidays.ts'
import { quietWeek } from './quiet-weeks.ts'

type Collision = StartAnswer['collisions'][number]

/** Years for which holidays are told. */
const YEARS = { first: 2000, last: 2100 }
/** How many later starts are looked at for a clean one: more than a year of weeks. */
const TRIES = 60

/** What is told of every programme before one is chosen. */
export function listProgrammes(): ProgrammeSummary[] {
  return PROGRAMMES.map(({ id, name, purpose, duration, startsOnMonday, warning, days, boards }) => ({
    id,
    name,
    purpose,
    duration,
    startsOnMonday,
    warning,
    days: days.map(({ key, title, goal }) => ({ key, title, goal })),
    boards: boards.map((board) => {
      const template = templateOf(board)
      return { key: board.key, templateId: template.id, title: board.title ?? template.name }
    }),
  }))
}

/**
 * What a start of a programme collides with in Denmark and Norway, and the next start without a public holiday in the
 * country of the language: Norway for Norwegian, else Denmark.
 * @throws AppError `not_found` for an unknown programme, `bad_request` for a date in another century.
 */
export async function startAnswer(programmeId: string, date: string, locale: Locale): Promise<StartAnswer> {
  const programme = findProgramme(programmeId)
  if (programme === undefined) throw new AppError('not_found', 'no such programme')
  requireNear(date)
  const start = startOf(programme, date)
  const collisions = await collisionsOf(workDates(programme, start))
  return {
    date: start,
    week: isoWeekOf(start),
    until: lastDateOf(programme, start),
    collisions,
    nextClean: await nextClean(programme, start, collisions, countryOf(locale)),
  }
}

/**
 * What a single day collides with in Denmark and Norway, and the next day on which people work where the language is
 * spoken.
 * @throws AppError `bad_request` for a date in another century.
 */
export async function dayAnswer(date: string, locale: Locale): Promise<DayAnswer> {
  requireNear(date)
  const isOff = async (day: string) => {
    if (isoWeekday(day) > 5) return true
    return (await collisionsOf([day])).some((one) => isHoliday(one, countryOf(locale)))
  }
  let next = date
  for (let tries = 0; tries < TRIES && (await isOff(next)); tries++) next = addDays(next, 1)
  const collisions = await collisionsOf([date])
  return { date, weekend: isoWeekday(date) > 5, collisions, nextWorkday: next === date ? null : next }
}

function requireNear(date: string): void {
  const year = Number(date.slice(0, 4))
  if (year < YEARS.first || year >= YEARS.last) throw new AppError('bad_request', 'a date in another century')
}

const countryOf = (locale: Locale): Country => (locale === 'nb' ? 'NO' : 'DK')
const isHoliday = (one: Collision, country: Country): boolean => one.kind === 'holiday' && one.country === country

/** The days on which everybody is to be there: those with a date of their own, else the first one. */
function workDates(programme: Programme, start: string): string[] {
  const dates = programme.days
    .filter((day) => day.lastOffset === undefined && day.quiet === undefined)
    .map((day) => addDays(start, day.offset))
  return dates.length === 0 ? [start] : dates
}

async function collisionsOf(dates: readonly string[]): Promise<Collision[]> {
  const collisions: Collision[] = []
  for (const country of COUNTRIES) {
    const quiet = new Set<string>()
    for (const date of dates) {
      const off = (await yearOf(country, date)).filter((one) => one.date === date && isoWeekday(date) <= 5)
      collisions.push(...off.map((one) => ({ ...one, country })))
      const name = quietWeek(country, date)
      if (name === null || quiet.has(mondayOf(date))) continue
      quiet.add(mondayOf(date))
      collisions.push({ date, country, kind: 'quiet', name })
    }
  }
  return collisions.sort((one, other) => one.date.localeCompare(other.date))
}

async function nextClean(
  programme: Programme,
  start: string,
  collisions: readonly Collision[],
  country: Country,
): Promise<StartAnswer['nextClean']> {
  const isTaken = (some: readonly Collision[]) => some.some((one) => isHoliday(one, country))
  if (!isTaken(collisions)) return null
  // A programme of one day moves to the next working day, a longer one to the same weekday of the next week.
  const step = workDates(programme, start).length === 1 && !programme.startsOnMonday ? 1 : 7
  let date = start
  for (let tries = 0; tries < TRIES; tries++) {
    date = addDays(date, step)
    if (isoWeekday(date) > 5) continue
    if (!isTaken(await collisionsOf(workDates(programme, date)))) return { date, week: isoWeekOf(date) }
  }
  return null
}

const years = new Map<string, Awaited<ReturnType<typeof daysOff>>>()

async function yearOf(country: Country, date: string): ReturnType<typeof daysOff> {
  const key = `${country} ${date.slice(0, 4)}`
  const known = years.get(key) ?? (await daysOff(country, Number(date.slice(0, 4))))
  years.set(key, known)
  return known
}
