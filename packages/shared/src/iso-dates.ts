/** Days as ISO dates, `2026-09-07`: no clock and no time zone, so that a day is the same day everywhere. */

const DAY_MS = 86_400_000
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** The date so many days later, or earlier for a negative number. */
export function addDays(date: string, days: number): string {
  return new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS)
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7
}

/** The Monday of the week that the date is in. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - isoWeekday(date))
}

/** Week number of ISO 8601: Monday first, and the week with the year's first Thursday is 1. */
export function isoWeekOf(date: string): number {
  const thursday = addDays(mondayOf(date), 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}
