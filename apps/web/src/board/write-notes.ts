import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import { Box, type Editor, getIndicesAbove, type TLNoteShape, type VecLike } from '@tldraw/tldraw'
import { draftNotes, placeNotes } from './draft-notes.ts'
import type { Slot } from './note-slots.ts'
import { bringIntoView, whereToWrite } from './write-note.ts'

/**
 * Puts several notes on the board at once, in reading order in the section where the person is. One undo takes all of
 * them back.
 * @param near where they were dropped or pasted, if anywhere
 * @returns how many lie beside the section because it is full
 */
export function writeNotes(editor: Editor, texts: readonly string[], near?: VecLike, role: NoteRole = 'fact'): number {
  const color = NOTE_ROLE_LOOK[role].colour
  const notes = draftNotes(
    editor,
    texts.map((text) => ({ text, color, meta: { role } })),
  )
  editor.markHistoryStoppingPoint('write notes')
  const { centre, section } = whereToWrite(editor)
  let outside = 0
  editor.run(() => {
    outside = placeNotes(editor, notes, section, near === undefined ? centre : centre.clone().set(near.x, near.y))
    editor.select(...notes.map(({ id }) => id))
  })
  editor.markHistoryStoppingPoint('notes written')
  const bounds = editor.getSelectionPageBounds()
  if (bounds !== null) bringIntoView(editor, firstScreenful(editor, bounds))
  return outside
}

/** Moves notes to their places, above what lies there. */
export function moveNotes(editor: Editor, notes: readonly TLNoteShape[], slots: readonly Slot[]): void {
  const above = new Map<string, ReturnType<typeof getIndicesAbove>>()
  editor.updateShapes(
    notes.flatMap((note, i) => {
      const slot = slots[i]
      if (slot === undefined) return []
      const { section, corner } = slot
      const parentId = section?.id ?? editor.getCurrentPageId()
      let indices = above.get(parentId)
      if (indices === undefined) {
        indices = getIndicesAbove(editor.getHighestIndexForParent(parentId), notes.length)
        above.set(parentId, indices)
      }
      const { x, y } = section ? editor.getPointInShapeSpace(section, corner) : corner
      return [{ id: note.id, type: note.type, parentId, x, y, index: indices[i] ?? note.index }]
    }),
  )
}

/** As much of it, from its beginning, as fits on the screen at a size that can be read. */
export function firstScreenful(editor: Editor, { x, y, w, h }: Box): Box {
  const view = editor.getViewportPageBounds()
  return new Box(x, y, Math.min(w, view.w), Math.min(h, view.h))
}
