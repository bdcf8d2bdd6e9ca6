import type { BoardRecord } from './board-doc.ts'
import { type CurvePoint, curvePath, curvePoints } from './curve-layout.ts'
import { type CurveProps, middleStep, stepOf, stepWord } from './curve-shape.ts'
import { ON_NOTES, STRONG } from './letter-measure.ts'
import { MATRIX_TEXT_SIZE, matrixLayout } from './matrix-layout.ts'
import type { MatrixProps } from './matrix-shape.ts'
import { exampleWord } from './note-words.ts'
import { PALETTE } from './palette.ts'
import type { Pen } from './picture-pen.ts'
import { round } from './picture-text.ts'
import { drawLines } from './picture-words.ts'
import { LINE_HEIGHT, wrapText } from './text-measure.ts'

/** Curves and matrices in pictures that are drawn without a browser. */
const THIN = 'vector-effect="non-scaling-stroke"'
const RADIUS = 14
const WORD_SIZE = 22

/** In a thumbnail the curve without its points. */
export function drawCurve(record: BoardRecord, pen: Pen): string {
  const props = record.props as CurveProps
  const { accent, section, lineStrong } = PALETTE[pen.theme]
  const isFull = pen.detail === 'full'
  const width = isFull ? 'stroke-width="4"' : `stroke-width="2" ${THIN}`
  const isExample = record.meta?.example === true
  const dash = isFull && isExample ? ' stroke-dasharray="14 10"' : ''
  const curve = `<path d="${curvePath(props)}" fill="none" stroke="${accent}" stroke-linecap="round" ${width}${dash}/>`
  if (!isFull) return curve
  const all = curvePoints(props)
  const points = all.map(({ x, y, isSet }) => {
    const look = isSet
      ? `fill="${section}" stroke="${accent}" stroke-width="5"`
      : `fill="${section}" stroke="${lineStrong}" stroke-width="2.5" stroke-dasharray="6 5" stroke-linecap="butt"`
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${RADIUS}" ${look}/>`
  })
  const words = all.filter(({ isSet }) => isSet).map((point) => pointWords(props, point, isExample, pen))
  return curve + points.join('') + words.join('')
}

/** What a point means, which nobody can ask a picture: above one of the upper half, below one of the lower. */
function pointWords(props: CurveProps, { column, x, y }: CurvePoint, isExample: boolean, pen: Pen): string {
  const value = stepOf(props, column) ?? 0
  const example = isExample && pen.locale ? ` · ${exampleWord(pen.locale)}` : ''
  const said = `${column.label}: ${stepWord(props, value)}${example}`
  const lines = wrapText(said, WORD_SIZE, column.w - WORD_SIZE)
  const isBelow = value < middleStep(props)
  const top = isBelow ? y + RADIUS + 6 : y - RADIUS - 6 - lines.length * WORD_SIZE * LINE_HEIGHT
  return drawLines(lines, { x, y: top, size: WORD_SIZE, align: 'middle', fill: PALETTE[pen.theme].text }, pen)
}

/** In a thumbnail the axes only. */
export function drawMatrix(record: BoardRecord, pen: Pen): string {
  const props = record.props as MatrixProps
  const { text, text3 } = PALETTE[pen.theme]
  const { field, middle, labels } = matrixLayout(props)
  const isFull = pen.detail === 'full'
  const [x, y] = [round(middle.x), round(middle.y)]
  const upright = `M${x} ${round(field.y)}V${round(field.y + field.h)}`
  const level = `M${round(field.x)} ${y}H${round(field.x + field.w)}`
  const width = isFull ? 'stroke-width="4"' : `stroke-width="1" ${THIN}`
  const axes = `<path d="${upright}${level}" fill="none" stroke="${text3}" stroke-linecap="round" ${width}/>`
  if (!isFull) return axes
  const words = labels.map(({ lines, weight, align, x: left, y: top, w }) => {
    const at = align === 'middle' ? left + w / 2 : align === 'end' ? left + w : left
    const set = { size: MATRIX_TEXT_SIZE, align, fill: text, weight: weight === 'bold' ? STRONG : ON_NOTES } as const
    return drawLines(lines, { ...set, x: at, y: top }, pen)
  })
  return axes + words.join('')
}
