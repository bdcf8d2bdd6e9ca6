import {
  DefaultKeyboardShortcutsDialog,
  DefaultKeyboardShortcutsDialogContent,
  type TLUiKeyboardShortcutsDialogProps,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
} from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'
import './board-shortcuts-dialog.css'

/** Keys of our own, in tldraw's notation: what is in brackets is shown as it is. */
const OURS = [
  ['find', 'cmd+f'],
  ['shortcutRole', '[[1–8]]'],
  ['internal:shortcut', '[[9]]'],
  ['vote:shortcutAdd', '[[+]]'],
  ['vote:shortcutTake', '[[−]]'],
  ['shortcutBeside', '[[Tab]]'],
  ['shortcutBefore', '[[Shift Tab]]'],
  ['shortcutBelow', '[[Enter Enter]]'],
  ['shortcuts', '[[?]]'],
] as const

/** All keys of the board: ours before tldraw's. */
export function BoardShortcutsDialog(props: TLUiKeyboardShortcutsDialogProps) {
  const { t } = useTranslation(['board', 'internal', 'vote'])
  return (
    <DefaultKeyboardShortcutsDialog {...props}>
      <TldrawUiMenuGroup id="board" label={t('shortcutsOurs')}>
        {OURS.map(([name, keys]) => (
          <TldrawUiMenuItem key={name} id={name} label={t(name)} kbd={keys} readonlyOk onSelect={() => {}} />
        ))}
      </TldrawUiMenuGroup>
      <DefaultKeyboardShortcutsDialogContent />
    </DefaultKeyboardShortcutsDialog>
  )
}
