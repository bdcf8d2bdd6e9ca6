import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { sprintLogQuery } from './log-client.ts'
import styles from './purpose-now.module.css'
import { purposeChanges, purposeOf } from './purpose-versions.ts'

/**
 * What a sprint works for right now, whether that has changed since the kick-off, and the way to the log. Nothing while
 * the log is not there: the page that it stands on does not wait for it.
 */
export function PurposeNow({ sprintId }: { sprintId: string }) {
  const { t } = useTranslation('log')
  const moment = useMoment()
  const heading = useId()
  const log = useQuery(sprintLogQuery(sprintId))
  if (log.data === undefined) return null
  const { now } = purposeOf(log.data.purposes)
  const change = purposeChanges(log.data.purposes)[0]
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading} className={styles.heading}>
        {t('purposeNow')}
      </h2>
      {now === null ? (
        <p className={styles.quiet}>{t('noPurposeYet')}</p>
      ) : (
        <>
          {change !== undefined && (
            <p className={styles.quiet}>{t('changedWhen', { when: moment(change.after.at) })}</p>
          )}
          <p className={styles.purpose}>{now.purpose}</p>
        </>
      )}
      <Link to="/sprints/$sprintId/log" params={{ sprintId }} className={styles.more}>
        {t('seeLog')}
        <ChevronRight size={16} aria-hidden />
      </Link>
    </section>
  )
}
