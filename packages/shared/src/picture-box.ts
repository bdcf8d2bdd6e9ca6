import type { BoardRecord } from './board-doc.ts'
import { ON_NOTES, PLAIN } from './letter-measure.ts'
import { boxOf, localBounds, scaleOf, textSizeOf } from './picture-geometry.ts'
import { type Bounds, numberOf } from './picture-scene.ts'
import { familyOf } from './picture-words.ts'
import { paragraphsOf } from './rich-runs.ts'
import { setText, type TextLook } from './text-lines.ts'

/**
 * What a shape takes on the canvas, in its own coordinates: text as the canvas measures it, and not by the rougher
 * estimate that says in which cell it lies.
 */
const NARROWEST = 16
const MEASURED = 5_000

/** How wide and high a shape is. */
export function shownBox(record: BoardRecord): { w: number; h: number } {
  return record.type === 'text' ? textBox(record) : boxOf(record, 0)
}

/** The words of a text shape as it is shown; the canvas measures them a little heavier than it shows them. */
export function textLook(props: Record<string, unknown>, weight: number = PLAIN): TextLook {
  return { family: familyOf(props.font), weight, size: textSizeOf(props), scale: scaleOf(props) }
}

function textBox({ props = {} }: BoardRecord): { w: number; h: number } {
  const scale = scaleOf(props)
  const look = textLook(props, ON_NOTES)
  const isFixed = props.autoSize === false
  const most = isFixed
    ? Math.max(NARROWEST, Math.floor(numberOf(props.w, NARROWEST))) * scale
    : Number.POSITIVE_INFINITY
  const set = setText(paragraphsOf(props.richText, MEASURED), look, most)
  return { w: isFixed ? most : Math.max(NARROWEST * scale, set.width + scale), h: Math.max(look.size, set.height) }
}

/** What a shape covers; undefined for a group or an empty drawing. */
export function shownBounds(record: BoardRecord): Bounds | undefined {
  if (record.type !== 'text') return localBounds(record, 0)
  const { w, h } = textBox(record)
  return { left: 0, top: 0, right: w, bottom: h }
}
