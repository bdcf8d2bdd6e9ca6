import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMe } from '../../queries.ts'
import { AskingButton } from '../../ui/asking-button.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { SharedBoard } from './shared-board.ts'

/** One cannot add oneself again, so this asks first. */
export function LeaveBoard({ board, onLeft }: { board: SharedBoard; onLeft: () => void }) {
  const { t } = useTranslation('sharing')
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
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
    <AskingButton variant="danger" label={t('leave')} title={t('leaveTitle')} danger onConfirm={() => leave.mutate()}>
      {t('leaveText', { title: board.title, owner: board.owner.name })}
    </AskingButton>
  )
}
