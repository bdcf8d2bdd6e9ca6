import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ShelvedBoard, shelvedBoards } from '../../device/device-shelf.ts'
import { keepsBoards } from '../../device/this-device.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import rowStyles from './board-row.module.css'
import { BoardRow } from './board-row.tsx'

type BoardsOnDeviceProps = { level?: 'h2' | 'h3'; onRetry(): void }

/** In place of the list while the server does not answer: which boards can be opened all the same. */
export function BoardsOnDevice({ level = 'h2', onRetry }: BoardsOnDeviceProps) {
  const { t } = useTranslation(['device', 'common'])
  const boards = useBoardsOnDevice()
  const retry = (
    <Button size="sm" onClick={onRetry}>
      {t('common:retry')}
    </Button>
  )
  if (boards === undefined) return <Skeleton rows={3} />
  return (
    <>
      <Notice tone="attention" action={retry}>
        <strong>{t('offlineTitle')}.</strong> {boards.length > 0 ? t('offlineBoards') : t('noBoards')}
      </Notice>
      {boards.length > 0 && (
        <ul className={rowStyles.list} aria-label={t('boardsHere')}>
          {boards.map(({ boardId, summary }) => (
            <BoardRow key={boardId} board={summary} level={level} isHere />
          ))}
        </ul>
      )}
    </>
  )
}

function useBoardsOnDevice(): ShelvedBoard[] | undefined {
  const me = useMe()
  const queryFn = () => (keepsBoards() ? shelvedBoards(me.id) : [])
  return useQuery({ queryKey: ['boards on this device', me.id], queryFn, staleTime: 0, gcTime: 0 }).data
}
