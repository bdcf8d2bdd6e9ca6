import { useTranslation } from 'react-i18next'
import { dayWords, isoWeek, shortDayWords, spanWords } from '../../i18n/date-words.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { dateOf } from './week/shown-day.ts'

/** Days of sprints in the page's language. */
export function useDayWords() {
  const { t, i18n } = useTranslation('sprints')
  const locale = shownLocale(i18n.language)
  const lower = (words: string) => (locale === 'en' ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1))
  const span = (from: string, to: string) => spanWords(dateOf(from), dateOf(to), locale)
  return {
    /** »mandag 17. maj«, inside a sentence. */
    day: (iso: string) => lower(dayWords(dateOf(iso), locale)),
    /** »ma. 7.«, as short as a button needs it. */
    shortDay: (iso: string) => shortDayWords(dateOf(iso), locale),
    /** »7.–14. september 2026«. */
    span,
    week: (iso: string) => isoWeek(dateOf(iso)),
    /** »Uge 37 · 7.–14. september 2026«. */
    weekSpan: (from: string, to: string) => t('weekSpan', { week: isoWeek(dateOf(from)), days: span(from, to) }),
  }
}
