import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { Box, createShapeId, type Editor, getIndicesAbove, type TLNoteShape, type VecLike } from '@tldraw/tldraw'
import { freeSlots, type Slot } from './note-slots.ts'
import { bringIntoView, whereToWrite } from './write-note.ts'

/**
 * Puts several notes on the board at once, in reading order in the section where the person is. One undo takes all of
 * them back.
 * @param near where they were dropped or pasted, if anywhere
 * @returns how many lie beside the section because it is full
 */
export function writeNotes(editor: Editor, texts: readonly string[], near?: VecLike, role: NoteRole = 'fact'): number {
  editor.markHistoryStoppingPoint('write notes')
  const { centre, section } = whereToWrite(editor)
  const ids = texts.map(() => createShapeId())
  let outside = 0
  editor.run(() => {
    // First anywhere: how high a note is, the canvas knows only when it has the words.
    editor.createShapes(
      texts.map((text, i) => ({
        id: ids[i] ?? createShapeId(),
        type: 'note' as const,
        parentId: editor.getCurrentPageId(),
        props: { color: NOTE_ROLE_LOOK[role].colour, richText: richTextOf(text) },
        meta: { role },
      })),
    )
    const notes = ids.map((id) => editor.getShape(id)).filter((note) => note?.type === 'note') as TLNoteShape[]
    const heights = notes.map(({ props }) => NOTE_SIZE + props.growY)
    const centred = near === undefined ? centre : centre.clone().set(near.x, near.y)
    const slots = freeSlots(editor, heights, centred, section, new Set(ids))
    outside = section === undefined ? 0 : slots.filter((slot) => slot.section === undefined).length
    moveNotes(editor, notes, slots)
    editor.select(...ids)
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
