import type { BoardSummary } from '@samtavle/shared/api'
import { isUuid } from '@samtavle/shared/ids'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../api-client.ts'
import { useBoardRights } from '../board-rights.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useComing } from '../i18n/use-moment.ts'
import { boardTemplateQuery } from '../queries.ts'
import { useToast } from '../ui/toast.tsx'
import { useSessionView } from './board-context.tsx'
import { boardQuery } from './board-query.ts'
import type { BoardSession } from './board-session.ts'
import styles from './top-bar.module.css'

type NoticeProps = { board: BoardSummary; session: BoardSession }

/** What is to be known of this board beside its connection: that it deletes itself, that its template has changed. */
export function BoardNotices({ board, session }: NoticeProps) {
  return (
    // The region is there before its first text, or readers of the screen would not hear it.
    <div role="status">
      {typeof board.expiresAt === 'string' && <ExpiryNotice board={board} expiresAt={board.expiresAt} />}
      {isUuid(board.templateId) && <NewerTemplate board={board} session={session} />}
    </div>
  )
}

function ExpiryNotice({ board, expiresAt }: { board: BoardSummary; expiresAt: string }) {
  const { t } = useTranslation('library')
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const coming = useComing()
  const keep = useMutation({
    mutationFn: () => api.keepBoard(board.id),
    onSuccess: () => {
      queries.setQueryData(boardQuery(board.id).queryKey, (old: BoardSummary | undefined) =>
        old ? { ...old, expiresAt: null } : old,
      )
      void queries.invalidateQueries({ queryKey: ['boards'] })
      toast.show({ text: t('kept') })
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  const mayKeep = useBoardRights(board)('board.keep')
  return (
    <div className={styles.notice} data-expires>
      <span>{t('goneNotice', { when: coming(expiresAt) })}</span>
      {mayKeep && (
        <button type="button" className={styles.link} disabled={keep.isPending} onClick={() => keep.mutate()}>
          {t('keep')}
        </button>
      )}
    </div>
  )
}

function NewerTemplate({ board, session }: NoticeProps) {
  const { t } = useTranslation('library')
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const { mayEdit, paused, unsaved } = useSessionView(session)
  const [waived, setWaived] = useState(false)
  const may = useBoardRights(board)('board.use-newer-template')
  const { data } = useQuery({ ...boardTemplateQuery(board.id), enabled: may })
  const use = useMutation({
    mutationFn: () => api.useNewestTemplate(board.id),
    onSuccess: () => toast.show({ text: t('newerUsed', { version: data?.origin?.newest ?? 0 }) }),
    onError: (failure) => {
      const written = failure instanceof ApiError && failure.code === 'conflict'
      toast.show({ text: written ? t('newerWritten') : failureText(failure), tone: written ? 'info' : 'error' })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: boardTemplateQuery(board.id).queryKey }),
  })
  // What somebody has just written is not known to the server yet: then the board is in use.
  if (data?.origin?.unused !== true || waived || unsaved || !mayEdit || paused) return null
  return (
    <div className={styles.notice} data-newer>
      <span>{t('newer')}</span>
      <button type="button" className={styles.link} disabled={use.isPending} onClick={() => use.mutate()}>
        {t('useNewer')}
      </button>
      <button type="button" className={styles.link} onClick={() => setWaived(true)}>
        {t('notNow')}
      </button>
    </div>
  )
}
