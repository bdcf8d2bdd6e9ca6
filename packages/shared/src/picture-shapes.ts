import type { BoardRecord } from './board-doc.ts'
import type { BoardMeta } from './board-meta.ts'
import { CARD_TYPE } from './card-shape.ts'
import { CHOICE_TYPE } from './choice-shape.ts'
import { CURVE_TYPE } from './curve-shape.ts'
import { MATRIX_TYPE } from './matrix-shape.ts'
import { isNoteRole, NOTE_ROLE_LOOK, roleOfColour } from './note-role.ts'
import { dashColour, inkColour, noteLook, PALETTE } from './palette.ts'
import { arrowPath } from './picture-arrow.ts'
import {
  boxOf,
  isBold,
  LABEL_PADDING,
  labelSizeOf,
  scaleOf,
  strokeOf,
  strokesOf,
  textSizeOf,
  wordsOf,
} from './picture-geometry.ts'
import type { Pen } from './picture-pen.ts'
import { drawCurve, drawMatrix } from './picture-scales.ts'
import { textOf } from './picture-scene.ts'
import { drawCard, drawChoice } from './picture-structured.ts'
import { drawText, drawTextBars, rectangleTag, round, type TextBox } from './picture-text.ts'
import { LINE_HEIGHT, textHeight } from './text-measure.ts'

/** Parts of a template that are too small to mean anything in a thumbnail. */
const SMALL_PARTS = new Set([
  'lane',
  'guide-word',
  'guide-line',
  'dividing-label',
  'label',
  'field',
  'axis-end',
  'hint',
  'quadrant',
  'question',
])
const HEADING_FROM = 30
const HAIRLINE = 'stroke-width="1" vector-effect="non-scaling-stroke"'

/** One shape without its children, in its own coordinates. */
export function drawShape(record: BoardRecord, pen: Pen): string {
  const meta: BoardMeta = record.meta ?? {}
  if (pen.detail === 'thumbnail' && SMALL_PARTS.has(meta.part ?? '')) return ''
  switch (record.type) {
    case 'frame':
      return drawFrame(record, pen)
    case 'note':
      return drawNote(record, meta, pen)
    case 'text':
      return drawLabel(record, meta, pen)
    case 'geo':
      return drawGeo(record, meta, pen)
    case 'line':
    case 'draw':
    case 'highlight':
      return drawStroke(record, meta, pen)
    case 'arrow':
      return drawArrow(record, pen)
    case 'image':
    case 'video': {
      const { w, h } = boxOf(record, 0)
      return rectangleTag(0, 0, w, h, `fill="${PALETTE[pen.theme].sunken}"`)
    }
    case CARD_TYPE:
      return drawCard(record, pen)
    case CHOICE_TYPE:
      return drawChoice(record, pen)
    case CURVE_TYPE:
      return drawCurve(record, pen)
    case MATRIX_TYPE:
      return drawMatrix(record, pen)
    default:
      return ''
  }
}

function drawFrame(record: BoardRecord, pen: Pen): string {
  const { w, h } = boxOf(record, 0)
  const { section, line, lineStrong } = PALETTE[pen.theme]
  const edge = pen.detail === 'thumbnail' ? `stroke="${lineStrong}" stroke-opacity="0.6"` : `stroke="${line}"`
  return rectangleTag(
    0,
    0,
    w,
    h,
    `rx="${round(pen.detail === 'thumbnail' ? pen.width / 300 : 4)}" fill="${section}" ${edge} ${HAIRLINE}`,
  )
}

