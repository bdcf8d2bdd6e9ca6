import type { BoardState } from '@samtavle/shared/access'
import type { BoardSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus, Upload } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { boardsQuery, isUnreachable, useMe } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button, ButtonLook } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { BoardMenu } from './board-menu.tsx'
import { byLastEdit, searchBoards } from './board-order.ts'
import rowStyles from './board-row.module.css'
import { BoardRow } from './board-row.tsx'
import { BoardsOnDevice } from './boards-on-device.tsx'
import styles from './boards-page.module.css'
import { FoundOnBoards } from './found-on-boards.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { WaitingHere } from './waiting-here.tsx'

type BoardsPageProps = {
  show: BoardState
  onShowChange: (show: BoardState) => void
  /** What is searched for when the page opens. */
  words?: string | undefined
  /** The dialog of another feature; the page only says when and for which board. */
  shareDialog: (board: BoardSummary, onClose: () => void) => ReactNode
}

export function BoardsPage({ show, onShowChange, words = '', shareDialog }: BoardsPageProps) {
  const { t } = useTranslation('boards')
  const me = useMe()
  const [query, setQuery] = useState(words)
  const [renaming, setRenaming] = useState<BoardSummary | null>(null)
  const [sharing, setSharing] = useState<BoardSummary | null>(null)
  const [importing, setImporting] = useState(false)
  return (
    <Page
      title={t('boardsTitle')}
      intro={t('boardsIntro')}
      action={
        me.may.createBoards && (
          <div className={styles.actions}>
            <Button icon={<Upload size={20} aria-hidden />} onClick={() => setImporting(true)}>
              {t('importBoard')}
            </Button>
            <ButtonLook variant="primary">
              <Link to="/templates">
                <Plus size={20} aria-hidden />
                {t('newBoard')}
              </Link>
            </ButtonLook>
          </div>
        )
      }
    >
      <div className={styles.tools}>
        <SearchField className={styles.search ?? ''} label={t('search')} value={query} onChange={setQuery} />
        <Segmented
          label={t('show')}
          value={show}
          onChange={onShowChange}
          options={[
            { value: 'active', label: t('stateActive') },
            { value: 'archived', label: t('stateArchived') },
            { value: 'deleted', label: t('stateDeleted') },
          ]}
        />
      </div>
      <WaitingHere />
      <BoardList
        key={show}
        show={show}
        query={query.trim()}
        onClearQuery={() => setQuery('')}
        menu={(board) => (
          <BoardMenu board={board} onRename={() => setRenaming(board)} onShare={() => setSharing(board)} />
        )}
      />
      {show !== 'deleted' && <FoundOnBoards query={query.trim()} show={show} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {renaming !== null && <RenameDialog board={renaming} onClose={() => setRenaming(null)} />}
      {sharing !== null && shareDialog(sharing, () => setSharing(null))}
    </Page>
  )
}

type BoardListProps = {
  show: BoardState
  query: string
  onClearQuery: () => void
  menu: (board: BoardSummary) => ReactNode
}

function BoardList({ show, query, onClearQuery, menu }: BoardListProps) {
  const { t } = useTranslation('boards')
  const me = useMe()
  const boards = useQuery(boardsQuery(show))
  if (boards.isPending) return <Skeleton rows={5} />
  if (boards.isError && isUnreachable(boards.error))
    return <BoardsOnDevice show={show} query={query} onRetry={() => void boards.refetch()} />
  if (boards.isError) {
    return <QueryFailure query={boards}>{t('listFailed')}</QueryFailure>
  }
  if (boards.data.length === 0) return <NoBoards show={show} mayCreate={me.may.createBoards} />
  const hits = searchBoards(byLastEdit(boards.data), query)
  return (
    <>
      <p className={query === '' ? 'visually-hidden' : styles.count} role="status">
        {t('hits', { count: hits.length })}
      </p>
      {show === 'deleted' && <p className={styles.count}>{t('deletedHint')}</p>}
      {hits.length === 0 ? (
        <EmptyState
          title={t('noHitsTitle', { query })}
          text={t('noHitsText')}
          action={<Button onClick={onClearQuery}>{t('clearSearch')}</Button>}
        />
      ) : (
        <ul className={rowStyles.list} aria-label={t('list')}>
          {hits.map((board) => (
            <BoardRow key={board.id} board={board} level="h2" action={menu(board)} />
          ))}
        </ul>
      )}
    </>
  )
}

function NoBoards({ show, mayCreate }: { show: BoardState; mayCreate: boolean }) {
  const { t } = useTranslation('boards')
  if (show === 'archived') return <EmptyState title={t('emptyArchivedTitle')} text={t('emptyArchivedText')} />
  if (show === 'deleted') return <EmptyState title={t('emptyDeletedTitle')} text={t('emptyDeletedText')} />
  if (!mayCreate) return <EmptyState title={t('waitTitle')} text={t('waitText')} />
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <ButtonLook variant="primary">
          <Link to="/templates">{t('chooseTemplate')}</Link>
        </ButtonLook>
      }
    />
  )
}
