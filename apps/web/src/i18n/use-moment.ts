import { useTranslation } from 'react-i18next'
import { comingWords, expiryWords, momentWords } from './date-words.ts'
import { shownLocale } from './i18n.ts'

/** How a moment is called in a list, in the page's language: »i går kl. 15.32«, »mandag kl. 9.00«, »3. august«. */
export function useMoment(): (iso: string) => string {
  const { t, i18n } = useTranslation()
  return (iso) => {
    const { day, time } = momentWords(new Date(iso), new Date(), shownLocale(i18n.language))
    return time === null ? day : t('atTime', { day, time })
  }
}

/** When something ends, in words: »i morgen«, »på fredag« would be guesses, so days: »om 7 dage«, »om 3 timer«. */
export function useExpiry(): (iso: string) => string {
  const { i18n } = useTranslation()
  return (iso) => expiryWords(new Date(iso), new Date(), shownLocale(i18n.language))
}

/** When something comes that is a day or two away: »i morgen kl. 10.15«. */
export function useComing(): (iso: string) => string {
  const { t, i18n } = useTranslation()
  return (iso) => t('atTime', comingWords(new Date(iso), new Date(), shownLocale(i18n.language)))
}