function drawNote(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const colour = textOf(props.color)
  const look = noteLook(pen.theme, colour)
  const { w, h } = boxOf(record, 0)
  if (pen.detail === 'thumbnail') {
    return rectangleTag(
      0,
      0,
      w,
      h,
      `rx="${round(pen.width / 400)}" fill="${look.fill}" stroke="${look.edge}" ${HAIRLINE}`,
    )
  }
  const scale = scaleOf(props)
  const parts = [
    rectangleTag(0, 0, w, h, `rx="2" fill="${look.fill}"`),
    rectangleTag(0, h - 2 * scale, w, 2 * scale, `fill="${look.edge}"`),
  ]
  if (meta.example === true) {
    parts.push(rectangleTag(6, 6, w - 12, h - 14, `fill="none" stroke="${dashColour(look)}" stroke-dasharray="7 6"`))
  }
  const size = fontSizeOf(props) * scale
  const padding = LABEL_PADDING * scale
  const text = wordsOf(props, pen.maxTextLength)
  const box = { text, x: padding, w: w - 2 * padding, size, weight: 'medium', fill: look.text } as const
  const height = textHeight(text, size, box.w)
  const y = alongOf(props.verticalAlign, padding, h - padding - height)
  parts.push(drawText({ ...box, y, align: alignOf(props.align) }))
  const role = isNoteRole(meta.role) ? meta.role : roleOfColour(colour)
  const footY = h - padding - 18 * LINE_HEIGHT * scale
  if (pen.locale && role && y + height <= footY) {
    const foot = {
      y: footY,
      x: padding,
      w: box.w,
      size: 18 * scale,
      weight: 'bold',
      fill: look.text,
      lines: 1,
    } as const
    parts.push(drawText({ ...foot, text: NOTE_ROLE_LOOK[role].name[pen.locale], align: 'start' }))
    if (NOTE_ROLE_LOOK[role].sign) parts.push(drawText({ ...foot, text: NOTE_ROLE_LOOK[role].sign, align: 'end' }))
  }
  return parts.join('')
}

function fontSizeOf(props: Record<string, unknown>): number {
  const adjusted = props.fontSizeAdjustment
  return typeof adjusted === 'number' && adjusted > 0 ? Math.min(adjusted, 64) : labelSizeOf({ size: props.size })
}

function alignOf(align: unknown): TextBox['align'] {
  const name = textOf(align)
  return name.startsWith('start') ? 'start' : name.startsWith('end') ? 'end' : 'middle'
}

function alongOf(align: unknown, start: number, end: number): number {
  const name = textOf(align)
  if (name.startsWith('start')) return start
  return Math.max(start, name.startsWith('end') ? end : (start + end) / 2)
}

function drawLabel(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const palette = PALETTE[pen.theme]
  const size = textSizeOf(props)
  const text = wordsOf(props, pen.maxTextLength)
  if (text === '') return ''
  const quiet = meta.part === 'question' || meta.part === 'hint' || meta.part === 'guide-word'
  const colour = textOf(props.color)
  const fill = quiet ? palette.text2 : inkColour(pen.theme, colour)
  const box: TextBox = {
    text,
    x: 0,
    y: 0,
    w: boxOf(record, pen.maxTextLength).w,
    size,
    weight: isBold(props) ? 'bold' : 'medium',
    align: alignOf(props.textAlign),
    fill,
  }
  if (pen.detail === 'full') return drawText(box)
  if (size >= HEADING_FROM) return drawTextBars({ ...box, fill: palette.text3 }, Math.max(size * 0.5, pen.width / 190))
  return drawTextBars({ ...box, fill: palette.line }, Math.max(size * 0.4, pen.width / 320))
}

