import { cardLayout } from '@samtavle/shared/card-layout'
import type { CardProps } from '@samtavle/shared/card-shape'
import { exampleWord } from '@samtavle/shared/note-words'
import { PALETTE } from '@samtavle/shared/palette'
import type { ReactElement } from 'react'
import type { Drawn } from './drawn.ts'
import { DrawnText } from './drawn-text.tsx'

/** A card with its status and its fields; an empty field shows its guiding words, paler. */
export function CardDrawing({ props, drawn }: { props: CardProps; drawn: Drawn }): ReactElement {
  const palette = PALETTE[drawn.theme]
  const { h, picks, fields } = cardLayout(props)
  const [first] = fields
  return (
    <>
      {props.framed && (
        <rect
          {...{ x: 0.5, y: 0.5, width: props.w - 1, height: h - 1, rx: 10 }}
          fill={palette.section}
          stroke={palette.lineStrong}
        />
      )}
      {picks.map(({ label, box, text }, i) => (
        <g key={props.picks[i]?.key}>
          <rect {...{ x: box.x, y: box.y, width: box.w, height: box.h, rx: 6 }} fill={palette.sunken} />
          <DrawnText {...label} fill={palette.text} weight="bold" />
          <DrawnText {...text} fill={palette.text} />
        </g>
      ))}
      {fields.map(({ label, box, text, isEmpty }, i) => (
        <g key={props.fields[i]?.key}>
          <DrawnText {...label} fill={palette.text} weight="bold" />
          <rect
            {...{ x: box.x, y: box.y, width: box.w, height: box.h, rx: 6 }}
            fill="none"
            stroke={palette.lineStrong}
            strokeWidth={1.5}
            strokeDasharray={drawn.isExample ? '7 6' : undefined}
          />
          <DrawnText {...text} fill={isEmpty ? palette.text3 : palette.text} />
        </g>
      ))}
      {drawn.isExample && first && (
        <DrawnText
          {...{
            lines: [exampleWord(drawn.locale)],
            x: first.box.x + first.box.w,
            y: first.label.y,
            size: first.label.size,
          }}
          anchor="end"
          fill={palette.text2}
        />
      )}
    </>
  )
}
