import { addDays, mondayOf } from '@samtavle/shared/iso-dates'

const two = (number: number): string => String(number).padStart(2, '0')

/** Monday of week `week` of ISO year `year`; null when that year has no such week. */
export function mondayOfWeek(year: number, week: number): string | null {
  if (week < 1 || week > 53) return null
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7)
  return week === 53 && monday >= mondayOf(`${year + 1}-01-04`) ? null : monday
}

/** A day that exists, or null. */
function existing(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const ms = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== iso ? null : iso
}

/**
 * A week or a day as people type it: »37«, »uge 37«, »uke 37 2027«, »7.9.«, »7/9 2026«, »7. september«, »2026-09-07«.
 * Without a year it is the next one from `today` on. Null for what is none.
 * @param months names of the twelve months in the page's language, January first
 */
export function readDay(typed: string, today: string, months: readonly string[]): string | null {
  const words = typed.trim().toLocaleLowerCase('da')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words)
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const week = /^(?:uge|uke|week|w)?\s*(\d{1,2})(?:[\s,·]+(\d{4}))?$/.exec(words)
  if (week !== null) return weekFrom(Number(week[1]), week[2], today)
  const figures = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4}|\d{2})?$/.exec(words)
  if (figures !== null) return dayFrom(Number(figures[1]), Number(figures[2]), figures[3], today)
  const named = /^(\d{1,2})\.?\s*(\p{L}{3,})\.?\s*(\d{4})?$/u.exec(words)
  if (named === null) return null
  const month = months.findIndex((name) => name.toLocaleLowerCase('da').startsWith(named[2] ?? '')) + 1
  return month === 0 ? null : dayFrom(Number(named[1]), month, named[3], today)
}

function weekFrom(week: number, year: string | undefined, today: string): string | null {
  if (year !== undefined) return mondayOfWeek(Number(year), week)
  // The ISO year of today is that of its week's Thursday.
  const now = Number(addDays(mondayOf(today), 3).slice(0, 4))
  const next = [now, now + 1].map((each) => mondayOfWeek(each, week)).filter((monday) => monday !== null)
  return next.find((monday) => monday >= mondayOf(today)) ?? next[0] ?? null
}

function dayFrom(day: number, month: number, year: string | undefined, today: string): string | null {
  if (year !== undefined) return existing(Number(year.length === 2 ? `20${year}` : year), month, day)
  const now = Number(today.slice(0, 4))
  const next = [now, now + 1].map((each) => existing(each, month, day)).filter((found) => found !== null)
  return next.find((found) => found >= today) ?? next[0] ?? null
}
