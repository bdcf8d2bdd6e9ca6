import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isOffline } from '../sync/saved-state.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import type { SessionView } from './session-view.ts'

/** While something is only in this tab, and neither on this device, leaving the board asks first: the browser, or a dialog inside the app. */
export function UnsavedGuard({ unsaved, onlyHere, saved }: Pick<SessionView, 'unsaved' | 'onlyHere' | 'saved'>) {
  const { t } = useTranslation('board')
  // A change that is on its way arrives even when the page is left; only what cannot be sent is in danger.
  const inDanger = onlyHere && (saved === 'unsaved' || isOffline(saved))
  const blocker = useBlocker({
    shouldBlockFn: () => inDanger,
    // While the server cannot save, the page is asked to stay open: what lies on the device goes on from here only.
    enableBeforeUnload: () => onlyHere || (unsaved && saved === 'unsaved'),
    withResolver: true,
  })
  return (
    <AlertDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={t('leaveTitle')}
      confirmLabel={t('leaveAnyway')}
      cancelLabel={t('stay')}
      danger
      onConfirm={() => blocker.proceed?.()}
    >
      {t('leaveText')}
    </AlertDialog>
  )
}
