import { metaOf } from '@samtavle/shared/board-meta'
import { groupBy } from '@samtavle/shared/group-by'
import { NOTE_ROLES } from '@samtavle/shared/note-role'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { rowByRow } from '@samtavle/shared/reading-order'
import { Box, type Editor, type TLNoteShape, Vec } from '@tldraw/tldraw'
import { isNote, roleOf } from './board-meta.ts'
import { blockOf, freeSlots } from './note-slots.ts'
import { isSection } from './section-place.ts'
import { moveNotes } from './write-notes.ts'

export type TidyOrder = 'place' | 'role' | 'author'

/**
 * Puts the selected notes in rows, where they are: those of a section into its places, others as a block. They keep
 * their reading order, or stand by role, or by who made them. One undo takes it back.
 */
export function tidyNotes(editor: Editor, order: TidyOrder): void {
  const notes = editor.getSelectedShapes().filter((shape) => isNote(shape) && !editor.isShapeOrAncestorLocked(shape))
  if (notes.length < 2 || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('tidy notes')
  editor.run(() => {
    for (const group of groupBy(notes.filter(isNote), ({ parentId }) => parentId).values()) {
      tidyGroup(editor, group, order)
    }
  })
  editor.markHistoryStoppingPoint('notes tidied')
}

function tidyGroup(editor: Editor, group: readonly TLNoteShape[], order: TidyOrder): void {
  const placed = group.map((note) => ({ id: note.id, note, box: editor.getShapePageBounds(note) ?? new Box() }))
  const sorted = rowByRow(placed).map(({ note }) => note)
  if (order === 'role') sorted.sort((a, b) => rankOf(a) - rankOf(b))
  if (order === 'author') sorted.splice(0, sorted.length, ...byAuthor(sorted))
  const [first] = sorted
  const parent = first && editor.getShapeParent(first)
  const heights = sorted.map(({ props }) => NOTE_SIZE + props.growY)
  const { x, y } = Box.Common(placed.map(({ box }) => box))
  const block = blockOf(heights)
  const centre = new Vec(x + block.w / 2, y + block.h / 2)
  const own = new Set<string>(group.map(({ id }) => id))
  moveNotes(editor, sorted, freeSlots(editor, heights, centre, isSection(parent) ? parent : undefined, own))
}

/** All notes of one person, then all of the next, in the order in which one meets them; those of nobody last. */
function byAuthor(notes: readonly TLNoteShape[]): TLNoteShape[] {
  const authors = groupBy(notes, (note) => metaOf(note).by)
  const ofNobody = authors.get(undefined) ?? []
  authors.delete(undefined)
  return [...authors.values(), ofNobody].flat()
}

/** Notes without a role come last. */
function rankOf(note: TLNoteShape): number {
  const role = roleOf(note)
  return role === undefined ? NOTE_ROLES.length : NOTE_ROLES.indexOf(role)
}
