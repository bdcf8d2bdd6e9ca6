import type { SprintSummary } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './sprint-row.module.css'
import { useDayWords } from './use-day-words.ts'
import { useStandingWords } from './use-standing-words.ts'

/** A sprint in a hairline list: its challenge, week, one's own place, and where it stands today. */
export function SprintRow({ sprint }: { sprint: SprintSummary }) {
  const { t } = useTranslation('sprints')
  const words = useDayWords()
  const standing = useStandingWords()
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <Link to="/sprints/$sprintId" params={{ sprintId: sprint.id }} className={styles.link}>
            {sprint.title}
          </Link>
        </h3>
        <p className={styles.challenge} lang={sprint.locale}>
          {sprint.challenge}
        </p>
        <p className={styles.meta}>
          {words.weekSpan(sprint.startDate, sprint.lastDate)} · {t(`place_${sprint.place}`)} ·{' '}
          {t('teamSize', { count: sprint.teamSize })}
        </p>
      </div>
      <p className={styles.standing}>{standing(sprint)}</p>
      <ChevronRight size={20} aria-hidden className={styles.chevron} />
    </li>
  )
}
