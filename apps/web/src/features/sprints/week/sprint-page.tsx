import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api-client.ts'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { sprintQuery } from '../../../queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { PurposeNow } from '../log/purpose-now.tsx'
import { WhatChanged } from '../log/what-changed.tsx'
import { isOver, LoopsSection } from '../loops/loops-section.tsx'
import { SprintBoardMenu } from '../sprint-board-menu.tsx'
import { AgendaEditor } from './agenda-editor.tsx'
import { AllBoards } from './board-cards.tsx'
import { DayPanel } from './day-panel.tsx'
import { DayStrip } from './day-strip.tsx'
import { EvidenceLink } from './evidence-link.tsx'
import { HereNow } from './here-now.tsx'
import { SprintActions, type SprintDialogs } from './sprint-actions.tsx'
import styles from './sprint-page.module.css'
import { useSprintPlace } from './sprint-place.ts'
import { useAgendaDraft } from './use-agenda-draft.tsx'
import { sprintClock, useNow } from './use-sprint-clock.ts'
import { type SprintDays, useSprintDays } from './use-sprint-days.ts'
import { WeekHero } from './week-hero.tsx'

/** How often the page asks who is here and where the team is, while it is looked at. */
const ASK_AGAIN_MS = 20_000

type SprintPageProps = {
  sprintId: string
  /** Shown for a sprint that there is not, or that one may not see. */
  notFound: ReactNode
  /** The snapshots of the sprint; of another feature. */
  snapshots: (days: SprintDays) => ReactNode
} & SprintDialogs

/** One sprint: its challenge and team, its days, and of one of them all there is to know. */
export function SprintPage({ sprintId, notFound, ...parts }: SprintPageProps) {
  const { t } = useTranslation(['week', 'common'])
  const failureText = useFailureText()
  const sprint = useQuery({ ...sprintQuery(sprintId), refetchInterval: ASK_AGAIN_MS })
  if (sprint.error instanceof ApiError && (sprint.error.code === 'not_found' || sprint.error.code === 'forbidden')) {
    return notFound
  }
  if (sprint.data !== undefined) return <Shown sprint={sprint.data} isStale={sprint.isError} {...parts} />
  if (sprint.isPending) return <Spinner />
  return (
    <Page title={t('sprints')}>
      <Notice
        tone="error"
        action={
          <Button size="sm" busy={sprint.isFetching} onClick={() => void sprint.refetch()}>
            {t('common:retry')}
          </Button>
        }
      >
        {t('loadFailed')} {failureText(sprint.error)}
      </Notice>
    </Page>
  )
}

type ShownProps = Omit<SprintPageProps, 'sprintId' | 'notFound'> & { sprint: Sprint; isStale: boolean }

function Shown({ sprint, isStale, snapshots, ...dialogs }: ShownProps) {
  const { t } = useTranslation('week')
  const place = useSprintPlace()
  const now = useNow()
  const clock = sprintClock(sprint, now)
  const editing = useAgendaDraft(sprint, place.isEditing && sprint.may.changeAgenda, place.setEditing)
  const { days } = sprint.agenda
  const shown = days.find(({ key }) => key === place.day) ?? clock.where?.day ?? days[0]
  const sprintDays = useSprintDays(days, shown?.key, clock.where)
  const boardMenu = (board: Sprint['boards'][number]) => <SprintBoardMenu sprint={sprint} board={board} />
  return (
    <Tabs.Root value={shown?.key ?? ''} onValueChange={place.showDay}>
      <WeekHero sprint={sprint} actions={<SprintActions sprint={sprint} {...dialogs} />}>
        <DayStrip sprint={sprint} today={clock.today} />
      </WeekHero>
      {editing.leaving}
      {isOver(sprint) && <LoopsSection sprint={sprint} />}
      <div className={styles.columns}>
        <div className={styles.day}>
          {isStale && (
            <div className={styles.stale}>
              <Notice tone="info">{t('stale')}</Notice>
            </div>
          )}
          {days.map((day) => (
            <Tabs.Content key={day.key} value={day.key}>
              {editing.draft !== null ? (
                <AgendaEditor sprint={sprint} dayKey={day.key} editing={editing} />
              ) : (
                <DayPanel
                  sprint={sprint}
                  day={day}
                  clock={clock}
                  onEdit={sprint.may.changeAgenda ? () => place.setEditing(true) : undefined}
                  boardMenu={boardMenu}
                />
              )}
            </Tabs.Content>
          ))}
        </div>
        <aside className={styles.aside} aria-label={t('besides')}>
          {snapshots(sprintDays)}
          <PurposeNow sprintId={sprint.id} />
          <WhatChanged sprintId={sprint.id} />
          <EvidenceLink sprint={sprint} />
          <HereNow sprint={sprint} />
        </aside>
      </div>
      <AllBoards sprint={sprint} boardMenu={boardMenu} />
      {!isOver(sprint) && <LoopsSection sprint={sprint} />}
    </Tabs.Root>
  )
}
