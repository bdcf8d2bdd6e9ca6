import type { BoardMeta } from '@samtavle/shared/board-meta'
import { textHeight, textWidth } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { BODY_SIZE, HEADING_SIZE, label } from './shapes.ts'

/** Inside a section: distance from its edges to what stands in it. */
export const PADDING = 40
/** Where the notes of a section begin, below its heading and question. */
export const NOTES_FROM = 140
const TOP = 24
/** Below the heading of a low section, where its text begins. */
const LOW_TOP = 14
/** Between heading and question on one line. */
const BESIDE = 24
/** Headings may run closer to the right edge than notes do, so that long ones keep to one line. */
const RIGHT_EDGE = 14

type Heading = {
  parent: string
  w: number
  heading: string
  question: string | undefined
  meta: BoardMeta
  /** Of the question, in px. */
  textSize?: number
}

/** A section's heading and, below it, its guiding question. */
export function addHeading(drawing: Drawing, options: Heading): void {
  const { parent, w, heading, question, meta, textSize: size = BODY_SIZE } = options
  const { width, below } = measure(w, heading)
  const place = { parent, x: PADDING, w: width }
  const bold = { size: HEADING_SIZE, weight: 'bold' } as const
  drawing.add(label({ ...place, y: TOP, text: heading, ...bold, meta: { ...meta, part: 'heading' } }))
  if (!question) return
  drawing.add(label({ ...place, y: below, text: question, size, meta: { ...meta, part: 'question' } }))
}

/** Where the words of a heading and its question end, in px from the top of their section. */
export function headingBottom(options: Pick<Heading, 'w' | 'heading' | 'question' | 'textSize'>): number {
  const { w, heading, question, textSize = BODY_SIZE } = options
  const { width, below } = measure(w, heading)
  return question ? below + Math.ceil(textHeight(question, textSize, width)) : below
}

function measure(w: number, heading: string): { width: number; below: number } {
  const width = w - PADDING - RIGHT_EDGE
  return { width, below: TOP + Math.ceil(textHeight(heading, HEADING_SIZE, width, 'bold')) }
}

/** Heading and question on one line, for a section too low for more. Returns where their words end. */
export function addHeadingLine(drawing: Drawing, options: Heading): number {
  const { parent, heading, question, meta } = options
  const room = options.w - PADDING - RIGHT_EDGE
  const w = question ? Math.ceil(textWidth(heading, HEADING_SIZE, 'bold')) + 2 : room
  const below = LOW_TOP + Math.ceil(textHeight(heading, HEADING_SIZE, w, 'bold'))
  const own: BoardMeta = { ...meta, part: 'heading' }
  const bold = { size: HEADING_SIZE, weight: 'bold' } as const
  drawing.add(label({ parent, x: PADDING, y: LOW_TOP, w, text: heading, ...bold, meta: own }))
  if (!question) return below
  const size = options.textSize ?? BODY_SIZE
  const left = PADDING + w + BESIDE
  // On the line of the heading's words, which are larger.
  const y = LOW_TOP + Math.round((HEADING_SIZE - size) * 1.05)
  const rest = room + PADDING - left
  drawing.add(label({ parent, x: left, y, w: rest, text: question, size, meta: { ...meta, part: 'question' } }))
  return Math.max(below, y + Math.ceil(textHeight(question, size, rest)))
}
