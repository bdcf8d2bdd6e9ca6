const DAY_MS = 24 * 60 * 60_000

/** The day and the minute of it that a clock on a wall of the time zone shows; `weekday` is 1 for Monday. */
export function wallClock(at: Date, timeZone: string): { date: string; minute: number; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const said = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  const date = `${said('year')}-${said('month')}-${said('day')}`
  return { date, minute: Number(said('hour')) * 60 + Number(said('minute')), weekday: new Date(date).getUTCDay() || 7 }
}

/** So many days later, as ISO dates. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Weekday mornings and afternoons: nobody is reminded in the evening or at weekends (domain guide, rule 12). */
export function isWorkingTime(at: Date, timeZone: string): boolean {
  const { minute, weekday } = wallClock(at, timeZone)
  return weekday <= 5 && minute >= 8 * 60 && minute < 16 * 60
}
