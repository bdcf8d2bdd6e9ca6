import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { Editor, TLFrameShape, TLNoteShape, TLRichText, TLShapeId } from '@tldraw/tldraw'
import { isNote } from '../board-meta.ts'
import { draftNotes, placeNotes } from '../draft-notes.ts'
import { putBack } from '../text-gone.ts'

/** Where a note was put: in its section, beside it because that is full, or nowhere, because the board takes none now. */
export type PutUp = { id: TLShapeId; where: 'inside' | 'beside' } | undefined

/** Puts a note on the board, in the next free place of a section, or beside everything for null. One undo takes it back. */
export function putUp(editor: Editor, text: string, frame: string | null): PutUp {
  if (editor.getIsReadonly()) return undefined
  const section = frame === null ? undefined : editor.getShape<TLFrameShape>(frame as TLShapeId)
  const notes = draftNotes(editor, [{ text, color: NOTE_ROLE_LOOK.fact.colour, meta: { role: 'fact' } }])
  const [note] = notes
  if (note === undefined) return undefined
  const bounds = (section && editor.getShapePageBounds(section)) ?? editor.getViewportPageBounds()
  editor.markHistoryStoppingPoint('write note')
  let outside = 0
  editor.run(() => {
    outside = placeNotes(editor, notes, section, bounds.center)
  })
  editor.markHistoryStoppingPoint('note written')
  return editor.getShape(note.id) && { id: note.id, where: outside > 0 ? 'beside' : 'inside' }
}

/** Writes a note anew. @returns false when it is not there, or not mine to change */
export function rewrite(editor: Editor, id: string, text: string): boolean {
  const note = noteOf(editor, id)
  if (note === undefined) return false
  editor.markHistoryStoppingPoint('write note')
  editor.updateShape<TLNoteShape>({ id: note.id, type: 'note', props: { richText: richTextOf(text) as TLRichText } })
  editor.markHistoryStoppingPoint('note written')
  return true
}

/** Takes a note down. @returns what puts it back; undefined when it is not there */
export function takeDown(editor: Editor, id: string): (() => void) | undefined {
  const note = noteOf(editor, id)
  if (note === undefined) return undefined
  editor.markHistoryStoppingPoint('delete note')
  editor.deleteShape(note.id)
  return () => putBack(editor, note)
}

function noteOf(editor: Editor, id: string): TLNoteShape | undefined {
  const shape = editor.getShape(id as TLShapeId)
  return shape !== undefined && isNote(shape) && !editor.getIsReadonly() ? shape : undefined
}
