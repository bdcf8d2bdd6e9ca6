import type { BoardState } from '@samtavle/shared/access'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { searchBoards } from './board-order.ts'
import rowStyles from './board-row.module.css'
import { BoardRow } from './board-row.tsx'
import styles from './boards-on-device.module.css'
import { useDeviceQuery } from './device-query.ts'

type BoardsOnDeviceProps = { show?: BoardState; query?: string; level?: 'h2' | 'h3'; onRetry(): void }

/** In place of the list while the server does not answer: which boards can be opened all the same. */
export function BoardsOnDevice({ show = 'active', query = '', level = 'h2', onRetry }: BoardsOnDeviceProps) {
  const { t } = useTranslation(['device', 'common'])
  const { data } = useQuery(useDeviceQuery())
  if (data === undefined) return <Skeleton rows={3} />
  const waiting = new Map(data.boards.map(({ boardId, waiting }) => [boardId, waiting]))
  const shown = searchBoards(
    data.boards.map(({ summary }) => summary).filter(({ state }) => state === show),
    query,
  )
  const retry = (
    <Button size="sm" onClick={onRetry}>
      {t('common:retry')}
    </Button>
  )
  return (
    <div className={styles.here}>
      <Notice tone="attention" action={retry}>
        <strong>{t('offlineTitle')}.</strong> {data.boards.length > 0 ? t('offlineBoards') : t('noBoards')}
      </Notice>
      {shown.length > 0 && (
        <ul className={rowStyles.list} aria-label={t('boardsHere')}>
          {shown.map((board) => (
            <BoardRow key={board.id} board={board} level={level} here={{ waiting: waiting.get(board.id) ?? 0 }} />
          ))}
        </ul>
      )}
    </div>
  )
}
