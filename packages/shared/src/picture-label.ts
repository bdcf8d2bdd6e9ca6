import type { BoardRecord } from './board-doc.ts'
import type { BoardMeta } from './board-meta.ts'
import { CARD_MARK, cardMarkSize, cardMarks } from './card-marks.ts'
import { lettersOf, OF_SIGNS, PLAIN } from './letter-measure.ts'
import { inkColour, noteLook, PALETTE } from './palette.ts'
import { shownBox, textLook } from './picture-box.ts'
import { LABEL_PADDING, labelSizeOf, scaleOf, strokeOf } from './picture-geometry.ts'
import { outlinePath } from './picture-outline.ts'
import { fillOf, hatching, labelInk, strokeLook } from './picture-paint.ts'
import type { Pen } from './picture-pen.ts'
import { textOf } from './picture-scene.ts'
import { rectangleTag, round } from './picture-text.ts'
import { type Align, drawLines, drawWords, familyOf, setRichText } from './picture-words.ts'
import { LINE_HEIGHT } from './text-measure.ts'

/** Text shapes, and geometric shapes with their labels. */
const HAIRLINE = 'stroke-width="1" vector-effect="non-scaling-stroke"'

/** `start-legacy` and its like are what tldraw called them once. */
export const alignOf = (align: unknown): Align => (align === 'start' || align === 'end' ? align : 'middle')

/** Where words begin in a height, by what the record says. */
export function alongOf(align: unknown, from: number, to: number, height: number): number {
  const name = alignOf(align)
  return name === 'start' ? from : name === 'end' ? to - height : (from + to - height) / 2
}

export function drawTextShape(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const look = textLook(props)
  const { w } = shownBox(record)
  const isFixed = props.autoSize === false
  const set = setRichText(props.richText, look, isFixed ? w : Number.POSITIVE_INFINITY, pen)
  const fill = inkColour(pen.theme, textOf(props.color))
  return drawWords(set, { x: 0, y: 0, w, align: alignOf(props.textAlign), fill }, look, pen)
}

export function drawGeo(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const { w, h } = shownBox(record)
  if (meta.part === 'stripe') return drawStripe(w, h, props.fill !== 'none', pen)
  const outline = outlinePath(record)
  const ink = inkColour(pen.theme, textOf(props.color))
  const fill = fillOf(props, pen.theme)
  const look = `fill="${fill}" stroke="${ink}" ${strokeLook(props, outline.length)}`
  const isBox = props.geo === 'rectangle' || props.geo === undefined
  const rounded = props.dash === 'draw' ? ` rx="${round(Math.min(strokeOf(props) * 2, w / 4, h / 4))}"` : ''
  const body = isBox ? rectangleTag(0, 0, w, h, `${look}${rounded}`) : `<path d="${outline.d}" ${look}/>`
  const inner =
    outline.inner === ''
      ? ''
      : `<path d="${outline.inner}" fill="none" stroke="${ink}" stroke-width="${round(strokeOf(props))}"/>`
  const pattern = props.fill === 'pattern' ? hatching(outline, record, pen.theme) : ''
  return body + pattern + inner + labelOf(record, w, h, pen) + marksOf(record, w, pen)
}

/** The lanes of a template are hairlines and a shade of the canvas. */
function drawStripe(w: number, h: number, isFilled: boolean, pen: Pen): string {
  const { canvas, line } = PALETTE[pen.theme]
  if (!isFilled) return rectangleTag(0.5, 0.5, w - 1, h - 1, `fill="none" stroke="${line}" ${HAIRLINE}`)
  const edges = `<path d="M0 0.5H${round(w)}M0 ${round(h - 0.5)}H${round(w)}" stroke="${line}" ${HAIRLINE}/>`
  return rectangleTag(0, 0, w, h, `fill="${canvas}"`) + edges
}

function labelOf(record: BoardRecord, w: number, h: number, pen: Pen): string {
  const props = record.props ?? {}
  const padding = LABEL_PADDING * scaleOf(props)
  const look = { family: familyOf(props.font), weight: PLAIN, size: labelSizeOf(props) }
  const room = w - 2 * padding
  const set = setRichText(props.richText, look, Math.max(1, room), pen)
  if (set.lines.length === 0) return ''
  const height = Math.max(set.height, Math.floor(look.size * LINE_HEIGHT))
  const y = alongOf(props.verticalAlign, padding, h - padding, height)
  return drawWords(
    set,
    { x: padding, y, w: room, align: alignOf(props.align), fill: labelInk(record, pen.theme) },
    look,
    pen,
  )
}

/** What a wide card is, and that it is an example: on its upper edge. */
function marksOf(record: BoardRecord, w: number, pen: Pen): string {
  if (pen.locale === undefined) return ''
  const words = cardMarks(record, pen.locale).join(' · ')
  if (words === '') return ''
  const props = record.props ?? {}
  const palette = PALETTE[pen.theme]
  const { fill, text } =
    props.fill === 'solid' ? noteLook(pen.theme, textOf(props.color)) : { fill: palette.section, text: palette.text2 }
  return edgeMark(
    words,
    {
      right: w - CARD_MARK.fromRight,
      top: -CARD_MARK.above,
      size: cardMarkSize(scaleOf(props)),
      padding: CARD_MARK.padding,
      fill,
      ink: text,
    },
    pen,
  )
}

type EdgeMark = { right: number; top: number; size: number; padding: number; fill: string; ink: string }
const MARK_LINE = 1.2

/** A word on the edge of a paper, on a ground of its colour. */
export function edgeMark(words: string, { right, top, size, padding, fill, ink }: EdgeMark, pen: Pen): string {
  const width = lettersOf({ family: 'sans', weight: OF_SIGNS, italic: false }).width(words, size)
  const left = right - width - 2 * padding
  const ground = rectangleTag(left, top, width + 2 * padding, size * MARK_LINE, `fill="${fill}"`)
  // Lines are drawn 1.35 high, these are lower.
  const y = top - ((LINE_HEIGHT - MARK_LINE) * size) / 2
  return ground + drawLines([words], { x: left + padding, y, size, weight: OF_SIGNS, fill: ink }, pen)
}
