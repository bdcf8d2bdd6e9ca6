import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { Drawing } from './drawing.ts'
import { addExamples } from './flow.ts'
import { NOTES_FROM, PADDING } from './heading.ts'
import { label, line } from './shapes.ts'
import { type Locale, type NewNote, QUADRANTS, type Rect, type TemplateMatrix } from './template.ts'

/** Room for one line of words at each end of an axis. */
const END_HEIGHT = 40
const END_WIDTH = 130
const INSET = 24
const LABEL_HEIGHT = 50

/** Two axes with their ends named, and four quadrants with theirs. */
export function addMatrix(
  drawing: Drawing,
  matrix: TemplateMatrix,
  box: { parent: string; w: number; h: number; locale: Locale; examples: readonly NewNote[] },
): void {
  const { parent, w, h, locale, examples } = box
  const meta: BoardMeta = { section: matrix.section }
  const field: Rect = {
    x: PADDING + END_WIDTH,
    y: NOTES_FROM + END_HEIGHT,
    w: w - 2 * (PADDING + END_WIDTH),
    h: h - NOTES_FROM - PADDING - 2 * END_HEIGHT,
  }
  const middle = { x: field.x + field.w / 2, y: field.y + field.h / 2 }
  const axis = { parent, colour: 'black', dash: 'solid', weight: 'strong', locked: true } as const
  const axisMeta: BoardMeta = { ...meta, part: 'axis', fixed: true }
  const origin = { x: 0, y: 0 }
  drawing.add(line({ ...axis, x: middle.x, y: field.y, points: [origin, { x: 0, y: field.h }], meta: axisMeta }))
  drawing.add(line({ ...axis, x: field.x, y: middle.y, points: [origin, { x: field.w, y: 0 }], meta: axisMeta }))

  const endMeta: BoardMeta = { ...meta, part: 'axis-end' }
  const across = { parent, x: field.x, w: field.w, align: 'middle', meta: endMeta } as const
  drawing.add(label({ ...across, y: NOTES_FROM + 4, text: matrix.ends.up[locale] }))
  drawing.add(label({ ...across, y: field.y + field.h + 6, text: matrix.ends.down[locale] }))
  const aside = { parent, y: middle.y - 15, w: END_WIDTH - 10, meta: endMeta }
  drawing.add(label({ ...aside, x: PADDING, align: 'end', text: matrix.ends.left[locale] }))
  drawing.add(label({ ...aside, x: field.x + field.w + 10, text: matrix.ends.right[locale] }))

  for (const quadrant of QUADRANTS) {
    const zone: Rect = {
      x: (quadrant.endsWith('Left') ? field.x : middle.x) + INSET,
      y: (quadrant.startsWith('up') ? field.y : middle.y) + INSET,
      w: field.w / 2 - 2 * INSET,
      h: field.h / 2 - 2 * INSET,
    }
    const text = matrix.quadrants[quadrant][locale]
    drawing.add(label({ parent, ...zone, text, weight: 'bold', meta: { ...meta, part: 'quadrant' } }))
    addExamples(
      drawing,
      examples.filter((example) => example.quadrant === quadrant),
      { ...zone, y: zone.y + LABEL_HEIGHT, h: zone.h - LABEL_HEIGHT },
      { locale, parent, meta },
    )
  }
}
