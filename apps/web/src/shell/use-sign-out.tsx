import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api-client.ts'
import { clearShelf, countWaiting } from '../device/device-shelf.ts'
import { forgetPerson } from '../device/this-device.ts'
import { clearTrialLines, waitingTrialLines } from '../device/trial-lines.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { meQuery } from '../queries.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { useToast } from '../ui/toast.tsx'

/**
 * Ends the session on the server, then forgets everything that was fetched with it, on this device too. Where something
 * is on this device alone, `question` asks first.
 */
export function useSignOut(): { signOut: () => void; question: ReactNode } {
  const { t } = useTranslation('device')
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [waiting, setWaiting] = useState(0)
  const personId = () => queryClient.getQueryData(meQuery.queryKey)?.id ?? ''
  const ending = useMutation({
    mutationFn: api.signOut,
    onSuccess: async () => {
      forgetPerson()
      clearTrialLines(personId())
      await clearShelf(personId())
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  const ask = async () => {
    const count = (await countWaiting(personId())) + waitingTrialLines(personId()).length
    if (count === 0) ending.mutate()
    else setWaiting(count)
  }
  const question = (
    <AlertDialog
      open={waiting > 0}
      onOpenChange={(open) => !open && setWaiting(0)}
      title={t('wipeTitle')}
      confirmLabel={t('wipeSignOut')}
      cancelLabel={t('stay')}
      danger
      onConfirm={() => ending.mutate()}
    >
      {t('wipeText', { count: waiting })}
    </AlertDialog>
  )
  return { signOut: () => void ask(), question }
}
