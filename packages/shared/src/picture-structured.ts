import type { BoardRecord } from './board-doc.ts'
import { type CardText, cardLayout } from './card-layout.ts'
import type { CardProps } from './card-shape.ts'
import { choiceLayout, stateBox } from './choice-layout.ts'
import { type ChoiceProps, OPTION_SIGNS, stateWords } from './choice-shape.ts'
import { PALETTE } from './palette.ts'
import type { Pen } from './picture-pen.ts'
import { drawText, rectangleTag, type TextBox } from './picture-text.ts'

/** Cards and choices in pictures that are drawn without a browser. */
const HAIRLINE = 'stroke-width="1" vector-effect="non-scaling-stroke"'

const writtenAt = ({ lines, ...at }: CardText, look: Pick<TextBox, 'weight' | 'fill'>): string =>
  drawText({ ...at, ...look, text: lines.join('\n'), align: 'start' })

/** In a thumbnail the outlines only: words would be too small to read. */
export function drawCard(record: BoardRecord, pen: Pen): string {
  const props = record.props as CardProps
  const palette = PALETTE[pen.theme]
  const layout = cardLayout(props)
  const edge = `stroke="${palette.lineStrong}" ${HAIRLINE}`
  const parts: string[] = []
  if (props.framed) parts.push(rectangleTag(0, 0, props.w, layout.h, `rx="10" fill="${palette.section}" ${edge}`))
  const isFull = pen.detail === 'full'
  const ink = { weight: 'medium', fill: palette.text } as const
  const name = { weight: 'bold', fill: palette.text } as const
  for (const { label, box, text } of layout.picks) {
    parts.push(rectangleTag(box.x, box.y, box.w, box.h, `rx="6" fill="${palette.sunken}"`))
    if (isFull) parts.push(writtenAt(label, name), writtenAt(text, ink))
  }
  for (const { label, box, text, isEmpty } of layout.fields) {
    const dash = record.meta?.example === true ? ' stroke-dasharray="7 6"' : ''
    parts.push(rectangleTag(box.x, box.y, box.w, box.h, `rx="6" fill="none" ${edge}${dash}`))
    if (isFull) parts.push(writtenAt(label, name), writtenAt(text, isEmpty ? { ...ink, fill: palette.text3 } : ink))
  }
  return parts.join('')
}

export function drawChoice(record: BoardRecord, pen: Pen): string {
  const props = record.props as ChoiceProps
  const palette = PALETTE[pen.theme]
  const { textSize } = props
  return choiceLayout(props)
    .options.map(({ label, lines, state, x, y, w, h, text }) => {
      const isMarked = state === 'ticked' || state === 'here'
      const look = isMarked
        ? `fill="${palette.accent}" fill-opacity="0.12" stroke="${palette.accent}" stroke-width="3"`
        : `fill="none" stroke="${palette.lineStrong}" ${HAIRLINE}`
      const weight = isMarked ? 'bold' : 'medium'
      const words = {
        text: lines.length > 0 ? lines.join('\n') : label,
        size: textSize,
        weight,
        fill: palette.text,
      } as const
      const parts = [rectangleTag(x, y, w, h, `rx="6" ${look}`)]
      if (pen.detail !== 'full') return parts.join('')
      parts.push(drawText({ ...text, ...words, align: 'start' }))
      const sign = {
        text: OPTION_SIGNS[state],
        x: x + 10,
        y: text.y,
        w: textSize * 2,
        size: textSize,
        fill: palette.text,
      } as const
      parts.push(drawText({ ...sign, weight: 'medium', align: 'start' }))
      const said = pen.locale && stateWords(state)?.[pen.locale]
      if (said !== undefined) {
        const { size, above, padding } = stateBox(textSize)
        const at = { x: x + 10, y: y + h - above + padding, w: w - 20, size, lines: 1 } as const
        parts.push(drawText({ ...at, text: said, weight: 'bold', align: 'end', fill: palette.accent }))
      }
      return parts.join('')
    })
    .join('')
}
