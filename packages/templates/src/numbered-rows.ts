import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { Drawing } from './drawing.ts'
import { addExamples } from './flow.ts'
import { label, line, NOTE_SIZE } from './shapes.ts'
import type { Locale, Localised, NewNote, Rect } from './template.ts'

const NAME_WIDTH = 140
const GAP = 20
/** Near the edge, so that a new note has room below it too. */
const NAME_TOP = 4

/** Numbered rows below each other: at the left their names, beside them room for notes. One example per row. */
export function addRows(
  drawing: Drawing,
  rows: readonly Localised[],
  zone: Rect & { parent: string; locale: Locale; meta: BoardMeta; examples: readonly NewNote[] },
): void {
  const { parent, locale, x, w, examples } = zone
  const h = zone.h / rows.length
  const top = (h - NOTE_SIZE) / 2
  rows.forEach((name, i) => {
    const y = zone.y + i * h
    const meta: BoardMeta = { ...zone.meta, cell: `${zone.meta.section}/${i + 1}` }
    if (i > 0) {
      const points = [
        { x: 0, y: 0 },
        { x: w, y: 0 },
      ]
      const own: BoardMeta = { ...meta, part: 'row-line', fixed: true }
      drawing.add(
        line({ parent, x, y, points, colour: 'grey', dash: 'solid', weight: 'hair', locked: true, meta: own }),
      )
    }
    const text = name[locale]
    drawing.add(
      label({ parent, x, y: y + NAME_TOP, w: NAME_WIDTH, text, weight: 'bold', meta: { ...meta, part: 'lane' } }),
    )
    const left = NAME_WIDTH + GAP
    const beside = { x: x + left, y: y + top, w: w - left, h: h - top }
    addExamples(drawing, examples.slice(i, i + 1), beside, { locale, parent, meta })
  })
}
