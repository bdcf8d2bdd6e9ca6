import type { BoardSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayNames } from '../features/sprints/week/use-day-names.ts'
import { sprintQuery } from '../queries.ts'
import styles from './sprint-trail.module.css'

/** The sprint and the day that a board belongs to, leading back to them. The board does not wait for the day's name. */
export function SprintTrail({ sprint }: { sprint: NonNullable<BoardSummary['sprint']> }) {
  const { t } = useTranslation('week')
  const { data } = useQuery({ ...sprintQuery(sprint.id), staleTime: 300_000 })
  const days = data?.agenda.days ?? []
  const names = useDayNames(days)
  const day = names[days.findIndex(({ key }) => key === sprint.day)]?.name
  return (
    <nav aria-label={t('trail')} className={styles.trail}>
      <Link
        to="/sprints/$sprintId"
        params={{ sprintId: sprint.id }}
        search={{ day: sprint.day }}
        className={styles.link}
        title={t('backTo', { title: sprint.title })}
      >
        <ChevronLeft size={18} aria-hidden />
        <span className={styles.words}>
          {sprint.title}
          {day !== undefined && <span className={styles.day}> · {day}</span>}
        </span>
      </Link>
    </nav>
  )
}
