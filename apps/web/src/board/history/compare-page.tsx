import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button, ButtonLook } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { boardQuery } from '../board-query.ts'
import styles from './compare-page.module.css'
import { CompareView } from './compare-view.tsx'
import { useVersionWords } from './use-version-words.ts'
import { presentRecordsQuery, versionRecordsQuery, versionsQuery } from './version-client.ts'

const NOW = 'now'

type ComparePageProps = { boardId: string; from?: string; to?: string }

/** Two states of a board side by side: the newest version and now, unless others are asked for. */
export function ComparePage({ boardId, from, to = NOW }: ComparePageProps) {
  const { t } = useTranslation(['history', 'common'])
  const navigate = useNavigate()
  const words = useVersionWords()
  const failureText = useFailureText()
  const board = useQuery(boardQuery(boardId))
  const versions = useQuery(versionsQuery(boardId))
  const first = from ?? versions.data?.[0]?.id
  const before = useRecordsOf(boardId, first)
  const after = useRecordsOf(boardId, to)
  const options = [
    { value: NOW, label: t('now') },
    ...(versions.data ?? []).map((version) => ({ value: version.id, label: words.whole(version) })),
  ]
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? t('unknownVersion')
  const choose = (change: { from?: string; to?: string }) =>
    void navigate({
      to: '/boards/$boardId/compare',
      params: { boardId },
      search: { ...(first === undefined ? {} : { from: first }), to, ...change },
      replace: true,
    })
  const failed = [board, versions, before, after].find(({ isError }) => isError)
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <ButtonLook size="sm" variant="quiet">
          <Link to="/boards/$boardId" params={{ boardId }}>
            <ArrowLeft size={20} aria-hidden />
            {t('backToBoard')}
          </Link>
        </ButtonLook>
        <PageHeading
          title={board.data === undefined ? t('compare') : t('compareTitle', { board: board.data.title })}
          className={styles.title}
        />
        {first !== undefined && (
          <div className={styles.choices}>
            <Select
              label={t('compareFrom')}
              size="md"
              value={first}
              onChange={(id) => choose({ from: id })}
              options={options}
            />
            <Select
              label={t('compareTo')}
              size="md"
              value={to}
              onChange={(id) => choose({ to: id })}
              options={options}
            />
          </div>
        )}
      </header>
      {failed !== undefined ? (
        <div className={styles.message}>
          <Notice
            tone="error"
            action={
              <Button size="sm" busy={failed.isFetching} onClick={() => void failed.refetch()}>
                {t('common:retry')}
              </Button>
            }
          >
            {failureText(failed.error)}
          </Notice>
        </div>
      ) : versions.data?.length === 0 && first === undefined ? (
        <div className={styles.message}>
          <EmptyState title={t('empty')} text={t('emptyText')} />
        </div>
      ) : first !== undefined && before.data && after.data ? (
        <CompareView
          key={`${first} ${to}`}
          boardId={boardId}
          before={{ name: nameOf(first), records: before.data }}
          after={{ name: nameOf(to), records: after.data }}
        />
      ) : (
        <Spinner />
      )}
    </main>
  )
}

/** The records of a version, or of the board as the server has it now. */
function useRecordsOf(boardId: string, id: string | undefined) {
  const version = useQuery({ ...versionRecordsQuery(boardId, id ?? ''), enabled: id !== undefined && id !== NOW })
  const present = useQuery({ ...presentRecordsQuery(boardId), enabled: id === NOW })
  return id === NOW ? present : version
}
