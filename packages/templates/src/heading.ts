import type { BoardMeta } from '@samtavle/shared/board-meta'
import { textHeight } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { HEADING_SIZE, label } from './shapes.ts'

/** Inside a section: distance from its edges to what stands in it. */
export const PADDING = 40
/** Where the notes of a section begin, below its heading and question. */
export const NOTES_FROM = 140
const TOP = 24
/** Headings may run closer to the right edge than notes do, so that long ones keep to one line. */
const RIGHT_EDGE = 20

/** A section's heading and, below it, its guiding question. */
export function addHeading(
  drawing: Drawing,
  options: { parent: string; w: number; heading: string; question: string | undefined; meta: BoardMeta },
): void {
  const { parent, heading, question, meta } = options
  const w = options.w - PADDING - RIGHT_EDGE
  drawing.add(
    label({
      parent,
      x: PADDING,
      y: TOP,
      w,
      text: heading,
      size: HEADING_SIZE,
      weight: 'bold',
      meta: { ...meta, part: 'heading' },
    }),
  )
  if (!question) return
  const below = TOP + Math.ceil(textHeight(heading, HEADING_SIZE, w, 'bold'))
  drawing.add(label({ parent, x: PADDING, y: below, w, text: question, meta: { ...meta, part: 'question' } }))
}
