import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { Drawing } from './drawing.ts'
import { PADDING } from './heading.ts'
import { label, line, linePoints } from './shapes.ts'
import type { EmotionCurve, EmotionStep, Locale, TemplateGrid } from './template.ts'

/** The lines of a grid that are more than its lanes: the emotion curve with its guides, and the line of visibility. */
const FIRST_GUIDE = 92
const GUIDE_STEP = 96
const WORD_ABOVE = 34

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
 * The emotion curve over all columns: one point each, which the team drags to the line that fits. It lies on neutral,
 * or shows the example until the examples are removed.
 */
export function addCurve(
  drawing: Drawing,
  curve: EmotionCurve,
  grid: TemplateGrid,
  options: { examples: boolean },
): void {
  const lane = grid.lanes.find(({ key }) => key === curve.lane)
  const first = grid.columns[0]
  if (!lane || !first) return
  const start = { x: first.x + first.w / 2, y: lane.y + guideY(0) }
  const pointsAt = (values: Readonly<Record<string, EmotionStep['value']>>) =>
    grid.columns.map(({ key, x, w }) => ({
      x: x + w / 2 - start.x,
      y: lane.y + guideY(values[key] ?? 0) - start.y,
    }))
  const meta: BoardMeta = { section: grid.key, cell: lane.key, part: 'curve' }
  const neutral = pointsAt({})
  const look = { ...start, colour: 'black', weight: 'strong', locked: false } as const
  if (!options.examples) {
    drawing.add(line({ ...look, dash: 'solid', points: neutral, meta }))
    return
  }
  const whenCleared = { props: { points: linePoints(neutral), dash: 'solid' } }
  drawing.add(
    line({ ...look, dash: 'dashed', points: pointsAt(curve.example), meta: { ...meta, example: true, whenCleared } }),
  )
}
