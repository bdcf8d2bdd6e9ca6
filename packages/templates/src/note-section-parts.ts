import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { Drawing } from './drawing.ts'
import { addField } from './field.ts'
import { PADDING } from './heading.ts'
import { BODY_SIZE, label, rectangle } from './shapes.ts'
import { type Locale, words } from './template.ts'

/** What stands at the foot of single sections of notes: a box to move notes into, a tiny text, a date. */
type Foot = { parent: string; w: number; h: number; meta: BoardMeta; locale: Locale }

const BOX_HEIGHT = 250
const TINY_SIZE = 10
const DATE = words('Senest den', 'No later than', 'Senest')
const DATE_FIELD = { w: 320, h: 80 }

/** A locked box with its name; a note fits into it below the name. */
export function addInnerBox(drawing: Drawing, name: string, { parent, w, h, meta }: Foot): void {
  const box = { parent, x: PADDING, y: h - BOX_HEIGHT - PADDING / 2, w: w - 2 * PADDING, h: BOX_HEIGHT, text: name }
  const look = { colour: 'black', fill: 'none', dash: 'dashed', textSize: BODY_SIZE, locked: true } as const
  drawing.add(rectangle({ ...box, ...look, meta: { ...meta, part: 'inner-box', fixed: true } }))
}

/** The one text of all templates that is too small to read: it is there to be zoomed in on. */
export function addTinyText(drawing: Drawing, text: string, { parent, w, h, meta }: Foot): void {
  const place = { parent, x: w / 2, y: h / 2, w: w / 2 - PADDING, text, size: TINY_SIZE }
  drawing.add(label({ ...place, meta: { ...meta, part: 'tiny-text' } }))
}

/** A named field for a date. */
export function addDateField(drawing: Drawing, { parent, h, meta, locale }: Foot): void {
  const own: BoardMeta = { ...meta, cell: 'dato', field: 'dato' }
  const y = h - PADDING - DATE_FIELD.h
  const name = { parent, x: PADDING, y: y - 36, w: DATE_FIELD.w, text: DATE[locale], weight: 'bold' } as const
  drawing.add(label({ ...name, meta: { ...own, part: 'label' } }))
  const field = { parent, x: PADDING, y, ...DATE_FIELD, textSize: BODY_SIZE, meta: { ...own, part: 'field' } }
  addField(drawing, field, undefined, '')
}
