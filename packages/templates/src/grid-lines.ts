import type { BoardMeta } from '@samtavle/shared/board-meta'
import { CURVE_TYPE, type CurveProps } from '@samtavle/shared/curve-shape'
import type { Drawing } from './drawing.ts'
import { PADDING } from './heading.ts'
import { label, line } from './shapes.ts'
import type { EmotionCurve, EmotionStep, Locale, TemplateGrid } from './template.ts'

/** The lines of a grid that are more than its lanes: the emotion curve with its guides, and the line of visibility. */
const FIRST_GUIDE = 92
const GUIDE_STEP = 96
const WORD_ABOVE = 34
/** From −2 to 1, as the points of a curve are counted. */
const LOWEST = 3

const guideY = (value: EmotionStep['value']): number => FIRST_GUIDE + (2 - value) * GUIDE_STEP
const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0')

/** Five dotted lines across a column's lane, each with its number and its word. `y` is the top of the lane. */
export function addGuideLines(
  drawing: Drawing,
  curve: EmotionCurve,
  at: { parent: string; y: number; w: number; locale: Locale; meta: BoardMeta },
): void {
  const { parent, w, locale, meta } = at
  for (const { value, word } of curve.steps) {
    const y = at.y + guideY(value)
    const points = [
      { x: 0, y: 0 },
      { x: w, y: 0 },
    ]
    const guide: BoardMeta = { ...meta, part: 'guide-line', fixed: true }
    drawing.add(
      line({ parent, x: 0, y, points, colour: 'grey', dash: 'dotted', weight: 'hair', locked: true, meta: guide }),
    )
    const text = `${signed(value)} ${word[locale]}`
    drawing.add(label({ parent, x: PADDING, y: y - WORD_ABOVE, w: 260, text, meta: { ...meta, part: 'guide-word' } }))
  }
}

/** A dashed line along the top of a lane, with its name below it at the right. */
export function addDividingLine(
  drawing: Drawing,
  name: string,
  at: { parent: string; y: number; w: number; meta: BoardMeta },
): void {
  const { parent, y, w, meta } = at
  const points = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
  ]
  const own: BoardMeta = { ...meta, part: 'dividing-line', fixed: true }
  drawing.add(
    line({ parent, x: 0, y, points, colour: 'black', dash: 'dashed', weight: 'strong', locked: true, meta: own }),
  )
  const labelWidth = 210
  drawing.add(
    label({
      parent,
      x: w - PADDING - labelWidth,
      y: y + 8,
      w: labelWidth,
      text: name,
      align: 'end',
      meta: { ...meta, part: 'dividing-label' },
    }),
  )
}

/**
 * The emotion curve over all columns: one point each, which the team puts on the line that fits. Nobody has set any, or
 * they show the example until the examples are removed.
 */
export function addCurve(
  drawing: Drawing,
  curve: EmotionCurve,
  grid: TemplateGrid,
  options: { examples: boolean; locale: Locale },
): void {
  const lane = grid.lanes.find(({ key }) => key === curve.lane)
  const [first, last] = [grid.columns[0], grid.columns.at(-1)]
  if (!lane || !first || !last) return
  const { locale } = options
  const columns = grid.columns.map(({ key, heading, x, w }, i) => {
    return { key, label: heading[locale], x: x - first.x, w, point: i + 1 }
  })
  const steps = curve.steps.map(({ value, word }) => ({ key: `step${value + LOWEST}`, label: word[locale] }))
  const props: CurveProps = {
    w: last.x + last.w - first.x,
    h: guideY(-2) - guideY(2),
    name: lane.heading[locale],
    steps,
    columns,
  }
  const shape = { type: CURVE_TYPE, x: first.x, y: lane.y + guideY(2) }
  const meta: BoardMeta = { section: grid.key, cell: lane.key, part: 'curve' }
  const unset = Object.fromEntries(columns.map(({ point }) => [`point${point}`, 0]))
  if (!options.examples) {
    drawing.add({ ...shape, props: { ...props, ...unset }, meta })
    return
  }
  const set = columns.map(({ key, point }) => [`point${point}`, (curve.example[key] ?? 0) + LOWEST])
  const mark: BoardMeta = { ...meta, example: true, whenCleared: { props: unset } }
  drawing.add({ ...shape, props: { ...props, ...Object.fromEntries(set) }, meta: mark })
}
