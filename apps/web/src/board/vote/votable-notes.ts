import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { NoteRole } from '@samtavle/shared/note-role'
import { inReadingOrder, type Placed, type Sheet } from '@samtavle/shared/reading-order'
import { wordsOn } from '@samtavle/shared/shape-words'
import { takesVotes } from '@samtavle/shared/written-note'
import type { TLShape, TLShapeId } from '@tldraw/tldraw'
import { isNote, roleOf } from '../board-meta.ts'
import { type FoundIn, sheetOf } from '../find-hits.ts'
import { lineage } from '../section-place.ts'

export type VotableNote = { id: TLShapeId; words: string; role: NoteRole | undefined }
/** The notes of one section in reading order; without a name for what stands in none. */
export type NoteGroup = { frame: TLShapeId | null; name: string; notes: VotableNote[] }

/** Records are never changed in place, so that each is read once. */
const known = new WeakMap<TLShape, boolean>()

function canGetDots(shape: TLShape): boolean {
  const before = known.get(shape)
  if (before !== undefined) return before
  const can = takesVotes(shape as unknown as BoardRecord)
  known.set(shape, can)
  return can
}

/** Can dots lie on it? The server's own rule; of the section, or of the whole board without one. */
export function isVotable(board: Pick<FoundIn, 'getShape'>, shape: TLShape, frame: string | null): boolean {
  return canGetDots(shape) && (frame === null || isIn(board, shape, frame))
}

function isIn(board: Pick<FoundIn, 'getShape'>, shape: TLShape, frame: string): boolean {
  for (const { id } of lineage(board, shape)) if (id === frame) return true
  return false
}

/** All notes that can get dots, section by section, as one reads the board. */
export function votableNotes(board: FoundIn, frame: string | null): NoteGroup[] {
  const found: (Placed & { note: TLShape; sheet: Sheet | undefined })[] = []
  for (const shape of board.getCurrentPageShapes()) {
    if (!isVotable(board, shape, frame)) continue
    const box = board.getShapePageBounds(shape)
    if (box !== undefined) found.push({ id: shape.id, note: shape, box, sheet: sheetOf(board, shape) })
  }
  const groups: NoteGroup[] = []
  for (const { note, sheet } of inReadingOrder(found)) {
    const last = groups.at(-1)
    const id = (sheet?.id ?? null) as TLShapeId | null
    const group = last?.frame === id ? last : { frame: id, name: nameOf(board, id), notes: [] }
    if (group !== last) groups.push(group)
    group.notes.push({ id: note.id, words: shortWords(note), role: isNote(note) ? roleOf(note) : undefined })
  }
  return groups
}

/** What is written on a note, on one line. */
export const shortWords = (shape: TLShape): string => wordsOn(shape).replace(/\s+/gu, ' ').trim()

function nameOf(board: FoundIn, frame: TLShapeId | null): string {
  const shape = frame === null ? undefined : board.getShape(frame)
  return shape === undefined ? '' : wordsOn(shape)
}

/** Are the lists the same to somebody who looks at them? */
export function isSameList(a: readonly NoteGroup[], b: readonly NoteGroup[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
