import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError, type FailureCode } from '../api-client.ts'
import { installationQuery } from '../queries.ts'
import type { EndReason } from '../sync/board-connection.ts'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { useLate } from '../ui/use-late.ts'
import styles from './board-page.module.css'
import { boardQuery } from './board-query.ts'
import { EndedPage } from './ended-page.tsx'
import { LoadedBoard } from './loaded-board.tsx'
import { LoadingBoard } from './loading-board.tsx'

const END_OF: Partial<Record<FailureCode, EndReason>> = {
  not_found: 'noSuchBoard',
  gone: 'gone',
  forbidden: 'notAllowed',
  unauthenticated: 'signedOut',
}

/** One board on the whole page. */
export function BoardPage({ boardId }: { boardId: string }) {
  const { t } = useTranslation('board')
  const board = useQuery(boardQuery(boardId))
  const installation = useQuery(installationQuery)
  const late = useLate(board.isPending)
  if (board.data && !installation.isPending) {
    return <LoadedBoard board={board.data} licenseKey={installation.data?.tldrawLicenseKey ?? undefined} />
  }
  if (board.isError) {
    const code = board.error instanceof ApiError ? board.error.code : 'internal'
    const reason = END_OF[code]
    if (reason)
      return <EndedPage reason={reason} boardId={boardId} lost={false} onReload={() => void board.refetch()} />
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
