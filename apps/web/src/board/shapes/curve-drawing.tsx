import { curvePath, curvePoints } from '@samtavle/shared/curve-layout'
import type { CurveProps } from '@samtavle/shared/curve-shape'
import { PALETTE } from '@samtavle/shared/palette'
import type { ReactElement } from 'react'
import type { Drawn } from './choice-drawing.tsx'
import { DrawnText } from './drawn-text.tsx'
import { exampleWord } from './note-words.ts'

const RADIUS = 14
const WORD_SIZE = 22

/** The curve through the points that are set; one that nobody has set is an empty, dashed place. */
export function CurveDrawing({ props, drawn }: { props: CurveProps; drawn: Drawn }): ReactElement {
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
      {drawn.isExample && first && (
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
