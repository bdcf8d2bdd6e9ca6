import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SnapshotList } from './snapshot-list.tsx'
import styles from './snapshot-row.module.css'

type SprintSnapshotsProps = {
  sprintId: string
  /** Key of the day that is shown: a new snapshot begins with its preset. */
  shown: string | null
  /** Key of the day that it is today. */
  today: string | null
  /** The days of the sprint, as they are called. */
  dayNames: ReadonlyMap<string, string>
}

/** The snapshots of a sprint on its page, those of today first. */
export function SprintSnapshots({ sprintId, shown, today, dayNames }: SprintSnapshotsProps) {
  const { t } = useTranslation('snapshots')
  const heading = useId()
  const dayName = ({ day }: SnapshotSummary) => {
    const name = day === null ? undefined : dayNames.get(day)
    return name !== undefined && day === today ? `${name}, ${t('today')}` : name
  }
  const shownName = dayNames.get(shown ?? '')
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <div className={styles.head}>
        <h2 id={heading}>{t('title')}</h2>
      </div>
      <SnapshotList
        scope={{ kind: 'sprint', id: sprintId }}
        day={shown}
        dayName={dayName}
        order={(all) => todayFirst(all, today)}
        {...(shownName !== undefined && { makeLabel: t('makeOf', { day: shownName }) })}
      />
    </section>
  )
}

/** The order stays otherwise. */
function todayFirst(all: readonly SnapshotSummary[], today: string | null): SnapshotSummary[] {
  const isToday = ({ day }: SnapshotSummary) => day !== null && day === today
  return [...all.filter(isToday), ...all.filter((snapshot) => !isToday(snapshot))]
}
