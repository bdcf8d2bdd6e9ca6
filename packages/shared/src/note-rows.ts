import { NOTE_SIZE } from './picture-geometry.ts'

/** Places for notes in a section, in px of the board; the same for a page that writes notes and a server that sends them. */

/** Between notes beside each other. */
export const NOTE_GAP = 20
export const NOTE_STEP = NOTE_SIZE + NOTE_GAP
/** Between the edge of a section and its notes. */
export const SECTION_PADDING = 40
/** Where notes begin in a section: below heading and question. */
export const BELOW_HEADING = 140
/** Where notes begin in a lane: below its name, as in the templates. */
const BELOW_LANE_NAME = 36

/** Parts of a template that a note must not lie on: words of the background, and where people write or draw. */
export const COVERED_PARTS: ReadonlySet<string> = new Set([
  ...['lane', 'heading', 'question', 'hint', 'guide-word', 'dividing-label', 'quadrant', 'axis', 'ring-name', 'label'],
  ...['field', 'text', 'option', 'card', 'choice', 'matrix', 'piece', 'inner-box', 'sketch-area', 'tiny-text'],
])

/** A place in a section, and how high a note may be there. */
export type NotePlace = { x: number; y: number; room: number }
type Box = { x: number; y: number; w: number; h: number }

/**
 * Places in rows and columns, in reading order.
 * @param laneNames where the names of the lanes of a grid begin, from the top of the board; rows begin below them
 */
export function notePlaces(frame: Box, laneNames: readonly number[]): NotePlace[] {
  const right = frame.x + frame.w
  const names = laneNames.toSorted((a, b) => a - b)
  const rows =
    names.length === 0
      ? [{ from: frame.y + BELOW_HEADING, to: frame.y + frame.h }]
      : names.map((y, i) => ({ from: y + BELOW_LANE_NAME, to: names[i + 1] ?? frame.y + frame.h }))
  const places: NotePlace[] = []
  for (const { from, to } of rows) {
    for (let y = from; y + NOTE_SIZE <= to; y += NOTE_STEP) {
      for (let x = frame.x + SECTION_PADDING; x + NOTE_SIZE <= right; x += NOTE_STEP)
        places.push({ x, y, room: to - y })
    }
  }
  return places
}
