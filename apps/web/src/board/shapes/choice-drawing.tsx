import { choiceLayout, stateBox } from '@samtavle/shared/choice-layout'
import { type ChoiceProps, type OptionState, stateWords } from '@samtavle/shared/choice-shape'
import { exampleWord } from '@samtavle/shared/note-words'
import { PALETTE } from '@samtavle/shared/palette'
import { LINE_HEIGHT, textWidth } from '@samtavle/shared/text-measure'
import type { ReactElement } from 'react'
import type { Drawn } from './drawn.ts'
import { DrawnText } from './drawn-text.tsx'

/** The options with their signs; what is ticked says so in a word too. */
export function ChoiceDrawing({ props, drawn }: { props: ChoiceProps; drawn: Drawn }): ReactElement {
  const { textSize, kind } = props
  const palette = PALETTE[drawn.theme]
  const { options } = choiceLayout(props)
  return (
    <>
      {options.map(({ label, lines, state, x, y, w, h, text }) => {
        const isMarked = state === 'ticked' || state === 'here'
        const said = stateWords(state)?.[drawn.locale]
        const example = drawn.isExample && isMarked ? exampleWord(drawn.locale) : undefined
        const words = [said, example].filter((word) => word !== undefined).join(' · ')
        const hanging = stateBox(textSize)
        const room = Math.ceil(textWidth(words, hanging.size, 'bold')) + 16
        const top = y + h - hanging.above
        const middle = { x: x + 12 + textSize / 2, y: text.y + (textSize * LINE_HEIGHT) / 2 }
        return (
          <g key={label}>
            <rect
              {...{ x, y, width: w, height: h, rx: 6 }}
              fill={isMarked ? palette.accent : 'none'}
              fillOpacity={isMarked ? 0.12 : 1}
              stroke={isMarked ? palette.accent : palette.lineStrong}
              strokeWidth={isMarked ? 3 : 1.5}
              strokeDasharray={drawn.isExample ? '7 6' : undefined}
            />
            <Sign state={state} isSquare={kind === 'several'} at={middle} size={textSize * 0.8} ink={palette.text} />
            <DrawnText
              {...text}
              lines={lines}
              size={textSize}
              fill={palette.text}
              weight={isMarked ? 'bold' : 'medium'}
            />
            {words !== '' && (
              <>
                <rect
                  {...{ x: x + w - room - 10, y: top, width: room, height: hanging.h, rx: 4 }}
                  fill={isMarked ? palette.accent : palette.section}
                  stroke={isMarked ? palette.accent : palette.lineStrong}
                />
                <DrawnText
                  {...{ lines: [words], x: x + w - 18, y: top + hanging.padding, size: hanging.size }}
                  weight="bold"
                  anchor="end"
                  fill={isMarked ? palette.section : palette.text}
                />
              </>
            )}
          </g>
        )
      })}
    </>
  )
}

type SignProps = { state: OptionState; isSquare: boolean; at: { x: number; y: number }; size: number; ink: string }

/** A ring or a box to be ticked, a tick, or a pointer to where the team stands: drawn, because not every font has them. */
function Sign({ state, isSquare, at, size, ink }: SignProps): ReactElement {
  const half = size / 2
  const line = { fill: 'none', stroke: ink, strokeWidth: Math.max(1.5, size / 8) }
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at.x + x * half} ${at.y + y * half}`).join('')
  const tick = [
    [-0.8, 0.05],
    [-0.25, 0.65],
    [0.85, -0.65],
  ] as const
  const pointer = [
    [-0.8, 0],
    [0.7, -0.8],
    [0.7, 0.8],
  ] as const
  if (state === 'here') return <path d={`${path(pointer)}Z`} fill={ink} />
  if (state !== 'open')
    return <path d={path(tick)} {...line} strokeWidth={Math.max(2.5, size / 6)} strokeLinejoin="round" />
  if (!isSquare) return <circle cx={at.x} cy={at.y} r={half * 0.9} {...line} />
  return (
    <rect x={at.x - half * 0.85} y={at.y - half * 0.85} width={size * 0.85} height={size * 0.85} rx={2} {...line} />
  )
}
