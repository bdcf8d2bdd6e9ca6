import { LINE_HEIGHT } from '@samtavle/shared/text-measure'
import type { ReactElement } from 'react'

type DrawnTextProps = {
  lines: readonly string[]
  x: number
  y: number
  size: number
  fill: string
  weight?: 'medium' | 'bold'
  anchor?: 'start' | 'middle' | 'end'
}

/** Where the baseline lies below the top of a line, as a multiple of the font size. */
const BASELINE = 1.03

/** Lines of words in a drawing of our own shapes: the same on the canvas, in pictures and on paper. */
export function DrawnText({
  lines,
  x,
  y,
  size,
  fill,
  weight = 'medium',
  anchor = 'start',
}: DrawnTextProps): ReactElement {
  const set = weight === 'bold' ? 680 : 500
  return (
    <text
      fontFamily="tldraw_sans, sans-serif"
      fontSize={size}
      fontWeight={weight === 'bold' ? 700 : 500}
      style={{ fontVariationSettings: `"wght" ${set}` }}
      fill={fill}
      textAnchor={anchor}
    >
      {lines.map((line, i) => (
        <tspan key={i} x={x} y={y + size * (BASELINE + i * LINE_HEIGHT)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
