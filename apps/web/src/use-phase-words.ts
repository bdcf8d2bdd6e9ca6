import type { Phase } from '@samtavle/shared/agenda'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shownLocale } from './i18n/i18n.ts'
import { processModelQuery } from './queries.ts'

/** What the organisation calls its phases; until that is known, and without a connection, what they are called first. */
export function usePhaseWords(): (phase: Phase) => string {
  const { t, i18n } = useTranslation('common')
  const model = useQuery(processModelQuery)
  const locale = shownLocale(i18n.language)
  return (phase) =>
    model.data?.phases[phase].word[locale] ?? t(`phase_${phase === 'foundation' ? 'understand' : phase}`)
}
