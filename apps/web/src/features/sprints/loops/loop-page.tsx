import type { LoopRound, OneLoop } from '@samtavle/shared/loop-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api-client.ts'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { HeldDialog } from './held-dialog.tsx'
import { LoopRow } from './loop-row.tsx'
import { LoopTrialSection } from './loop-trial.tsx'
import { loopQuery } from './loops-client.ts'
import { MoveRoundDialog } from './move-round-dialog.tsx'
import styles from './received-loops.module.css'

type LoopPageProps = {
  sprintId: string
  loopId: string
  /** Shown for a loop that there is not, or that one may not see. */
  notFound: ReactNode
}

/** One learning loop, also for its owner who is not of the sprint: dates, what was learned, and writing rounds down. */
export function LoopPage({ sprintId, loopId, notFound }: LoopPageProps) {
  const { t } = useTranslation(['received', 'loops', 'common'])
  const failureText = useFailureText()
  const one = useQuery(loopQuery(sprintId, loopId))
  if (one.error instanceof ApiError && (one.error.code === 'not_found' || one.error.code === 'forbidden')) {
    return notFound
  }
  if (one.data !== undefined) return <Shown one={one.data} isStale={one.isError} />
  if (one.isPending) return <Spinner />
  return (
    <Page title={t('page')}>
      <Notice
        tone="error"
        action={
          <Button size="sm" busy={one.isFetching} onClick={() => void one.refetch()}>
            {t('common:retry')}
          </Button>
        }
      >
        {t('loadFailed')} {failureText(one.error)}
      </Notice>
    </Page>
  )
}

function Shown({ one: { loop, sprint, mayRun, trial }, isStale }: { one: OneLoop; isStale: boolean }) {
  const { t } = useTranslation(['received', 'loops'])
  const [asked, setAsked] = useState<{ what: 'held' | 'move'; round: LoopRound } | null>(null)
  const close = () => setAsked(null)
  return (
    <Page
      title={t('page')}
      intro={sprint.isOpen ? undefined : t('onlyThis')}
      before={
        <Link to="/sprints" className={styles.back}>
          <ChevronLeft size={18} aria-hidden />
          {t('back')}
        </Link>
      }
    >
      {isStale && <Notice tone="info">{t('loops:stale')}</Notice>}
      <p className={styles.meta}>
        {sprint.isOpen ? (
          <Link to="/sprints/$sprintId" params={{ sprintId: sprint.id }} hash="loops">
            {t('fromSprint', { sprint: sprint.title })}
          </Link>
        ) : (
          t('fromSprint', { sprint: sprint.title })
        )}
      </p>
      <ul className={styles.only}>
        <LoopRow
          sprint={{ id: sprint.id, boards: [] }}
          loop={loop}
          level="h2"
          onAsk={mayRun ? (about) => 'round' in about && setAsked(about) : undefined}
          mayPlan={false}
        />
      </ul>
      {trial !== null && <LoopTrialSection trial={trial} />}
      {asked?.what === 'held' && <HeldDialog sprintId={sprint.id} loop={loop} round={asked.round} onClose={close} />}
      {asked?.what === 'move' && (
        <MoveRoundDialog sprintId={sprint.id} loop={loop} round={asked.round} onClose={close} />
      )}
    </Page>
  )
}
