import type { BoardMeta } from '@samtavle/shared/board-meta'
import { evenWidth, textHeight, textWidth } from '@samtavle/shared/text-measure'
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
/** Between the last words of a heading and what follows. */
export const BELOW_HEADING = 8
/** Of the width of a section, what an evenly broken question has at least. */
const EVEN_SHARE = 0.6

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
  const place = { parent, x: PADDING }
  const bold = { size: HEADING_SIZE, weight: 'bold' } as const
  drawing.add(label({ ...place, y: TOP, w: width, text: heading, ...bold, meta: { ...meta, part: 'heading' } }))
  if (!question) return
  const own: BoardMeta = { ...meta, part: 'question' }
  drawing.add(
    label({ ...place, y: below, w: questionWidth(w, question, size, below), text: question, size, meta: own }),
  )
}

/**
 * As far from the right edge as notes are, broken evenly; only where that would push the notes down, as near to it as a
 * heading may come.
 */
function questionWidth(w: number, question: string, size: number, below: number): number {
  const [inner, outer] = [w - 2 * PADDING, w - PADDING - RIGHT_EDGE]
  const height = textHeight(question, size, inner)
  const isLow = below + Math.ceil(height) <= NOTES_FROM - BELOW_HEADING
  const most = isLow || height <= textHeight(question, size, outer) ? inner : outer
  return textWidth(question, size) > most ? evenWidth(question, size, most, Math.round(w * EVEN_SHARE)) : most
}

/** Where the words of a heading and its question end, in px from the top of their section. */
export function headingBottom(options: Pick<Heading, 'w' | 'heading' | 'question' | 'textSize'>): number {
  const { w, heading, question, textSize = BODY_SIZE } = options
  const { below } = measure(w, heading)
  if (!question) return below
  return below + Math.ceil(textHeight(question, textSize, questionWidth(w, question, textSize, below)))
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
