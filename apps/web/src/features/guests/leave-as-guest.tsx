import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { AskingButton } from '../../ui/asking-button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { guests } from './guests-client.ts'

type LeaveAsGuestProps = {
  icon: ReactNode
  /** Something that was written has not reached the server. */
  unsaved?: boolean
  variant?: 'outline' | 'hero-outline'
}

/** The way out. The browser forgets who it was, and so does the server. */
export function LeaveAsGuest({ icon, unsaved = false, variant = 'outline' }: LeaveAsGuestProps) {
  const { t } = useTranslation('guests')
  const toast = useToast()
  const failureText = useFailureText()
  const leave = useMutation({
    mutationFn: guests.leave,
    onSuccess: () => window.location.assign('/j?left=true'),
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  return (
    <AskingButton
      variant={variant}
      icon={icon}
      label={t('leave')}
      title={t('leaveTitle')}
      cancelLabel={t('stay')}
      danger={unsaved}
      onConfirm={() => leave.mutate()}
    >
      {unsaved ? t('leaveUnsaved') : t('leaveText')}
    </AskingButton>
  )
}
