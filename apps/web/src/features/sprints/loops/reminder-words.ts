import { wallTimeOf } from '@samtavle/shared/agenda-times'
import { isoWeekday } from '@samtavle/shared/iso-dates'
import type { Reminders } from '@samtavle/shared/loop-api'

export type Reminder = Reminders['rounds'][number]

/** Which words a reminder begins with. */
export function reminderKind({ inDays }: Pick<Reminder, 'inDays'>): 'today' | 'tomorrow' | 'later' | 'past' {
  if (inDays < 0) return 'past'
  if (inDays === 0) return 'today'
  return inDays === 1 ? 'tomorrow' : 'later'
}

/** Minutes of the day between which people are reminded of work. */
const WORKS = { from: 7 * 60, until: 17 * 60 }

/**
 * What is told now: nothing in the evening and at weekends (domain guide, rule 12), except what is to be held on that
 * very day.
 */
export function toldNow(reminders: readonly Reminder[], now: Date): Reminder[] {
  const { date, minute } = wallTimeOf(now)
  const works = isoWeekday(date) <= 5 && minute >= WORKS.from && minute < WORKS.until
  return reminders.filter(({ inDays }) => works || inDays === 0)
}
