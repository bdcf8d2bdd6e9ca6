import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { installationQuery } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { useLate } from '../ui/use-late.ts'
import { endOf } from './board-over-http.ts'
import styles from './board-page.module.css'
import { boardQuery } from './board-query.ts'
import { EndedPage } from './ended-page.tsx'
import { LoadedBoard } from './loaded-board.tsx'
import { LoadingBoard } from './loading-board.tsx'

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
    const reason = endOf(board.error)
    // That a board is deleted is told to its owner only.
    const mayRestore = reason === 'gone'
    if (reason) {
      const onReload = () => void board.refetch()
      return <EndedPage {...{ reason, boardId, mayRestore, onReload }} lost={false} />
    }
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