function drawGeo(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const palette = PALETTE[pen.theme]
  const { w, h } = boxOf(record, 0)
  if (meta.part === 'stripe') {
    const fill = props.fill === 'none' ? 'none' : palette.sunken
    const edge = pen.detail === 'full' || fill === 'none' ? ` stroke="${palette.line}" ${HAIRLINE}` : ''
    return rectangleTag(0, 0, w, h, `fill="${fill}" fill-opacity="0.55"${edge}`)
  }
  const colour = textOf(props.color)
  const look = noteLook(pen.theme, colour)
  const filled = props.fill !== 'none' && props.fill !== undefined
  const fill = !filled ? 'none' : props.fill === 'semi' ? palette.section : look.fill
  const ink =
    filled && props.fill !== 'semi' ? look.edge : colour === 'grey' ? palette.line : inkColour(pen.theme, colour)
  const stroke = strokeOf(props)
  const edge = pen.detail === 'thumbnail' ? HAIRLINE : `stroke-width="${round(stroke)}"${dashOf(props.dash, stroke)}`
  const outline = outlineOf(textOf(props.geo), w, h, `fill="${fill}" stroke="${ink}" ${edge}`)
  const text = wordsOf(props, pen.maxTextLength)
  if (pen.detail === 'thumbnail' || text === '') return outline
  const size = labelSizeOf(props)
  const padding = LABEL_PADDING * scaleOf(props)
  const height = textHeight(text, size, w - 2 * padding)
  const y = alongOf(props.verticalAlign, padding, h - padding - height)
  const words = filled && props.fill !== 'semi' ? look.text : palette.text
  return (
    outline +
    drawText({
      text,
      x: padding,
      y,
      w: w - 2 * padding,
      size,
      weight: 'medium',
      align: alignOf(props.align),
      fill: words,
    })
  )
}

function outlineOf(geo: string, w: number, h: number, look: string): string {
  const polygon = (...points: [number, number][]): string =>
    `<polygon points="${points.map(([x, y]) => `${round(x * w)},${round(y * h)}`).join(' ')}" ${look}/>`
  switch (geo) {
    case 'ellipse':
    case 'oval':
    case 'cloud':
      return `<ellipse cx="${round(w / 2)}" cy="${round(h / 2)}" rx="${round(w / 2)}" ry="${round(h / 2)}" ${look}/>`
    case 'triangle':
      return polygon([0.5, 0], [1, 1], [0, 1])
    case 'diamond':
      return polygon([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5])
    case 'hexagon':
      return polygon([0.25, 0], [0.75, 0], [1, 0.5], [0.75, 1], [0.25, 1], [0, 0.5])
    default:
      return rectangleTag(0, 0, w, h, look)
  }
}

function dashOf(dash: unknown, stroke: number): string {
  if (dash === 'dashed') return ` stroke-dasharray="${round(stroke * 3)} ${round(stroke * 2.5)}"`
  if (dash === 'dotted') return ` stroke-dasharray="${round(stroke * 0.6)} ${round(stroke * 3)}"`
  return ''
}

function drawStroke(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const isCurve = meta.part === 'curve'
  const palette = PALETTE[pen.theme]
  const isBackground = meta.fixed === true && props.color === 'black'
  const ink = isCurve ? palette.accent : isBackground ? palette.text3 : inkColour(pen.theme, textOf(props.color))
  const wide = record.type === 'highlight'
  const stroke = strokeOf(props) * (wide ? 6 : 1)
  const thin = pen.detail === 'thumbnail' && !wide
  const width = thin
    ? `stroke-width="${isCurve ? 2 : 1}" vector-effect="non-scaling-stroke"`
    : `stroke-width="${round(stroke)}"`
  const dash = thin ? '' : dashOf(isCurve ? 'solid' : props.dash, stroke)
  return strokesOf(record)
    .filter((points) => points.length > 0)
    .map((points) => {
      const list = points.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ')
      const dots =
        isCurve && pen.detail === 'full'
          ? points.map(
              ({ x, y }) =>
                `<circle cx="${round(x)}" cy="${round(y)}" r="10" fill="${palette.section}" stroke="${ink}" stroke-width="4"/>`,
            )
          : []
      const look = `fill="none" stroke="${ink}" stroke-linecap="round" stroke-linejoin="round" ${width}${dash}`
      return `<polyline points="${list}" ${look}${wide ? ' opacity="0.4"' : ''}/>${dots.join('')}`
    })
    .join('')
}

function drawArrow(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const stroke = Math.max(strokeOf(props), pen.detail === 'thumbnail' ? pen.width / 300 : 0)
  const ink = props.color === 'black' ? PALETTE[pen.theme].text3 : inkColour(pen.theme, textOf(props.color))
  const path = arrowPath(record, pen.scene, pen.ties, stroke)
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${round(stroke)}" stroke-linecap="round" stroke-linejoin="round"/>`
}
