import type { SprintSummary } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sprintsQuery } from '../../queries.ts'
import { ButtonLook } from '../../ui/button.tsx'
import { useMayCreateSprints } from './new-sprint-page.tsx'
import { currentSprints, dayParts } from './sprint-standing.ts'
import { SprintStatusWord } from './sprint-status.tsx'
import { today } from './today.ts'
import { useDayWords } from './use-day-words.ts'
import { useStandingWords } from './use-standing-words.ts'
import styles from './your-sprints.module.css'

const SHOWN = 4

/** The first page's sprints: what runs, what comes and what is just over, as cards. Nothing where there are none. */
export function YourSprints() {
  const { t } = useTranslation('sprints')
  const sprints = useQuery(sprintsQuery)
  const mayCreate = useMayCreateSprints()
  const current = currentSprints(sprints.data ?? [], today())
  if (current.length === 0) return null
  return (
    <section aria-labelledby="your-sprints">
      <div className={styles.head}>
        <h2 id="your-sprints">{t('yours')}</h2>
        {mayCreate && (
          <ButtonLook>
            <Link to="/sprints/new">
              <Plus size={20} aria-hidden />
              {t('newSprint')}
            </Link>
          </ButtonLook>
        )}
      </div>
      <ul className={styles.cards}>
        {current.slice(0, SHOWN).map((sprint) => (
          <SprintCard key={sprint.id} sprint={sprint} />
        ))}
      </ul>
      {current.length > SHOWN && (
        <Link to="/sprints" className={styles.all}>
          {t('all')}
          <ChevronRight size={18} aria-hidden />
        </Link>
      )}
    </section>
  )
}

function SprintCard({ sprint }: { sprint: SprintSummary }) {
  const words = useDayWords()
  const standing = useStandingWords()
  const parts = dayParts(sprint, today())
  return (
    <li className={styles.card}>
      <SprintStatusWord status={sprint.status} />
      <h3 className={styles.title}>
        <Link to="/sprints/$sprintId" params={{ sprintId: sprint.id }} className={styles.link}>
          {sprint.title}
        </Link>
      </h3>
      <p className={styles.challenge} lang={sprint.locale}>
        {sprint.challenge}
      </p>
      {parts.length > 0 && (
        <div className={styles.parts} aria-hidden>
          {parts.map((part, day) => (
            <span key={day} className={styles[part]} />
          ))}
        </div>
      )}
      <p className={styles.when}>
        {words.weekSpan(sprint.startDate, sprint.lastDate)}
        <br />
        {standing(sprint)}
      </p>
    </li>
  )
}
