import { useBlocker } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AlertDialog } from '../../../ui/alert-dialog.tsx'

/**
 * Asks before a page with unsaved changes is left, or its mode of changing. Choosing another day is not leaving.
 * @param onLeave the changes are given up
 */
export function useLeaveQuestion(isDirty: boolean, onLeave: () => void): ReactNode {
  const { t } = useTranslation('week')
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const stays = current.pathname === next.pathname && Object.hasOwn(next.search, 'edit')
      return isDirty && !stays
    },
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  return (
    <AlertDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t('leaveTitle')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      danger
      onConfirm={() => {
        onLeave()
        blocker.proceed?.()
      }}
    >
      {t('leaveText')}
    </AlertDialog>
  )
}
