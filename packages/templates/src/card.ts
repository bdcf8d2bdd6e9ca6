import type { BoardMeta } from '@samtavle/shared/board-meta'
import { textHeight } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { addField } from './field.ts'
import { BODY_SIZE, label } from './shapes.ts'
import type { Locale, NewNote, Rect, TemplateField } from './template.ts'

/** Between a field and the name of the next. */
const GAP = 14
const BELOW_NAME = 4

/** The named fields of a card below each other, as high as they can be. An example fills them part by part. */
export function addCard(
  drawing: Drawing,
  fields: readonly TemplateField[],
  zone: Rect & { parent: string; locale: Locale; meta: BoardMeta; example: NewNote | undefined },
): void {
  const { parent, locale, example, w, x } = zone
  const parts = example?.text[locale].split(' · ') ?? []
  const h = (zone.h - (fields.length - 1) * GAP) / fields.length
  fields.forEach(({ key, label: name }, i) => {
    const meta: BoardMeta = { ...zone.meta, cell: key, field: key }
    const y = zone.y + i * (h + GAP)
    const text = name[locale]
    drawing.add(label({ parent, x, y, w, text, weight: 'bold', meta: { ...meta, part: 'label' } }))
    const top = y + Math.ceil(textHeight(text, BODY_SIZE, w, 'bold')) + BELOW_NAME
    const field = { parent, x, y: top, w, h: Math.floor(y + h - top), textSize: BODY_SIZE }
    addField(drawing, { ...field, meta: { ...meta, part: 'field' } }, example, parts[i] ?? '')
  })
}
