import type { BoardRecord } from './board-doc.ts'
import { curvePath, curvePoints } from './curve-layout.ts'
import type { CurveProps } from './curve-shape.ts'
import { MATRIX_TEXT_SIZE, matrixLayout } from './matrix-layout.ts'
import type { MatrixProps } from './matrix-shape.ts'
import { PALETTE } from './palette.ts'
import type { Pen } from './picture-pen.ts'
import { drawText, round } from './picture-text.ts'

/** Curves and matrices in pictures that are drawn without a browser. */
const THIN = 'vector-effect="non-scaling-stroke"'

/** In a thumbnail the curve without its points. */
export function drawCurve(record: BoardRecord, pen: Pen): string {
  const props = record.props as CurveProps
  const { accent, section, lineStrong } = PALETTE[pen.theme]
  const isFull = pen.detail === 'full'
  const width = isFull ? 'stroke-width="4"' : `stroke-width="2" ${THIN}`
  const dash = isFull && record.meta?.example === true ? ' stroke-dasharray="14 10"' : ''
  const curve = `<path d="${curvePath(props)}" fill="none" stroke="${accent}" stroke-linecap="round" ${width}${dash}/>`
  if (!isFull) return curve
  const points = curvePoints(props).map(({ x, y, isSet }) => {
    const look = isSet
      ? `fill="${section}" stroke="${accent}" stroke-width="4"`
      : `fill="${section}" stroke="${lineStrong}" stroke-width="2" stroke-dasharray="5 4"`
    return `<circle cx="${round(x)}" cy="${round(y)}" r="12" ${look}/>`
  })
  return curve + points.join('')
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
  const words = labels
    .filter(({ lines }) => lines.some((line) => line !== ''))
    .map(({ lines, ...place }) => drawText({ ...place, text: lines.join('\n'), size: MATRIX_TEXT_SIZE, fill: text }))
  return axes + words.join('')
}
