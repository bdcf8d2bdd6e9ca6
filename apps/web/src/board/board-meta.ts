import { metaOf } from '@samtavle/shared/board-meta'
import { isNoteRole, type NoteRole, roleOfColour } from '@samtavle/shared/note-role'
import type { TLNoteShape, TLShape } from '@tldraw/tldraw'

export const isNote = (shape: TLShape): shape is TLNoteShape => shape.type === 'note'

/** Background that receives notes: cannot be moved, resized or deleted, but its children can. */
export const isFixed = (shape: TLShape): boolean => metaOf(shape).fixed === true

/** What a note is: as its record says, else by its colour. */
export function roleOf(note: TLNoteShape): NoteRole | undefined {
  const { role } = metaOf(note)
  return isNoteRole(role) ? role : roleOfColour(note.props.color)
}
