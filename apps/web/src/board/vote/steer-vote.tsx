import type { OpenVote } from '@samtavle/shared/vote-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOpenBoard, useSessionView } from '../board-context.tsx'
import { boardVoteQuery, voteClient } from './vote-client.ts'
import styles from './vote-panel.module.css'

/** How far everybody is; for who may, to show all dots at once, and to cancel. */
export function SteerVote({ boardId, open, maySteer }: { boardId: string; open: OpenVote; maySteer: boolean }) {
  const { t } = useTranslation('vote')
  const failureText = useFailureText()
  const queries = useQueryClient()
  const { session, me } = useOpenBoard()
  const { people } = useSessionView(session)
  const [asked, setAsked] = useState<'show' | 'cancel' | null>(null)
  const { queryKey } = boardVoteQuery(boardId)
  const again = () => queries.invalidateQueries({ queryKey })
  const show = useMutation({
    mutationFn: () => voteClient.show(boardId, open.id),
    onSuccess: (shown) => queries.setQueryData(queryKey, shown),
    // Somebody else may have been quicker.
    onError: again,
  })
  const cancel = useMutation({ mutationFn: () => voteClient.cancel(boardId, open.id), onSettled: again })
  const here = new Set([me.id, ...people.map(({ id }) => id)]).size
  const progress = `${t('finished', { count: open.done })} · ${t('here', { count: here })}`
  const failure = show.error ?? cancel.error
  return (
    <div className={styles.steer}>
      <p className={styles.meta} data-finished={open.done}>
        {progress}
      </p>
      {failure !== null && (
        <Notice tone="error">
          {t(show.isError ? 'showFailed' : 'cancelFailed')} {failureText(failure)}
        </Notice>
      )}
      {maySteer && (
        <>
          <Button wide busy={show.isPending} busyLabel={t('showing')} onClick={() => setAsked('show')}>
            {t('show')}
          </Button>
          <Button wide variant="danger" busy={cancel.isPending} onClick={() => setAsked('cancel')}>
            {t('cancelVote')}
          </Button>
        </>
      )}
      <AlertDialog
        open={asked === 'show'}
        onOpenChange={(stays) => !stays && setAsked(null)}
        title={t('showTitle')}
        confirmLabel={t('show')}
        cancelLabel={t('keepOpen')}
        onConfirm={() => show.mutate()}
      >
        <p>{progress}</p>
        <p>{t('showText')}</p>
      </AlertDialog>
      <AlertDialog
        open={asked === 'cancel'}
        onOpenChange={(stays) => !stays && setAsked(null)}
        title={t('cancelTitle')}
        confirmLabel={t('cancelDo')}
        cancelLabel={t('keepOpen')}
        danger
        onConfirm={() => cancel.mutate()}
      >
        <p>{t('cancelText')}</p>
      </AlertDialog>
    </div>
  )
}
