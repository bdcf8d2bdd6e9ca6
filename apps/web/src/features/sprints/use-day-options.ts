import type { Sprint } from '@samtavle/shared/sprint-api'
import { useDayWords } from './use-day-words.ts'

/** The days of a sprint's plan for a choice list, with their dates; those of one day in words, the rest as a span. */
export function useDayOptions({ agenda }: Pick<Sprint, 'agenda'>): { value: string; label: string }[] {
  const words = useDayWords()
  return agenda.days.map(({ key, title, date, lastDate }) => {
    const when = lastDate === null ? words.day(date) : words.span(date, lastDate)
    return { value: key, label: `${title} · ${when}` }
  })
}
