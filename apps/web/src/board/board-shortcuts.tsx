import {
  DefaultKeyboardShortcutsDialog,
  DefaultKeyboardShortcutsDialogContent,
  type TLUiKeyboardShortcutsDialogProps,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
} from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'

/** tldraw's list of shortcuts, with those before it that are the board's own. */
export function BoardShortcuts(props: TLUiKeyboardShortcutsDialogProps) {
  const { t } = useTranslation('board')
  return (
    <DefaultKeyboardShortcutsDialog {...props}>
      <TldrawUiMenuGroup id="board" label={t('ownShortcuts')}>
        <TldrawUiMenuItem id="find" label={t('find')} kbd="cmd+f" readonlyOk onSelect={() => {}} />
      </TldrawUiMenuGroup>
      <DefaultKeyboardShortcutsDialogContent />
    </DefaultKeyboardShortcutsDialog>
  )
}
