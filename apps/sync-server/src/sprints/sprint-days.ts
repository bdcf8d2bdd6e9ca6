import type { Agenda, AgendaDay } from '@samtavle/shared/agenda'
import { isoWeekday } from '@samtavle/shared/iso-dates'

/** The date at this moment in a time zone, `2026-09-07`. */
export function dateIn(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (moment) => format.format(moment)
}

/** The last day of an agenda. */
export function lastDateOf({ days }: Agenda): string {
  return (
    days
      .map(({ date, lastDate }) => lastDate ?? date)
      .toSorted()
      .at(-1) ?? ''
  )
}

/**
 * The day that counts on a date; undefined before the start, on days without work, and after the end. Of a day that is
 * several, the weekend does not count.
 */
export function dayOn(agenda: Agenda, startDate: string, date: string): AgendaDay | undefined {
  if (date < startDate) return undefined
  return agenda.days.find((day) => {
    if (day.quiet || date < day.date || date > (day.lastDate ?? day.date)) return false
    return day.lastDate === null || isoWeekday(date) <= 5
  })
}
