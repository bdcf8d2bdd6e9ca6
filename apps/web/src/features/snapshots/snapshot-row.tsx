import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../i18n/use-moment.ts'
import { classNames } from '../../ui/class-names.ts'
import { AnswerList } from './answer-list.tsx'
import styles from './snapshot-row.module.css'

type SnapshotRowProps = {
  snapshot: SnapshotSummary
  /** The day that it is about, in words; undefined when it is about none. */
  day: string | undefined
}

/** One snapshot of a list: its number, what it is called, how it stands and what was answered. */
export function SnapshotRow({ snapshot, day }: SnapshotRowProps) {
  const { t } = useTranslation('snapshots')
  const moment = useMoment()
  const { id, number, title, status, final, madeAt, publishedAt, answers } = snapshot
  const isOpen = status === 'draft' || status === 'published'
  const when = moment(publishedAt ?? madeAt)
  return (
    <li className={styles.row}>
      <span className={classNames(styles.number, number === null && styles.unnumbered)}>
        <span aria-hidden>{number ?? '–'}</span>
        <span className="visually-hidden">{number === null ? t('notNumbered') : t('number', { number })}</span>
      </span>
      <div className={styles.words}>
        <h3 className={styles.title}>
          {isOpen ? (
            <Link to="/snapshots/$snapshotId" params={{ snapshotId: id }} className={styles.link}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <p className={styles.quiet}>{[day, when].filter((word) => word !== undefined && word !== '').join(' · ')}</p>
        <p className={styles.marks}>
          <SnapshotStatusWord snapshot={snapshot} />
          {final && <span className={styles.status}>✓ {t('final')}</span>}
        </p>
        {answers.length > 0 && <AnswerList answers={answers} />}
      </div>
    </li>
  )
}

const SIGNS = { draft: '○', prepared: '◐', published: '●', withdrawn: '▫', expired: '▫' } as const

/** How a snapshot stands, as sign and word. */
export function SnapshotStatusWord({ snapshot }: { snapshot: Pick<SnapshotSummary, 'status' | 'prepared'> }) {
  const { t } = useTranslation('snapshots')
  const state = snapshot.status === 'draft' && snapshot.prepared ? 'prepared' : snapshot.status
  return (
    <span className={classNames(styles.status, state === 'prepared' && styles.prepared)}>
      <span aria-hidden>{SIGNS[state]}</span> {t(`state_${state}`)}
    </span>
  )
}
