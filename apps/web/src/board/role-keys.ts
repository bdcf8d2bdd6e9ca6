import { NOTE_ROLES } from '@samtavle/shared/note-role'
import type { Editor } from '@tldraw/tldraw'
import { isNote } from './board-meta.ts'
import { changeRole } from './note-role-change.ts'
import { writeNote } from './write-note.ts'

/** Keys 1–8 give the selected notes a role; with the note tool in hand they write a note of that role. */
export function listenForRoleKeys(editor: Editor): () => void {
  const container = editor.getContainer()
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return
    const role = /^Digit[1-8]$/.test(event.code) ? NOTE_ROLES[Number(event.code.slice(5)) - 1] : undefined
    if (role === undefined || editor.getEditingShapeId() !== null || editor.getIsReadonly()) return
    if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return
    if (editor.isIn('note')) writeNote(editor, role)
    else if (editor.getSelectedShapes().some(isNote)) changeRole(editor, role)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  container.addEventListener('keydown', press, { capture: true })
  return () => container.removeEventListener('keydown', press, { capture: true })
}
