import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isOffline, type SavedName } from '../sync/saved-state.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'

/** While something is only in this tab, and neither on this device, leaving the board asks first: the browser, or a dialog inside the app. */
export function UnsavedGuard({ onlyHere, saved }: { onlyHere: boolean; saved: SavedName }) {
  const { t } = useTranslation('board')
  // A change that is on its way arrives even when the page is left; only what cannot be sent is in danger.
  const inDanger = onlyHere && (saved === 'unsaved' || isOffline(saved))
  const blocker = useBlocker({
    shouldBlockFn: () => inDanger,
    enableBeforeUnload: () => onlyHere,
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
