import type { SprintSummary } from '@samtavle/shared/sprint-api'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { standingOf } from './sprint-standing.ts'
import { today } from './today.ts'
import { useDayWords } from './use-day-words.ts'

/** Where a sprint stands today, in a quiet sentence. */
export function useStandingWords(): (sprint: SprintSummary) => string {
  const { t, i18n } = useTranslation('sprints')
  const words = useDayWords()
  const relative = new Intl.RelativeTimeFormat(shownLocale(i18n.language), { numeric: 'auto' })
  return (sprint) => {
    const standing = standingOf(sprint, today())
    switch (standing.kind) {
      case 'today':
        return t('todayIs', { day: standing.day })
      case 'starts':
        return t('starts', { when: relative.format(standing.days, 'day') })
      case 'waits':
        return t('startedWaiting')
      case 'free':
        return t('goesOn')
      case 'ended':
        return t('ended', { day: words.day(sprint.lastDate) })
    }
  }
}
