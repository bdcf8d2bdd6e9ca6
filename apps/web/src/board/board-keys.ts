import { NOTE_ROLES } from '@samtavle/shared/note-role'
import type { Editor } from '@tldraw/tldraw'
import { isNote } from './board-meta.ts'
import { toggleInternal } from './mark-internal.ts'
import { changeRole } from './note-role-change.ts'
import { writeNote } from './write-note.ts'

/**
 * Keys of our own: 1–8 give the selected notes a role, or write a note of that role with the note tool in hand; 9 makes
 * the selected notes internal, or not; `?` shows all keys (tldraw's own notation of shortcuts cannot say it).
 */
export function listenForBoardKeys(editor: Editor, showShortcuts: () => void): () => void {
  const { body } = editor.getContainer().ownerDocument
  const press = (event: KeyboardEvent) => {
    // tldraw hears every key of the page: a letter in a menu would write a note, Delete in a dialog would delete one.
    const away = isInLayer(event.target, editor.getContainer())
    if (editor.user.getAreKeyboardShortcutsEnabled() === away) {
      editor.user.updateUserPreferences({ areKeyboardShortcutsEnabled: !away })
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (editor.menus.hasAnyOpenMenus() || isOutside(event.target, editor.getContainer())) return
    if (event.key === '?' && editor.getEditingShapeId() === null) return showShortcuts()
    if (event.shiftKey) return
    const isInternalKey = event.code === 'Digit9'
    const role = /^Digit[1-8]$/.test(event.code) ? NOTE_ROLES[Number(event.code.slice(5)) - 1] : undefined
    if ((role === undefined && !isInternalKey) || editor.getEditingShapeId() !== null || editor.getIsReadonly()) return
    const notes = editor.getSelectedShapes().filter(isNote)
    if (role !== undefined && editor.isIn('note')) writeNote(editor, role)
    else if (notes.length === 0) return
    else if (role === undefined) toggleInternal(editor, notes)
    else changeRole(editor, role)
    event.preventDefault()
    event.stopPropagation()
  }
  // A key that closed a menu may be up before tldraw has seen the menu go; it would take Escape for held down, and the
  // next one would do nothing.
  const release = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') editor.inputs.keys.delete(key)
  }
  body.addEventListener('keydown', press, { capture: true })
  body.addEventListener('keyup', release, { capture: true })
  return () => {
    body.removeEventListener('keydown', press, { capture: true })
    body.removeEventListener('keyup', release, { capture: true })
  }
}

/** Is it in a menu, a dialog or a panel with controls of its own, and not in one of tldraw's? */
function isInLayer(target: EventTarget | null, container: HTMLElement): boolean {
  if (!(target instanceof Element) || container.contains(target)) return false
  return target.closest('[role="menu"], [role="dialog"], [role="alertdialog"], [data-own-keys]') !== null
}

/** Fields, dialogs and the bar have keys of their own; with nothing in focus, keys are the board's. */
export function isOutside(target: EventTarget | null, container: HTMLElement): boolean {
  if (!(target instanceof Element) || target === container.ownerDocument.body) return false
  return !container.contains(target) || target.closest('input, textarea, [contenteditable], [role="menu"]') !== null
}
