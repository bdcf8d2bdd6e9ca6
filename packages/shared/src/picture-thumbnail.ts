import type { BoardRecord } from './board-doc.ts'
import type { BoardMeta } from './board-meta.ts'
import { inkColour, noteLook, PALETTE } from './palette.ts'
import { arrowPath } from './picture-arrow.ts'
import { boxOf, isBold, strokeOf, strokesOf, textSizeOf, wordsOf } from './picture-geometry.ts'
import { outlinePath } from './picture-outline.ts'
import type { Pen } from './picture-pen.ts'
import { textOf } from './picture-scene.ts'
import { drawTextBars, rectangleTag, round, type TextBox } from './picture-text.ts'

/** tldraw's own shapes where they are too small to read: sheets, colours and bars instead of words. */
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

/** Does a part of a template mean anything at this size? */
export const isSmallPart = (meta: BoardMeta): boolean => SMALL_PARTS.has(meta.part ?? '')

/** One shape of tldraw's without its children; empty for any other. */
export function smallShape(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  switch (record.type) {
    case 'frame':
      return smallFrame(record, pen)
    case 'note':
      return smallNote(record, pen)
    case 'text':
      return smallText(record, pen)
    case 'geo':
      return smallGeo(record, meta, pen)
    case 'line':
    case 'draw':
    case 'highlight':
      return smallStroke(record, meta, pen)
    case 'arrow':
      return smallArrow(record, pen)
    case 'image':
    case 'video': {
      const { w, h } = boxOf(record, 0)
      return rectangleTag(0, 0, w, h, `fill="${PALETTE[pen.theme].sunken}"`)
    }
    default:
      return ''
  }
}

function smallFrame(record: BoardRecord, pen: Pen): string {
  const { w, h } = boxOf(record, 0)
  const { section, lineStrong } = PALETTE[pen.theme]
  const edge = `stroke="${lineStrong}" stroke-opacity="0.6"`
  return rectangleTag(0, 0, w, h, `rx="${round(pen.width / 300)}" fill="${section}" ${edge} ${HAIRLINE}`)
}

function smallNote(record: BoardRecord, pen: Pen): string {
  const look = noteLook(pen.theme, textOf(record.props?.color))
  const { w, h } = boxOf(record, 0)
  return rectangleTag(
    0,
    0,
    w,
    h,
    `rx="${round(pen.width / 400)}" fill="${look.fill}" stroke="${look.edge}" ${HAIRLINE}`,
  )
}

function smallText(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const palette = PALETTE[pen.theme]
  const size = textSizeOf(props)
  const text = wordsOf(props, pen.maxTextLength)
  if (text === '') return ''
  const { w } = boxOf(record, pen.maxTextLength)
  const align = textOf(props.textAlign)
  const box: TextBox = {
    ...{ text, x: 0, y: 0, w, size },
    weight: isBold(props) ? 'bold' : 'medium',
    align: align === 'start' || align === 'end' ? align : 'middle',
  }
  if (size >= HEADING_FROM) return drawTextBars(box, Math.max(size * 0.5, pen.width / 190), palette.text3)
  return drawTextBars(box, Math.max(size * 0.4, pen.width / 320), palette.line)
}

function smallGeo(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const palette = PALETTE[pen.theme]
  const { w, h } = boxOf(record, 0)
  if (meta.part === 'stripe') {
    const isEmpty = props.fill === 'none'
    const edge = isEmpty ? ` stroke="${palette.line}" ${HAIRLINE}` : ''
    return rectangleTag(0, 0, w, h, `fill="${isEmpty ? 'none' : palette.sunken}" fill-opacity="0.55"${edge}`)
  }
  const colour = textOf(props.color)
  const look = noteLook(pen.theme, colour)
  const filled = props.fill !== 'none' && props.fill !== undefined
  const fill = !filled ? 'none' : props.fill === 'semi' ? palette.section : look.fill
  const onPaper = filled && props.fill !== 'semi'
  const ink = onPaper ? look.edge : colour === 'grey' ? palette.line : inkColour(pen.theme, colour)
  const set = `fill="${fill}" stroke="${ink}" ${HAIRLINE}`
  if (props.geo === undefined || props.geo === 'rectangle') return rectangleTag(0, 0, w, h, set)
  return `<path d="${outlinePath(record).d}" ${set}/>`
}

function smallStroke(record: BoardRecord, meta: BoardMeta, pen: Pen): string {
  const props = record.props ?? {}
  const isCurve = meta.part === 'curve'
  const palette = PALETTE[pen.theme]
  const isBackground = meta.fixed === true && props.color === 'black'
  const ink = isCurve ? palette.accent : isBackground ? palette.text3 : inkColour(pen.theme, textOf(props.color))
  const wide = record.type === 'highlight'
  const width = wide
    ? `stroke-width="${round(strokeOf(props) * 6)}"`
    : `stroke-width="${isCurve ? 2 : 1}" vector-effect="non-scaling-stroke"`
  return strokesOf(record)
    .filter((points) => points.length > 0)
    .map((points) => {
      const list = points.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ')
      const look = `fill="none" stroke="${ink}" stroke-linecap="round" stroke-linejoin="round" ${width}`
      return `<polyline points="${list}" ${look}${wide ? ' opacity="0.4"' : ''}/>`
    })
    .join('')
}

function smallArrow(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const stroke = Math.max(strokeOf(props), pen.width / 300)
  const ink = props.color === 'black' ? PALETTE[pen.theme].text3 : inkColour(pen.theme, textOf(props.color))
  const { body, heads } = arrowPath(record, pen.scene, pen.ties, stroke)
  const d = body + heads.map((head) => head.d).join('')
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${round(stroke)}" stroke-linecap="round" stroke-linejoin="round"/>`
}
