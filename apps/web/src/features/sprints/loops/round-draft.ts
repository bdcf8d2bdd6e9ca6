import { addDays } from '@samtavle/shared/iso-dates'
import type { Locale } from '@samtavle/shared/locale'
import { minuteWords } from '../../../i18n/date-words.ts'
import { readDay } from '../read-day.ts'
import { typedMinute, typedMinutes } from '../week/typed-time.ts'
import type { RoundTime } from './loops-client.ts'

/** When a round is, as somebody types it. */
export type RoundDraft = { day: string; time: string; minutes: string }
export type RoundFault = 'date' | 'time' | 'length'

/** A day as people of the language type it, so that it is read back as the same day: »12.10.2026«, »12/10/2026«. */
export function typedDayOf(iso: string, locale: Locale): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return [Number(day), Number(month), year].join(locale === 'en' ? '/' : '.')
}

export const draftOf = ({ date, atMinute, minutes }: RoundTime, locale: Locale): RoundDraft => ({
  day: typedDayOf(date, locale),
  time: minuteWords(atMinute, locale),
  minutes: String(minutes),
})

/** What was typed, and which of it cannot be read. `round` is null while anything cannot. */
export function readRound(
  { day, time, minutes }: RoundDraft,
  today: string,
  months: readonly string[],
): { round: RoundTime | null; date: string | null; faults: RoundFault[] } {
  const date = readDay(day, today, months)
  const atMinute = typedMinute(time)
  const length = typedMinutes(minutes)
  const fits = length !== null && length >= 5 && length <= 480
  const faults: RoundFault[] = []
  if (date === null) faults.push('date')
  if (atMinute === null) faults.push('time')
  if (!fits) faults.push('length')
  const round = date === null || atMinute === null || !fits ? null : { date, atMinute, minutes: length }
  return { round, date, faults }
}

/** The day of a round after another one: so many weeks later, and never a day that has passed. */
export function nextRoundDate(last: string, everyWeeks: number, today: string): string {
  const step = 7 * everyWeeks
  let next = addDays(last, step)
  while (next < today) next = addDays(next, 7)
  return next
}

/** Every third round asks whether one is doing the right thing (T20). */
export const asksTwice = (round: number): boolean => round % 3 === 0
