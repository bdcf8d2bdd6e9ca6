import type { Sprint } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from '../log/purpose-now.module.css'

/** The way to what builds on what in a sprint; nothing for whom none of its boards is open. */
export function EvidenceLink({ sprint }: { sprint: Pick<Sprint, 'id' | 'boards'> }) {
  const { t } = useTranslation('sprintEvidence')
  if (sprint.boards.length === 0) return null
  return (
    <section aria-labelledby="evidence-link" className={styles.section}>
      <h2 id="evidence-link" className={styles.heading}>
        {t('linkTitle')}
      </h2>
      <p className={styles.quiet}>{t('linkText')}</p>
      <Link to="/sprints/$sprintId/evidence" params={{ sprintId: sprint.id }} className={styles.more}>
        {t('link')}
        <ChevronRight size={16} aria-hidden />
      </Link>
    </section>
  )
}
