import { placedBlocks } from '@samtavle/shared/agenda-times'
import { daysBetween } from '@samtavle/shared/iso-dates'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useTranslation } from 'react-i18next'
import { dayWords, minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { dateOf } from './shown-day.ts'
import type { SprintClock } from './use-sprint-clock.ts'

/** Where a sprint stands outside of its working hours, in words; null while its day is under way. */
export function useWhereWords(sprint: Sprint, { where, today, now }: SprintClock): string | null {
  const { t, i18n } = useTranslation('week')
  const locale = shownLocale(i18n.language)
  const called = (iso: string) => {
    const words = dayWords(dateOf(iso), locale)
    return locale === 'en' ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1)
  }
  if (where === null) return null
  const { when, day } = where
  if (when === 'before') {
    return t('beginsOn', { day: called(sprint.startDate), count: daysBetween(today, sprint.startDate) })
  }
  if (when === 'after') return t('endedOn', { day: called(sprint.lastDate) })
  if (when === 'between') return t('nextDay', { day: called(day.date), count: daysBetween(today, day.date) })
  if (sprint.status === 'preparation' && sprint.may.setStatus) return t('toBeStarted')
  if (sprint.status === 'preparation') return t('notStarted')
  if (day.lastDate !== null || day.blocks.length === 0 || sprint.status !== 'running') return null
  const minute = now.getHours() * 60 + now.getMinutes()
  const times = placedBlocks(day)
  const [first, last] = [times[0], times.at(-1)]
  if (first !== undefined && minute < first.start) return t('startsAt', { time: minuteWords(first.start, locale) })
  if (last === undefined || minute < last.end || sprint.now?.block !== undefined) return null
  const next = sprint.agenda.days.find(({ date }) => date > day.date)
  return next === undefined ? t('dayDone') : `${t('dayDone')} ${t('nextIs', { day: called(next.date) })}`
}
