import { daysBetween } from '@samtavle/shared/iso-dates'
import type { OtherSprint, Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isoWeek } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { programmesQuery } from '../../../queries.ts'
import { AvatarRow } from '../../../ui/avatar.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { peopleHere } from './people-here.ts'
import { dateOf } from './shown-day.ts'
import styles from './week-hero.module.css'

type WeekHeroProps = {
  sprint: Sprint
  /** What one may do to the sprint as a whole. */
  actions: ReactNode
  /** The row of its days. */
  children: ReactNode
}

/** The petrol field of a sprint: where it belongs, its name, the challenge in a citizen's words, the team, the days. */
export function WeekHero({ sprint, actions, children }: WeekHeroProps) {
  const { t } = useTranslation(['week', 'sprints'])
  const place = usePlaceWords(sprint)
  return (
    <div className={styles.hero} data-surface="hero">
      <div className={styles.inner}>
        <nav aria-label={t('trail')} className={styles.trail}>
          <Link to="/sprints">{t('sprints')}</Link>
          <ChevronRight size={14} aria-hidden />
          <span>{place}</span>
          {sprint.status !== 'running' && <span className={styles.status}>{t(`sprints:status_${sprint.status}`)}</span>}
        </nav>
        <div className={styles.head}>
          <div className={styles.words}>
            <PageHeading title={sprint.title} className={styles.title} />
            <p className={styles.challenge}>{t('quoted', { words: sprint.challenge })}</p>
            <Neighbours sprint={sprint} />
          </div>
          <div className={styles.side}>
            <div className={styles.actions}>{actions}</div>
            <Team sprint={sprint} />
          </div>
        </div>
        {children}
      </div>
    </div>
  )
}

/** »Mandag til mandag · uge 37, 2026«. */
function usePlaceWords({ programmeId, startDate, lastDate }: Sprint): string {
  const { t, i18n } = useTranslation('week')
  const programmes = useQuery(programmesQuery)
  const name = programmes.data?.find(({ id }) => id === programmeId)?.name[shownLocale(i18n.language)]
  const [from, to] = [isoWeek(dateOf(startDate)), isoWeek(dateOf(lastDate))]
  const year = startDate.slice(0, 4)
  // From a Monday to the next one is that week's sprint.
  const week =
    daysBetween(startDate, lastDate) <= 7 ? t('weekOf', { week: from, year }) : t('weeksOf', { from, to, year })
  return name === undefined ? week : `${name} · ${week}`
}

/** The sprint before this one, and those after it. */
function Neighbours({ sprint: { previous, next } }: { sprint: Sprint }) {
  const { t } = useTranslation('follow')
  if (previous === null && next.length === 0) return null
  return (
    <ul className={styles.neighbours}>
      {previous !== null && <Neighbour label={t('previous')} sprint={previous} />}
      {next.map((sprint) => (
        <Neighbour key={sprint.id} label={t('next')} sprint={sprint} />
      ))}
    </ul>
  )
}

function Neighbour({ label, sprint }: { label: string; sprint: OtherSprint }) {
  return (
    <li>
      {label}{' '}
      <Link to="/sprints/$sprintId" params={{ sprintId: sprint.id }}>
        {sprint.title}
      </Link>
    </li>
  )
}

function Team({ sprint }: { sprint: Sprint }) {
  const { t } = useTranslation('week')
  const { team } = sprint
  const here = peopleHere(sprint.boards).length
  const count = t('inTeam', { count: team.length })
  const names = team.map(({ name }) => name).join(', ')
  return (
    <div className={styles.team}>
      <AvatarRow people={team} label={t('teamNames', { names })} max={8} onHero />
      <span>{here === 0 ? count : `${count} · ${t('hereNow', { count: here })}`}</span>
    </div>
  )
}
