import type { TrialSummary } from '@samtavle/shared/trial-api'
import { TRIAL_STATUSES, type TrialStatus } from '@samtavle/shared/trial-card'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button, ButtonLook } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { Time } from '../../ui/time.tsx'
import { MissingParts, TrialStatusMark } from './trial-status.tsx'
import styles from './trials.module.css'

/** How often a list is asked for again while words on boards are still being read, in ms. */
const BEHIND_MS = 2_500
/** Letters of a card that its board is asked to find. */
const FIND_LENGTH = 60

type TrialFilter = { status?: TrialStatus; sprint?: string }

/** All trial actions on the boards that one may see. */
export function TrialsPage({ filter, onFilter }: { filter: TrialFilter; onFilter: (filter: TrialFilter) => void }) {
  const { t } = useTranslation('trials')
  const { status, ...rest } = filter
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Segmented
        className={styles.filter ?? ''}
        label={t('show')}
        value={status ?? 'all'}
        onChange={(next) => onFilter(next === 'all' ? rest : { ...rest, status: next })}
        options={[
          { value: 'all', label: t('all') },
          ...TRIAL_STATUSES.map((value) => ({ value, label: t(`status_${value}`) })),
        ]}
      />
      <TrialList filter={filter} onAll={() => onFilter(rest)} />
    </Page>
  )
}

function TrialList({ filter, onAll }: { filter: TrialFilter; onAll: () => void }) {
  const { t } = useTranslation('trials')
  const answer = useQuery({
    queryKey: ['trials', 'list', filter],
    queryFn: ({ signal }) => api.trials(filter, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.behind ? BEHIND_MS : false),
  })
  if (answer.isPending) return <Skeleton rows={5} />
  if (answer.isError) {
    return <QueryFailure query={answer}>{t('listFailed')}</QueryFailure>
  }
  const { trials, more, behind } = answer.data
  return (
    <>
      <p className={styles.count} role="status">
        {trials.length > 0 && t('count', { count: trials.length })} {behind && t('behind')}
      </p>
      {trials.length === 0 && !behind && <NoTrials isFiltered={filter.status !== undefined} onAll={onAll} />}
      <ul className={styles.list} aria-label={t('list')}>
        {trials.map((trial) => (
          <TrialRow key={`${trial.boardId} ${trial.shape}`} trial={trial} />
        ))}
      </ul>
      {more && <p className={styles.count}>{t('more')}</p>}
    </>
  )
}

function TrialRow({ trial }: { trial: TrialSummary }) {
  const { t } = useTranslation('trials')
  const moment = useMoment()
  const { boardId, board, section, hypothesis, responsible, lastLine } = trial
  const title = trial.title === '' ? t('unnamed') : trial.title
  const shape = trial.shape.slice('shape:'.length)
  const words = trial.title || hypothesis
  const find = words === '' ? {} : { find: words.split('\n')[0]?.slice(0, FIND_LENGTH) ?? '', at: trial.shape }
  const last = lastLine && (lastLine.happened || lastLine.learned)
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link to="/trials/$boardId/$shape" params={{ boardId, shape }} className={styles.link}>
            {title}
          </Link>
        </h2>
        <TrialStatusMark {...trial} />
      </div>
      {hypothesis !== '' && <p className={styles.hypothesis}>{hypothesis}</p>}
      <p className={styles.meta}>
        {section === '' ? board : t('place', { board, section })}
        {responsible !== '' && (
          <>
            <span className={styles.sep} aria-hidden />
            {t('responsibleIs', { who: responsible })}
          </>
        )}
      </p>
      <MissingParts {...trial} />
      {last && (
        <p className={styles.meta}>
          {t('lastLine')}, <Time iso={lastLine.at}>{moment(lastLine.at)}</Time>: {last}
        </p>
      )}
      <div className={styles.actions}>
        <ButtonLook size="sm" variant={trial.status === 'running' && trial.mayLog ? 'primary' : 'outline'}>
          <Link
            to="/trials/$boardId/$shape"
            params={{ boardId, shape }}
            aria-label={t(trial.mayLog ? 'writeIn' : 'seeIn', { title })}
          >
            {t(trial.mayLog ? 'write' : 'see')}
          </Link>
        </ButtonLook>
        <ButtonLook size="sm" variant="quiet">
          <Link to="/boards/$boardId" params={{ boardId }} search={find} aria-label={t('onBoardNamed', { title })}>
            {t('onBoard')}
          </Link>
        </ButtonLook>
      </div>
    </li>
  )
}

function NoTrials({ isFiltered, onAll }: { isFiltered: boolean; onAll: () => void }) {
  const { t } = useTranslation('trials')
  if (isFiltered) {
    return (
      <EmptyState
        title={t('noneTitle')}
        text={t('noneText')}
        action={<Button onClick={onAll}>{t('showAll')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <ButtonLook variant="primary">
          <Link to="/boards">{t('toBoards')}</Link>
        </ButtonLook>
      }
    />
  )
}
