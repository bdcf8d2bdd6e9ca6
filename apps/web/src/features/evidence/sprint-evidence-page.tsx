import type { SprintEvidence } from '@samtavle/shared/evidence-api'
import type { EvidenceStep } from '@samtavle/shared/evidence-step'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { sprintQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { bySteps } from './chain-steps.ts'
import styles from './sprint-evidence.module.css'
import { StepSection } from './step-section.tsx'
import { UntiedNotes } from './untied-notes.tsx'

/** How often the page asks again while words on boards are still being read, in ms. */
const BEHIND_MS = 2_500

type Choice = { step: EvidenceStep | undefined; onStep: (step: EvidenceStep | undefined) => void }
type SprintEvidencePageProps = Choice & {
  sprintId: string
  /** Shown for a sprint that there is not, or that one may not see. */
  notFound: ReactNode
}

/** What builds on what in a whole sprint, step by step, and what is tied to nothing yet. */
export function SprintEvidencePage({ sprintId, notFound, ...choice }: SprintEvidencePageProps) {
  const { t } = useTranslation(['sprintEvidence', 'common'])
  const failureText = useFailureText()
  const sprint = useQuery(sprintQuery(sprintId))
  const evidence = useQuery({
    queryKey: ['sprints', sprintId, 'evidence'],
    queryFn: ({ signal }) => api.sprintEvidence(sprintId, signal),
    refetchInterval: ({ state }) => (state.data?.behind ? BEHIND_MS : false),
  })
  const failure = evidence.error ?? sprint.error
  if (failure instanceof ApiError && (failure.code === 'not_found' || failure.code === 'forbidden')) return notFound
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      before={
        <Link to="/sprints/$sprintId" params={{ sprintId }} className={styles.back}>
          <ChevronLeft size={18} aria-hidden />
          {sprint.data?.title ?? t('backToSprint')}
        </Link>
      }
    >
      {evidence.isPending && <Skeleton rows={5} />}
      {evidence.isError && evidence.data === undefined && (
        <Notice
          tone="error"
          action={
            <Button size="sm" busy={evidence.isFetching} onClick={() => void evidence.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {t('loadFailed')} {failureText(evidence.error)}
        </Notice>
      )}
      {evidence.isError && evidence.data !== undefined && <Notice tone="info">{t('stale')}</Notice>}
      {evidence.data && <Evidence evidence={evidence.data} boards={sprint.data?.boards} {...choice} />}
    </Page>
  )
}

type EvidenceProps = Choice & { evidence: SprintEvidence; boards: Sprint['boards'] | undefined }

function Evidence({ evidence, boards, step, onStep }: EvidenceProps) {
  const { t } = useTranslation('sprintEvidence')
  const { nodes, ideasWithout, insightsUnused, more, behind } = evidence
  if (boards?.length === 0) return <EmptyState title={t('noBoards')} text={t('noBoardsText')} />
  const { steps, hidden } = bySteps(evidence)
  const total = nodes.length - hidden
  // Without chains there is nothing to choose among, whatever the address says.
  const only = total > 0 ? step : undefined
  const isShown = (one: EvidenceStep) => only === undefined || only === one
  const tiedIdeas = steps.find((one) => one.step === 'idea')?.notes.length ?? 0
  return (
    <>
      <p className={styles.status} role="status">
        {behind && t('behind')}
      </p>
      {total > 0 && (
        <Segmented<EvidenceStep | 'all'>
          className={styles.filter ?? ''}
          label={t('show')}
          value={only ?? 'all'}
          onChange={(next) => onStep(next === 'all' ? undefined : next)}
          options={[
            { value: 'all', label: t('option', { step: t('all'), count: total }) },
            ...steps.flatMap(({ step: value, notes }) => {
              if (value === 'other') return []
              const name = t(`step_${value}`)
              // Notes that are tied to nothing are of a step, too: »0« would deny them.
              return { value, label: notes.length === 0 ? name : t('option', { step: name, count: notes.length }) }
            }),
          ]}
        />
      )}
      {total === 0 && hidden === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      {isShown('idea') && (
        <UntiedNotes
          title={ideasWithout.count === 0 ? t('ideasAllTied') : t('ideasWithout', { count: ideasWithout.count })}
          text={ideasWithout.count === 0 ? t('ideasAllTiedText') : t('ideasWithoutText')}
          list={ideasWithout}
          always={tiedIdeas > 0}
        />
      )}
      {isShown('insight') && (
        <UntiedNotes
          title={t('insightsUnused', { count: insightsUnused.count })}
          text={t('insightsUnusedText')}
          list={insightsUnused}
        />
      )}
      {total > 0 &&
        steps
          .filter((one) => only === undefined || one.step === only)
          .map((one) => <StepSection key={one.step} {...one} behind={behind} />)}
      {hidden > 0 && <p className={styles.meta}>{t('hidden', { count: hidden })}</p>}
      {more && <p className={styles.meta}>{t('more')}</p>}
    </>
  )
}
