import type { BoardMeta } from '@samtavle/shared/board-meta'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { textHeight, wordsFit } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { BODY_SIZE, NOTE_SIZE, NOTE_TEXT_WIDTH, note, noteHeight, rectangle, rectanglePadding } from './shapes.ts'
import type { Locale, NewNote, Rect } from './template.ts'

const GAP = 20
/** From here on a text is set as a wide card instead of a square note. */
const LONGEST_NOTE = 70
/** A square note may grow by one line of words; more would reach into the next lane. */
const TALLEST_NOTE = 234

/**
 * Lays notes out in a zone, row by row: square notes side by side, long texts as cards over the whole width, and all of
 * them as cards where the zone is lower than a note. Places are relative to the parent that the zone is relative to.
 */
export function addExamples(
  drawing: Drawing,
  examples: readonly NewNote[],
  zone: Rect,
  options: { locale: Locale; parent: string; meta: BoardMeta },
): void {
  let x = zone.x
  let y = zone.y
  let rowHeight = 0
  for (const example of examples) {
    const text = example.text[options.locale]
    const meta: BoardMeta = { ...options.meta, role: example.role, ...(example.example && { example: true }) }
    const square = fitsNote(text) && noteHeight(text) <= zone.h
    const height = square ? noteHeight(text) : cardHeight(text, zone.w)
    if (x > zone.x && (!square || x + NOTE_SIZE > zone.x + zone.w)) {
      x = zone.x
      y += rowHeight + GAP
      rowHeight = 0
    }
    const place = { x, y, parent: options.parent, text, meta }
    if (square) {
      drawing.add(note({ ...place, role: example.role }))
      x += NOTE_SIZE + GAP
      rowHeight = Math.max(rowHeight, height)
    } else {
      drawing.add(
        rectangle({
          ...place,
          w: zone.w,
          h: height,
          colour: NOTE_ROLE_LOOK[example.role].colour,
          fill: 'solid',
          dash: example.example ? 'dashed' : 'solid',
          textSize: BODY_SIZE,
        }),
      )
      y += height + GAP
    }
  }
}

/** True for a text that a square note shows whole, in the normal size and without breaking a word. */
export function fitsNote(text: string): boolean {
  return text.length <= LONGEST_NOTE && wordsFit(text, BODY_SIZE, NOTE_TEXT_WIDTH) && noteHeight(text) <= TALLEST_NOTE
}

function cardHeight(text: string, width: number): number {
  const padding = rectanglePadding(BODY_SIZE)
  return Math.ceil(textHeight(text, BODY_SIZE, width - 2 * padding) + 2 * padding)
}
