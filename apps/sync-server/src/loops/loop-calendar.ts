import { AppError } from '@samtavle/shared/errors'
import { createEvents, type EventAttributes } from 'ics'
import { daysAfter } from './loop-dates.ts'
import type { LoopRow, RoundRow } from './loop-store.ts'

/** Rounds that a calendar is given ahead: the one that is planned, and those that follow if nothing changes. */
const AHEAD = 6

/**
 * The coming rounds of a loop as an iCalendar file. Times are as clocks on the wall say them, so that a round at 9.00
 * stays at 9.00. The same round has the same id each time: a calendar moves it when it was moved here.
 */
export function calendarOf(
  loop: LoopRow,
  next: RoundRow | undefined,
  sprint: { title: string; address: string },
): string {
  if (next === undefined || loop.endedAt !== null) throw new AppError('not_found', 'no round is planned')
  const events = Array.from({ length: AHEAD }, (_, i): EventAttributes => {
    const [year = 0, month = 0, day = 0] = daysAfter(next.date, i * 7 * loop.everyWeeks)
      .split('-')
      .map(Number)
    return {
      uid: `${loop.id}-${next.number + i}@samtavle`,
      productId: 'samtavle',
      calName: sprint.title,
      title: loop.question,
      description: `${sprint.title} · ${loop.ownerName}`,
      url: sprint.address,
      start: [year, month, day, Math.floor(next.atMinute / 60), next.atMinute % 60],
      startInputType: 'local',
      startOutputType: 'local',
      duration: { hours: Math.floor(next.minutes / 60), minutes: next.minutes % 60 },
      status: i === 0 ? 'CONFIRMED' : 'TENTATIVE',
    }
  })
  const { error, value } = createEvents(events)
  if (typeof value !== 'string') throw error ?? new Error('no calendar was made')
  return value
}
