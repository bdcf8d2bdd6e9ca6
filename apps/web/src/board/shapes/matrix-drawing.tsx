import { MATRIX_TEXT_SIZE, matrixLayout } from '@samtavle/shared/matrix-layout'
import type { MatrixProps } from '@samtavle/shared/matrix-shape'
import { PALETTE, type Theme } from '@samtavle/shared/palette'
import type { ReactElement } from 'react'
import { DrawnText } from './drawn-text.tsx'

/** The axes, the names at their ends, and the names of the quadrants. */
export function MatrixDrawing({ props, theme }: { props: MatrixProps; theme: Theme }): ReactElement {
  const { text, text3 } = PALETTE[theme]
  const { field, middle, labels } = matrixLayout(props)
  const axis = { stroke: text3, strokeWidth: 4, strokeLinecap: 'round' } as const
  return (
    <>
      <line {...{ x1: middle.x, y1: field.y, x2: middle.x, y2: field.y + field.h }} {...axis} />
      <line {...{ x1: field.x, y1: middle.y, x2: field.x + field.w, y2: middle.y }} {...axis} />
      {labels.map(({ name, lines, x, y, w, align, weight }) => (
        <DrawnText
          key={name}
          lines={lines}
          x={align === 'middle' ? x + w / 2 : align === 'end' ? x + w : x}
          y={y}
          size={MATRIX_TEXT_SIZE}
          anchor={align}
          weight={weight}
          fill={text}
        />
      ))}
    </>
  )
}
