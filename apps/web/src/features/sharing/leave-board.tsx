import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMe } from '../../queries.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { SharedBoard } from './shared-board.ts'

/** One cannot add oneself again, so this asks first. */
export function LeaveBoard({ board, onLeft }: { board: SharedBoard; onLeft: () => void }) {
  const { t } = useTranslation(['sharing', 'common'])
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const leave = useMutation({
    mutationFn: () => api.removeMember(board.id, me.id),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['boards'] })
      toast.show({ text: t('left', { title: board.title }) })
      onLeft()
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('leave')}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('leaveTitle')}
        confirmLabel={t('leave')}
        cancelLabel={t('common:cancel')}
        danger
        onConfirm={() => leave.mutate()}
      >
        {t('leaveText', { title: board.title, owner: board.owner.name })}
      </AlertDialog>
    </>
  )
}
