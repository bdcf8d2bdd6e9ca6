import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './snapshot-page.module.css'

/** The way to what a snapshot is of. */
export function SnapshotBack({
  answer: { sprintId, boardId },
}: {
  answer: Pick<SnapshotAnswer, 'sprintId' | 'boardId'>
}) {
  const { t } = useTranslation('snapshots')
  if (sprintId !== null) {
    return (
      <Link to="/sprints/$sprintId" params={{ sprintId }} className={styles.back}>
        <ChevronLeft size={18} aria-hidden />
        {t('back')}
      </Link>
    )
  }
  if (boardId === null) return null
  return (
    <Link to="/boards/$boardId" params={{ boardId }} className={styles.back}>
      <ChevronLeft size={18} aria-hidden />
      {t('backToBoard')}
    </Link>
  )
}
