import { type CurvePoint, curvePath, curvePoints } from '@samtavle/shared/curve-layout'
import { type CurveProps, middleStep, stepOf, stepWord } from '@samtavle/shared/curve-shape'
import { exampleWord } from '@samtavle/shared/note-words'
import { PALETTE } from '@samtavle/shared/palette'
import { LINE_HEIGHT, wrapText } from '@samtavle/shared/text-measure'
import type { ReactElement } from 'react'
import type { Drawn } from './drawn.ts'
import { DrawnText } from './drawn-text.tsx'

const RADIUS = 14
const WORD_SIZE = 22

type CurveDrawingProps = {
  props: CurveProps
  drawn: Drawn
  /** For a picture or paper, which nobody can ask: each point says what it means. */
  hasWords?: boolean
}

/** The curve through the points that are set; one that nobody has set is an empty, dashed place. */
export function CurveDrawing({ props, drawn, hasWords = false }: CurveDrawingProps): ReactElement {
  const { accent, section, lineStrong, text2 } = PALETTE[drawn.theme]
  const points = curvePoints(props)
  const first = points.find(({ isSet }) => isSet)
  return (
    <>
      <path
        d={curvePath(props)}
        fill="none"
        stroke={accent}
        strokeWidth={4}
        strokeLinecap="round"
        strokeDasharray={drawn.isExample ? '14 10' : undefined}
      />
      {points.map(({ column, x, y, isSet }) => (
        <circle
          key={column.key}
          cx={x}
          cy={y}
          r={RADIUS}
          fill={section}
          stroke={isSet ? accent : lineStrong}
          strokeWidth={isSet ? 5 : 2.5}
          strokeDasharray={isSet ? undefined : '6 5'}
        />
      ))}
      {hasWords &&
        points.map((point) => point.isSet && <PointWords key={point.column.key} {...{ props, drawn, point }} />)}
      {!hasWords && drawn.isExample && first && (
        <DrawnText
          {...{ lines: [exampleWord(drawn.locale)], x: first.x, y: first.y - RADIUS - 42 }}
          size={WORD_SIZE}
          anchor="middle"
          fill={text2}
        />
      )}
    </>
  )
}

/** »4. Jeg får svar: Svært«: above a point of the upper half, below one of the lower, where the curve does not run. */
function PointWords({ props, drawn, point }: { props: CurveProps; drawn: Drawn; point: CurvePoint }): ReactElement {
  const { column, x, y } = point
  const value = stepOf(props, column) ?? 0
  const example = drawn.isExample ? ` · ${exampleWord(drawn.locale)}` : ''
  const lines = wrapText(`${column.label}: ${stepWord(props, value)}${example}`, WORD_SIZE, column.w - WORD_SIZE)
  const isBelow = value < middleStep(props)
  const top = isBelow ? y + RADIUS + 6 : y - RADIUS - 6 - lines.length * WORD_SIZE * LINE_HEIGHT
  const { text } = PALETTE[drawn.theme]
  return <DrawnText lines={lines} x={x} y={top} size={WORD_SIZE} anchor="middle" fill={text} />
}
