import { NOTE_ROLES } from '@samtavle/shared/note-role'
import { Box, type Editor, type TLNoteShape, Vec } from '@tldraw/tldraw'
import { isNote, roleOf } from './board-meta.ts'
import { blockOf, freeSlots, NOTE } from './note-slots.ts'
import { isSection } from './section-place.ts'
import { moveNotes } from './write-notes.ts'

export type TidyOrder = 'place' | 'role'

/**
 * Puts the selected notes in rows, where they are: those of a section into its places, others as a block. They keep
 * their reading order, or stand by role. One undo takes it back.
 */
export function tidyNotes(editor: Editor, order: TidyOrder): void {
  const notes = editor.getSelectedShapes().filter((shape) => isNote(shape) && !editor.isShapeOrAncestorLocked(shape))
  if (notes.length < 2 || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('tidy notes')
  editor.run(() => {
    for (const group of byParent(notes.filter(isNote))) tidyGroup(editor, group, order)
  })
  editor.markHistoryStoppingPoint('notes tidied')
}

function byParent(notes: readonly TLNoteShape[]): TLNoteShape[][] {
  const groups = new Map<string, TLNoteShape[]>()
  for (const note of notes) {
    const group = groups.get(note.parentId)
    if (group === undefined) groups.set(note.parentId, [note])
    else group.push(note)
  }
  return [...groups.values()]
}

function tidyGroup(editor: Editor, group: readonly TLNoteShape[], order: TidyOrder): void {
  const sorted = inReadingOrder(group)
  if (order === 'role') sorted.sort((a, b) => rankOf(a) - rankOf(b))
  const [first] = sorted
  const parent = first && editor.getShapeParent(first)
  const heights = sorted.map(({ props }) => NOTE + props.growY)
  const { x, y } = Box.Common(group.map((note) => editor.getShapePageBounds(note) ?? new Box()))
  const block = blockOf(heights)
  const centre = new Vec(x + block.w / 2, y + block.h / 2)
  const own = new Set<string>(group.map(({ id }) => id))
  moveNotes(editor, sorted, freeSlots(editor, heights, centre, isSection(parent) ? parent : undefined, own))
}

/** Notes without a role come last. */
function rankOf(note: TLNoteShape): number {
  const role = roleOf(note)
  return role === undefined ? NOTE_ROLES.length : NOTE_ROLES.indexOf(role)
}

/** Row by row: what begins less than half a note lower than the row's first stands in the same row. */
export function inReadingOrder<T extends { x: number; y: number }>(notes: readonly T[]): T[] {
  const rows: T[][] = []
  for (const note of [...notes].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && note.y - row[0].y < NOTE / 2) row.push(note)
    else rows.push([note])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x))
}
