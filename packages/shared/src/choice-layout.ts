import { type ChoiceProps, type OptionState, optionStates } from './choice-shape.ts'
import { LINE_HEIGHT, textHeight, wordsFit, wrapText } from './text-measure.ts'

/**
 * Where the options of a choice stand, reckoned from their words alone: side by side where every word fits, else below
 * each other. In px from the corner of the shape.
 */
export type OptionPlace = {
  label: string
  lines: readonly string[]
  state: OptionState
  x: number
  y: number
  w: number
  h: number
  /** Where the words begin, right of the sign. */
  text: { x: number; y: number; w: number }
}
export type ChoiceLayout = { h: number; options: readonly OptionPlace[] }

const GAP = 20
const PADDING = 12
const NARROWEST = 120

/** Room for the sign before the words. */
const signRoom = (textSize: number): number => Math.round(textSize * 1.35)
/** How far the word that says the state reaches into its option, clear of the words there. */
const STATE_OVERLAP = 8
/** Room above and below that word. */
const STATE_PADDING = 1

/** The word that says the state: its size, how far it reaches into its option, and how high its ground is. */
export function stateBox(textSize: number): { size: number; above: number; padding: number; h: number } {
  const size = Math.round(textSize * 0.72)
  return { size, above: STATE_OVERLAP, padding: STATE_PADDING, h: Math.ceil(size * LINE_HEIGHT) + 2 * STATE_PADDING }
}

/** How far it hangs below. */
const stateDrop = (textSize: number): number => stateBox(textSize).h - STATE_OVERLAP

export function choiceLayout(props: ChoiceProps): ChoiceLayout {
  const { options, textSize } = props
  const count = Math.max(1, options.length)
  const column = Math.floor((props.w - (count - 1) * GAP) / count)
  const room = (w: number) => Math.max(20, w - 2 * PADDING - signRoom(textSize))
  // Bold, as what is ticked is set: ticking moves nothing.
  const isBeside = column >= NARROWEST && options.every(({ label }) => wordsFit(label, textSize, room(column), 'bold'))
  const w = isBeside ? column : props.w
  const heights = options.map(({ label }) => Math.ceil(textHeight(label, textSize, room(w), 'bold') + 2 * PADDING))
  const highest = Math.max(0, ...heights)
  const states = optionStates(props)
  const between = GAP + stateDrop(textSize)
  let next = 0
  const places = options.map(({ label }, i): OptionPlace => {
    const h = isBeside ? highest : (heights[i] ?? 0)
    const x = isBeside ? i * (column + GAP) : 0
    const y = isBeside ? 0 : next
    next += h + between
    return {
      label,
      lines: wrapText(label, textSize, room(w), 'bold'),
      state: states[i] ?? 'open',
      ...{ x, y, w, h },
      text: { x: x + PADDING + signRoom(textSize), y: y + PADDING, w: room(w) },
    }
  })
  const bottom = places.reduce((most, { y, h }) => Math.max(most, y + h), 0)
  return { h: bottom + stateDrop(textSize), options: places }
}
