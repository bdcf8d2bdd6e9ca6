import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
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
  const { t } = useTranslation(['guests', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const [asking, setAsking] = useState(false)
  const leave = useMutation({
    mutationFn: guests.leave,
    onSuccess: () => window.location.assign('/j?left=true'),
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  return (
    <>
      <Button variant={variant} icon={icon} onClick={() => setAsking(true)}>
        {t('leave')}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('leaveTitle')}
        confirmLabel={t('leave')}
        cancelLabel={t('stay')}
        danger={unsaved}
        onConfirm={() => leave.mutate()}
      >
        {unsaved ? t('leaveUnsaved') : t('leaveText')}
      </AlertDialog>
    </>
  )
}
