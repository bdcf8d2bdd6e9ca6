import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import type { Editor } from '@tldraw/tldraw'
import { isNote } from './board-meta.ts'

/** Gives every selected note this role: its colour, its sign, its word. */
export function changeRole(editor: Editor, role: NoteRole): void {
  const notes = editor.getSelectedShapes().filter(isNote)
  if (notes.length === 0 || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('change role')
  editor.updateShapes(
    notes.map((note) => ({
      id: note.id,
      type: 'note' as const,
      props: { color: NOTE_ROLE_LOOK[role].colour },
      meta: { ...note.meta, role },
    })),
  )
}
