import type { TrialAnswer } from '@samtavle/shared/trial-api'
import { TRIAL_PARTS } from '@samtavle/shared/trial-card'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { isUnreachable } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { Time } from '../../ui/time.tsx'
import { TrialForm } from './trial-form.tsx'
import { MissingParts, TrialStatusMark } from './trial-status.tsx'
import styles from './trials.module.css'

const LOST = new Set(['not_found', 'gone'])

/** One trial action and its log, for a phone where the work is: without the canvas. `shape` is the card's whole id. */
export function TrialPage({ boardId, shape }: { boardId: string; shape: string }) {
  const { t } = useTranslation(['trials', 'common'])
  const failureText = useFailureText()
  const trial = useQuery({
    queryKey: ['trials', boardId, shape],
    queryFn: ({ signal }) => api.trial(boardId, shape, signal),
    retry: false,
  })
  const back = (
    <Link to="/trials" className={styles.back}>
      <ArrowLeft size={18} aria-hidden />
      {t('back')}
    </Link>
  )
  if (trial.error instanceof ApiError && LOST.has(trial.error.code)) {
    return (
      <Page title={t('goneTitle')} intro={t('goneText')} before={back} narrow>
        {/* What somebody wrote meanwhile is given back here. */}
        <TrialForm boardId={boardId} shape={shape} trial={null} isLost />
      </Page>
    )
  }
  if (trial.isPending) {
    return (
      <Page title={t('form')} before={back} narrow>
        <Skeleton />
      </Page>
    )
  }
  const shown = trial.data
  return (
    <Page title={shown === undefined ? t('form') : shown.title || t('unnamed')} before={back} narrow>
      {trial.isError && (
        <Notice
          tone={isUnreachable(trial.error) ? 'info' : 'error'}
          action={
            <Button size="sm" onClick={() => void trial.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {isUnreachable(trial.error) ? t('cardFailed') : failureText(trial.error)}
        </Notice>
      )}
      {shown !== undefined && <Card trial={shown} />}
      {shown?.mayLog === false ? (
        <Notice tone="info">{t('readOnly')}</Notice>
      ) : (
        <TrialForm boardId={boardId} shape={shape} trial={shown ?? null} />
      )}
      {shown !== undefined && <Log trial={shown} />}
    </Page>
  )
}

function Card({ trial }: { trial: TrialAnswer }) {
  const { t } = useTranslation('trials')
  const { boardId, board, section } = trial
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <TrialStatusMark {...trial} />
        <Link to="/boards/$boardId" params={{ boardId }}>
          {section === '' ? board : t('place', { board, section })}
        </Link>
      </div>
      <MissingParts {...trial} />
      <dl className={styles.parts}>
        {TRIAL_PARTS.map((part) => (
          <div key={part} data-part={part}>
            <dt>{t(`part_${part}`)}</dt>
            <dd>{trial[part] === '' ? <span className={styles.nothing}>{t('nothing')}</span> : trial[part]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Log({ trial }: { trial: TrialAnswer }) {
  const { t } = useTranslation('trials')
  const moment = useMoment()
  return (
    <section className={styles.log} aria-labelledby="trial-log">
      <h2 id="trial-log">{t('log')}</h2>
      {trial.lines.length === 0 && <p className={styles.meta}>{t('logEmpty')}</p>}
      <ol className={styles.lines}>
        {trial.lines.map(({ line, at, who, happened, learned }) => (
          <li key={line}>
            <p className={styles.meta}>
              <Time iso={at}>{who === '' ? moment(at) : t('by', { when: moment(at), who })}</Time>
            </p>
            {happened !== '' && <p>{happened}</p>}
            {learned !== '' && (
              <p>
                <strong>{t('learned')}:</strong> {learned}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
