import type { AgendaBlock } from '@samtavle/shared/agenda'
import type { SprintSummary } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sprintQuery, sprintsQuery } from '../../queries.ts'
import { ButtonLook } from '../../ui/button.tsx'
import { Hero } from '../../ui/hero.tsx'
import { boardAddress } from './board-address.ts'
import { TodayPanel } from './today-panel.tsx'
import { useStandingWords } from './use-standing-words.ts'
import { sprintClock, useNow } from './week/use-sprint-clock.ts'

/** A sprint that runs and has something on its plan today. */
type SprintToday = SprintSummary & { today: NonNullable<SprintSummary['today']> }

/**
 * The sprint whose day it is today: of several the one in which one works, before those that one reads. Null for none,
 * undefined while that is not known.
 */
export function useSprintToday(): SprintToday | null | undefined {
  const sprints = useQuery(sprintsQuery)
  if (sprints.isError) return null
  const today = sprints.data?.filter(
    (sprint): sprint is SprintToday => sprint.status === 'running' && sprint.today !== null,
  )
  return today && (today.find(({ place }) => place === 'facilitator' || place === 'member') ?? today[0] ?? null)
}

/** The day of a sprint as the first thing one sees: its goal, and the board to begin with. */
export function SprintHero({ day, sprint }: { day: string; sprint: SprintToday }) {
  const { t } = useTranslation(['sprints', 'common'])
  const { today } = sprint
  const { boardId, boardTitle, block } = useBoardNow(sprint)
  const toSprint = { to: '/sprints/$sprintId', params: { sprintId: sprint.id } } as const
  return (
    <Hero
      day={`${day} · ${today.title}`}
      title={today.goal === '' ? today.title : today.goal}
      tab={t('common:navToday')}
      line={
        <>
          {t('goalIn')} <Link {...toSprint}>{sprint.title}</Link>
        </>
      }
      buttons={
        <>
          {boardId !== null && (
            <ButtonLook variant="hero" size="lg">
              <Link {...boardAddress(boardId, block)}>
                {t('openToday', { board: boardTitle })}
                <ArrowRight size={20} aria-hidden />
              </Link>
            </ButtonLook>
          )}
          <ButtonLook variant={boardId === null ? 'hero' : 'hero-outline'} size="lg">
            <Link {...toSprint}>{t('wholeWeek')}</Link>
          </ButtonLook>
        </>
      }
      aside={<TodayPanel sprintId={sprint.id} />}
    />
  )
}

/** The sprint that one is preparing and that begins first; null for none, or while that is not known. */
export function useSprintAhead(): SprintSummary | null {
  const ahead = useQuery(sprintsQuery).data?.filter(
    ({ status, place }) => status === 'preparation' && (place === 'facilitator' || place === 'member'),
  )
  return ahead?.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1))[0] ?? null
}

/** A sprint that is being prepared, as the first thing one sees: nothing was written on its boards yet. */
export function SprintAheadHero({ day, sprint }: { day: string; sprint: SprintSummary }) {
  const { t } = useTranslation(['sprints', 'common'])
  const standing = useStandingWords()
  return (
    <Hero
      day={`${day} · ${standing(sprint)}`}
      title={t('prepareTitle', { title: sprint.title })}
      tab={t('common:navToday')}
      line={t('prepareText')}
      buttons={
        <ButtonLook variant="hero" size="lg">
          <Link to="/sprints/$sprintId" params={{ sprintId: sprint.id }}>
            {t('prepareOpen')}
            <ArrowRight size={20} aria-hidden />
          </Link>
        </ButtonLook>
      }
    />
  )
}

/** The board of what is on now, else the one to begin the day with, and the block that is done on it. */
function useBoardNow({ id, today }: SprintToday): {
  boardId: string | null
  boardTitle: string
  block?: AgendaBlock | undefined
} {
  const sprint = useQuery(sprintQuery(id)).data
  const now = useNow()
  if (sprint === undefined) return today
  const { running } = sprintClock(sprint, now)
  const blocks = sprint.agenda.days.find(({ key }) => key === today.key)?.blocks ?? []
  const block = blocks.find((one) => one.id === running?.block && one.boards.length > 0)
  const first = block ?? blocks.find(({ boards }) => boards.length > 0)
  const board = sprint.boards.find(({ key, state }) => first?.boards[0] === key && state === 'active')
  return board === undefined ? today : { boardId: board.id, boardTitle: board.title, block: first }
}
