import type { AgendaDay } from '@samtavle/shared/agenda'

/** Where a date lies among the days of a plan, and the day to be shown for it: its own, else the nearest to come. */
export type WhereWeAre = {
  when: 'before' | 'day' | 'between' | 'after'
  day: AgendaDay
}

/** Midnight on this device of an ISO date. */
export function dateOf(iso: string): Date {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number)
  return new Date(year, month - 1, day)
}

const lastOf = (day: AgendaDay): string => day.lastDate ?? day.date

/**
 * @param startDate first day of the sprint itself: weeks of preparation before it are days of the plan, and still before it
 */
export function whereWeAre(days: readonly AgendaDay[], startDate: string, today: string): WhereWeAre | null {
  const last = days.at(-1)
  if (last === undefined) return null
  // Of two days that overlap, as weeks of preparation may, the one that begins later says more.
  const own = days.findLast((day) => day.date <= today && today <= lastOf(day))
  if (own !== undefined) return { when: today < startDate ? 'before' : 'day', day: own }
  const next = days.find((day) => day.date > today)
  if (next === undefined) return { when: 'after', day: last }
  return { when: today < startDate ? 'before' : 'between', day: next }
}

/** Has the day gone by, is it the present one, or is it to come? */
export function dayState(day: AgendaDay, today: string): 'done' | 'today' | 'coming' {
  if (lastOf(day) < today) return 'done'
  return day.date <= today ? 'today' : 'coming'
}
