import type { Agenda } from '@samtavle/shared/agenda'
import type { SprintLog } from '@samtavle/shared/sprint-log-api'

/** Board on which a kick-off is held: *Kick-off og fundament*. */
const KICK_OFF_BOARD = 'T02'

/** Key of the day that has this date, weekends too; null outside of the sprint's days. */
export function dayKeyOn({ days }: Agenda, date: string): string | null {
  return days.find((day) => day.date <= date && date <= (day.lastDate ?? day.date))?.key ?? null
}

/** When the kick-off is over: the end of the last block on its board on the first day that has one at a date. */
export function kickOffEnds({ days }: Agenda): SprintLog['sprint']['kickOffEnds'] {
  for (const day of days) {
    // Weeks before the sprint prepare the board, and hold no kick-off.
    if (day.lastDate !== null) continue
    let minute = day.startsAt
    let end: number | null = null
    for (const block of day.blocks) {
      minute = (block.lockedStart ?? minute) + block.minutes
      if (block.boards.includes(KICK_OFF_BOARD)) end = minute
    }
    if (end !== null) return { date: day.date, minute: end }
  }
  return null
}
