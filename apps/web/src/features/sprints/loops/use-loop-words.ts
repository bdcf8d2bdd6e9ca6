import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { today } from '../today.ts'
import { useDayWords } from '../use-day-words.ts'

/** Rounds and their pace in the page's language. */
export function useLoopWords() {
  const { t, i18n } = useTranslation(['loops', 'common'])
  const locale = shownLocale(i18n.language)
  const words = useDayWords()
  /** »mandag 12. oktober«, with the year when it is another one: loops go on for long. */
  const day = (iso: string): string => {
    const year = iso.slice(0, 4)
    return year === today().slice(0, 4) ? words.day(iso) : `${words.day(iso)} ${year}`
  }
  return {
    day,
    time: (minute: number) => minuteWords(minute, locale),
    /** »mandag 12. oktober kl. 9.00«. */
    when: (date: string, atMinute: number) =>
      t('common:atTime', { day: day(date), time: minuteWords(atMinute, locale) }),
    pace: (everyWeeks: number) => t('pace', { count: everyWeeks }),
  }
}

/** The words with a capital, for the beginning of a line. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)
