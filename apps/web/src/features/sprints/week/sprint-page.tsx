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
import { SprintBoardMenu } from '../sprint-board-menu.tsx'
import { AgendaEditor } from './agenda-editor.tsx'
import { AllBoards } from './board-cards.tsx'
import { DayPanel } from './day-panel.tsx'
import { DayStrip } from './day-strip.tsx'
import { HereNow } from './here-now.tsx'
import { SprintActions, type SprintDialogs } from './sprint-actions.tsx'
import styles from './sprint-page.module.css'
import { useSprintPlace } from './sprint-place.ts'
import { useAgendaDraft } from './use-agenda-draft.tsx'
import { sprintClock, useNow } from './use-sprint-clock.ts'
import { WeekHero } from './week-hero.tsx'

/** How often the page asks who is here and where the team is, while it is looked at. */
const ASK_AGAIN_MS = 20_000

type SprintPageProps = {
  sprintId: string
  /** Shown for a sprint that there is not, or that one may not see. */
  notFound: ReactNode
} & SprintDialogs

/** One sprint: its challenge and team, its days, and of one of them all there is to know. */
export function SprintPage({ sprintId, notFound, ...dialogs }: SprintPageProps) {
  const { t } = useTranslation(['week', 'common'])
  const failureText = useFailureText()
  const sprint = useQuery({ ...sprintQuery(sprintId), refetchInterval: ASK_AGAIN_MS })
  if (sprint.error instanceof ApiError && (sprint.error.code === 'not_found' || sprint.error.code === 'forbidden')) {
    return notFound
  }
  if (sprint.data !== undefined) return <Shown sprint={sprint.data} isStale={sprint.isError} dialogs={dialogs} />
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

function Shown({ sprint, isStale, dialogs }: { sprint: Sprint; isStale: boolean; dialogs: SprintDialogs }) {
  const { t } = useTranslation('week')
  const place = useSprintPlace()
  const now = useNow()
  const clock = sprintClock(sprint, now)
  const editing = useAgendaDraft(sprint, place.isEditing && sprint.may.changeAgenda, place.setEditing)
  const { days } = sprint.agenda
  const shown = days.find(({ key }) => key === place.day) ?? clock.where?.day ?? days[0]
  const boardMenu = (board: Sprint['boards'][number]) => <SprintBoardMenu sprint={sprint} board={board} />
  return (
    <Tabs.Root value={shown?.key ?? ''} onValueChange={place.showDay}>
      <WeekHero sprint={sprint} actions={<SprintActions sprint={sprint} {...dialogs} />}>
        <DayStrip sprint={sprint} today={clock.today} />
      </WeekHero>
      {editing.leaving}
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
          <PurposeNow sprintId={sprint.id} />
          <WhatChanged sprintId={sprint.id} />
          <HereNow sprint={sprint} />
        </aside>
      </div>
      <AllBoards sprint={sprint} boardMenu={boardMenu} />
    </Tabs.Root>
  )
}
