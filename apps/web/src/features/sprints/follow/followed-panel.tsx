import type { ProgrammeSummary, Sprint } from '@samtavle/shared/sprint-api'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../../i18n/i18n.ts'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/spinner.tsx'
import { CarriedLoopsField } from '../loops/carried-loops.tsx'
import { useDayWords } from '../use-day-words.ts'
import styles from './follows-field.module.css'
import type { FollowedSprint } from './use-followed-sprint.ts'

type FollowedPanelProps = {
  followed: FollowedSprint
  programmes: readonly ProgrammeSummary[]
  onRemove: () => void
}

/** The earlier sprint that was chosen, with what comes along from it and what stays there. */
export function FollowedPanel({ followed, programmes, onRemove }: FollowedPanelProps) {
  const { t } = useTranslation(['follow', 'common'])
  const failureText = useFailureText()
  const words = useDayWords()
  const { older, failure, isUnknown } = followed
  return (
    <section aria-labelledby="followed" className={styles.panel}>
      <div className={styles.head}>
        <div>
          <h3 id="followed" className={styles.label}>
            {t('previous')}
          </h3>
          {older !== undefined && (
            <>
              <p className={styles.title}>{older.title}</p>
              <p className={styles.quiet}>{words.weekSpan(older.startDate, older.lastDate)}</p>
            </>
          )}
        </div>
        <Button size="sm" aria-label={t('removeNamed', { title: older?.title ?? '' }).trim()} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      {older === undefined && failure === null && <Skeleton rows={2} />}
      {failure !== null && isUnknown && <Notice tone="error">{t('unknown')}</Notice>}
      {failure !== null && !isUnknown && (
        <Notice
          tone="error"
          action={
            <Button size="sm" busy={followed.isFetching} onClick={followed.retry}>
              {t('common:retry')}
            </Button>
          }
        >
          {t('loadFailed')} {failureText(failure)}
        </Notice>
      )}
      {older !== undefined && <ComesAlong older={older} programmes={programmes} loops={followed.loops} />}
    </section>
  )
}

type ComesAlongProps = { older: Sprint; programmes: readonly ProgrammeSummary[]; loops: FollowedSprint['loops'] }

function ComesAlong({ older, programmes, loops }: ComesAlongProps) {
  const { t, i18n } = useTranslation('follow')
  const programme = programmes.find(({ id }) => id === older.programmeId)
  return (
    <>
      <h4 className={styles.label}>{t('comesAlong')}</h4>
      <dl className={styles.facts}>
        <div>
          <dt>{t('commissioner')}</dt>
          <dd>{older.commissioner.name}</dd>
        </div>
        {programme !== undefined && (
          <div>
            <dt>{t('programme')}</dt>
            <dd>{programme.name[shownLocale(i18n.language)]}</dd>
          </div>
        )}
      </dl>
      <p className={styles.quiet}>{t('canChange')}</p>
      <CarriedLoopsField sprint={older} carried={loops} />
      {!loops.isPending && !loops.isError && loops.open.length === 0 && (
        <p className={styles.quiet}>{loops.mayPlan ? t('noLoops') : t('loopsStay')}</p>
      )}
      <p className={styles.quiet}>{t('staysThere')}</p>
    </>
  )
}
