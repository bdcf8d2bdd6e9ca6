import type { TrialSummary } from '@samtavle/shared/trial-api'
import { useTranslation } from 'react-i18next'
import styles from './trials.module.css'

/** Where a trial is, and how it ended. Every outcome looks alike. */
export function TrialStatusMark({ status, outcome }: Pick<TrialSummary, 'status' | 'outcome'>) {
  const { t } = useTranslation('trials')
  const words = t(`status_${status}`)
  return (
    <span className={styles.status} data-status={status}>
      {outcome === null ? words : t('statusOutcome', { status: words, outcome: t(`outcome_${outcome}`) })}
    </span>
  )
}

/** What a card still needs, in words; nothing when it has all. */
export function MissingParts({ status, missing }: Pick<TrialSummary, 'status' | 'missing'>) {
  const { t } = useTranslation('trials')
  if (missing.length === 0 || status === 'finished') return null
  const parts = missing.map((part) => t(`need_${part}`)).join(', ')
  return <p className={styles.missing}>{t(status === 'draft' ? 'missing' : 'missingNow', { parts })}</p>
}
