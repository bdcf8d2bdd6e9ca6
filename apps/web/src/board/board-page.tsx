import type { BoardSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { takeWords } from '../device/device-shelf.ts'
import { installationQuery, useMe } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { useLate } from '../ui/use-late.ts'
import { endOf } from './board-over-http.ts'
import styles from './board-page.module.css'
import { boardQuery } from './board-query.ts'
import { EndedPage } from './ended-page.tsx'
import { LoadedBoard } from './loaded-board.tsx'
import { LoadingBoard } from './loading-board.tsx'
import { useBoardHere, useRetiredWords } from './use-board-here.ts'

/** Without an answer for so long, in ms, the board is opened as this device has it. */
const SERVER_WAIT_MS = 2_500

/** One board on the whole page: as the server tells of it, and while that does not answer, as this device knows it. */
export function BoardPage({ boardId }: { boardId: string }) {
  const { t } = useTranslation('board')
  const board = useQuery(boardQuery(boardId))
  const installation = useQuery(installationQuery)
  const late = useLate(board.isPending)
  const reason = board.isError ? endOf(board.error) : undefined
  const slow = useLate(board.isPending || installation.isPending, SERVER_WAIT_MS)
  const isUnreachable = slow || (board.isError && reason === undefined)
  const here = useBoardHere(boardId, isUnreachable)
  const known: BoardSummary | null = board.data ?? here?.summary ?? null
  const isAnswered = board.data !== undefined && !installation.isPending
  // Opened once, it stays open, whatever the next answer is: its own connection tells what became of it.
  const opened = useRef(false)
  if (known !== null && (opened.current || (reason === undefined && (isAnswered || isUnreachable)))) {
    opened.current = true
    const licenseKey = installation.data?.tldrawLicenseKey ?? undefined
    return <LoadedBoard board={known} licenseKey={licenseKey} fromDevice={board.data === undefined} />
  }
  if (reason !== undefined) {
    return <EndedBoard boardId={boardId} reason={reason} onReload={() => void board.refetch()} />
  }
  if (board.isError) {
    return (
      <main className={styles.ended}>
        <PageHeading title={t('unreachableTitle')} />
        <p>{t('unreachableText')}</p>
        <div className={styles.actions}>
          <Button variant="primary" busy={board.isFetching} onClick={() => void board.refetch()}>
            {t('retry')}
          </Button>
        </div>
      </main>
    )
  }
  return late ? <LoadingBoard /> : null
}

type EndedBoardProps = { boardId: string; reason: NonNullable<ReturnType<typeof endOf>>; onReload(): void }

/** A board that cannot be opened. What this device had of it goes, but for the words that no server took. */
function EndedBoard({ boardId, reason, onReload }: EndedBoardProps) {
  const me = useMe()
  const { left, forget } = useRetiredWords(me.id, boardId, reason !== 'signedOut')
  const onTaken = () => void takeWords(me.id, boardId).then(forget)
  return (
    <EndedPage
      reason={reason}
      boardId={boardId}
      title={left?.title ?? ''}
      lost={left !== null}
      words={left?.words ?? []}
      onTaken={onTaken}
      // That a board is deleted is told to its owner only.
      mayRestore={reason === 'gone'}
      onReload={onReload}
    />
  )
}
