import type { BoardVersion } from '@samtavle/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Columns2, History, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button, ButtonLook } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useVersionWords } from './use-version-words.ts'
import { versionClient, versionsQuery } from './version-client.ts'
import styles from './version-preview.module.css'

type PreviewBarProps = { boardId: string; version: BoardVersion; mayRestore: boolean; onBack(): void }

/** Says that this is not the board of now, and leads back to it, or to it as it was. */
export function PreviewBar({ boardId, version, mayRestore, onBack }: PreviewBarProps) {
  const { t } = useTranslation('history')
  const words = useVersionWords()
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const bar = useRef<HTMLHeadingElement>(null)
  useEffect(() => bar.current?.focus(), [])
  const restore = useMutation({
    mutationFn: () => versionClient.restore(boardId, version.id),
    // Everybody is told by the board's socket, and so am I.
    onSuccess: async () => {
      onBack()
      await queries.invalidateQueries({ queryKey: versionsQuery(boardId).queryKey, exact: true })
    },
    onError: (failure) => toast.show({ text: t('restoreFailed', { reason: failureText(failure) }), tone: 'error' }),
  })
  const when = words.moment(version.createdAt)
  return (
    <header className={styles.bar}>
      <History size={20} aria-hidden />
      <div className={styles.words}>
        <h2 ref={bar} tabIndex={-1}>
          {t('wasLikeThis', { when })}
        </h2>
        <p>
          {version.kind !== 'automatic' && <span>{words.title(version)} </span>}
          <span className={styles.hint}>{t('readOnly')}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <ButtonLook size="sm" variant="quiet">
          <Link to="/boards/$boardId/compare" params={{ boardId }} search={{ from: version.id }}>
            <Columns2 size={20} aria-hidden />
            <span className={styles.compare}>{t('compare')}</span>
          </Link>
        </ButtonLook>
        <Button size="sm" icon={<Undo2 size={20} aria-hidden />} onClick={onBack}>
          {t('backToNow')}
        </Button>
        {mayRestore && (
          <Button
            size="sm"
            variant="primary"
            busy={restore.isPending}
            busyLabel={t('restoring')}
            onClick={() => restore.mutate()}
          >
            {t('restore')}
          </Button>
        )}
      </div>
    </header>
  )
}
