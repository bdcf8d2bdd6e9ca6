import type { BoardRecord } from './board-doc.ts'
import { type CardText, cardLayout } from './card-layout.ts'
import type { CardProps } from './card-shape.ts'
import { choiceLayout, type OptionPlace, stateBox } from './choice-layout.ts'
import { type ChoiceProps, type OptionState, stateWords } from './choice-shape.ts'
import { ON_NOTES, STRONG } from './letter-measure.ts'
import { exampleWord } from './note-words.ts'
import { PALETTE } from './palette.ts'
import type { Pen } from './picture-pen.ts'
import { rectangleTag, round } from './picture-text.ts'
import { drawLines } from './picture-words.ts'
import { LINE_HEIGHT, textWidth } from './text-measure.ts'

/** Cards and choices in pictures that are drawn without a browser: what `CardDrawing` and `ChoiceDrawing` draw in one. */
const HAIRLINE = 'stroke-width="1" vector-effect="non-scaling-stroke"'
const EXAMPLE_DASHES = ' stroke-dasharray="7 6" stroke-linecap="butt"'

type Ink = { fill: string; weight?: number }

const writtenAt = ({ lines, x, y, size }: CardText, { fill, weight = ON_NOTES }: Ink, pen: Pen): string =>
  drawLines(lines, { x, y, size, fill, weight }, pen)

/** In a thumbnail the outlines only: words would be too small to read. */
export function drawCard(record: BoardRecord, pen: Pen): string {
  const props = record.props as CardProps
  const palette = PALETTE[pen.theme]
  const layout = cardLayout(props)
  const isFull = pen.detail === 'full'
  const isExample = isFull && record.meta?.example === true
  const parts: string[] = []
  if (props.framed) {
    const look = `rx="10" fill="${palette.section}" stroke="${palette.lineStrong}" ${isFull ? '' : HAIRLINE}`
    parts.push(rectangleTag(0.5, 0.5, props.w - 1, layout.h - 1, look))
  }
  const name: Ink = { fill: palette.text, weight: STRONG }
  for (const { label, box, text } of layout.picks) {
    parts.push(rectangleTag(box.x, box.y, box.w, box.h, `rx="6" fill="${palette.sunken}"`))
    if (isFull) parts.push(writtenAt(label, name, pen), writtenAt(text, { fill: palette.text }, pen))
  }
  const edge = isFull ? `stroke-width="1.5"${isExample ? EXAMPLE_DASHES : ''}` : HAIRLINE
  for (const { label, box, text, isEmpty } of layout.fields) {
    parts.push(rectangleTag(box.x, box.y, box.w, box.h, `rx="6" fill="none" stroke="${palette.lineStrong}" ${edge}`))
    if (isFull) {
      parts.push(writtenAt(label, name, pen), writtenAt(text, { fill: isEmpty ? palette.text3 : palette.text }, pen))
    }
  }
  const [first] = layout.fields
  if (isExample && first && pen.locale) {
    const { box, label } = first
    const place = { x: box.x + box.w, y: label.y, size: label.size, align: 'end', fill: palette.text2 } as const
    parts.push(drawLines([exampleWord(pen.locale)], place, pen))
  }
  return parts.join('')
}

export function drawChoice(record: BoardRecord, pen: Pen): string {
  const props = record.props as ChoiceProps
  const isExample = pen.detail === 'full' && record.meta?.example === true
  return choiceLayout(props)
    .options.map((option) => drawOption(option, props, isExample, pen))
    .join('')
}

function drawOption(option: OptionPlace, { textSize, kind }: ChoiceProps, isExample: boolean, pen: Pen): string {
  const palette = PALETTE[pen.theme]
  const { lines, state, x, y, w, h, text } = option
  const isMarked = state === 'ticked' || state === 'here'
  const dashes = isExample ? EXAMPLE_DASHES : ''
  const look = isMarked
    ? `fill="${palette.accent}" fill-opacity="0.12" stroke="${palette.accent}" stroke-width="3"`
    : `fill="none" stroke="${palette.lineStrong}" ${pen.detail === 'full' ? 'stroke-width="1.5"' : HAIRLINE}`
  const box = rectangleTag(x, y, w, h, `rx="6" ${look}${dashes}`)
  if (pen.detail !== 'full') return box
  const middle = { x: x + 12 + textSize / 2, y: text.y + (textSize * LINE_HEIGHT) / 2 }
  const words = { x: text.x, y: text.y, size: textSize, fill: palette.text, weight: isMarked ? STRONG : ON_NOTES }
  const sign = signOf(state, kind === 'several', middle, textSize * 0.8, palette.text)
  return box + sign + drawLines(lines, words, pen) + stateOf(option, textSize, isExample, pen)
}

/** What is ticked says so in a word too. */
function stateOf({ state, x, y, w, h }: OptionPlace, textSize: number, isExample: boolean, pen: Pen): string {
  if (pen.locale === undefined) return ''
  const { accent, section, lineStrong, text } = PALETTE[pen.theme]
  const isMarked = state === 'ticked' || state === 'here'
  const said = stateWords(state)?.[pen.locale]
  const example = isExample && isMarked ? exampleWord(pen.locale) : undefined
  const words = [said, example].filter((word) => word !== undefined).join(' · ')
  if (words === '') return ''
  const hanging = stateBox(textSize)
  const room = Math.ceil(textWidth(words, hanging.size, 'bold')) + 16
  const top = y + h - hanging.above
  const look = `rx="4" fill="${isMarked ? accent : section}" stroke="${isMarked ? accent : lineStrong}"`
  const place = { x: x + w - 18, y: top + hanging.padding, size: hanging.size, weight: STRONG, align: 'end' } as const
  return (
    rectangleTag(x + w - room - 10, top, room, hanging.h, look) +
    drawLines([words], { ...place, fill: isMarked ? section : text }, pen)
  )
}

type Place = { x: number; y: number }

/** A ring or a box to be ticked, a tick, or a pointer to where the team stands. */
function signOf(state: OptionState, isSquare: boolean, at: Place, size: number, ink: string): string {
  const half = size / 2
  const path = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([x, y]) => `${round(at.x + x * half)} ${round(at.y + y * half)}`).join('L')}`
  if (state === 'here')
    return `<path d="${path([
      [-0.8, 0],
      [0.7, -0.8],
      [0.7, 0.8],
    ])}Z" fill="${ink}"/>`
  if (state !== 'open') {
    const width = round(Math.max(2.5, size / 6))
    return `<path d="${path([
      [-0.8, 0.05],
      [-0.25, 0.65],
      [0.85, -0.65],
    ])}" fill="none" stroke="${ink}" stroke-width="${width}"/>`
  }
  const line = `fill="none" stroke="${ink}" stroke-width="${round(Math.max(1.5, size / 8))}"`
  if (!isSquare) return `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${round(half * 0.9)}" ${line}/>`
  return rectangleTag(at.x - half * 0.85, at.y - half * 0.85, size * 0.85, size * 0.85, `rx="2" ${line}`)
}
