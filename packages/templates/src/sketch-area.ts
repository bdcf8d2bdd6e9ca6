import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { Drawing } from './drawing.ts'
import { addField } from './field.ts'
import { BODY_SIZE, label, rectangle } from './shapes.ts'
import { type Locale, type NewNote, type Rect, words } from './template.ts'

const CAPTION = words('Billedtekst', 'Caption', 'Bildetekst')
const INSET = 20
/** Of the caption at the foot of a picture, which is read instead of the picture too. */
const CAPTION_HEIGHT = 200
/** In a small sketch, where five words have to do. */
const SHORT_CAPTION_HEIGHT = 100
const NAME_HEIGHT = 44
/** From here on a section has room for the higher caption. */
const TALL = 600

type Box = { parent: string; meta: BoardMeta }

/** A dashed outline to draw in, locked so that a pen does not move it. */
export function addSketchArea(drawing: Drawing, area: Rect & Box): void {
  const meta: BoardMeta = { ...area.meta, part: 'sketch-area', fixed: true }
  const look = { colour: 'grey', fill: 'none', dash: 'dashed', textSize: BODY_SIZE, text: '', locked: true } as const
  drawing.add(rectangle({ ...area, ...look, meta }))
}

/** The area to draw in and, at the foot over the whole width, a caption that doubles as the picture's description. */
export function addCaptionedSketch(
  drawing: Drawing,
  frame: Box & { w: number; h: number; from: number; locale: Locale; example: NewNote | undefined },
): void {
  const { parent, w, h, from, locale, example } = frame
  const captionHeight = h >= TALL ? CAPTION_HEIGHT : SHORT_CAPTION_HEIGHT
  const captionFrom = h - captionHeight
  const { meta } = frame
  addSketchArea(drawing, { parent, meta, x: INSET, y: from, w: w - 2 * INSET, h: captionFrom - from - INSET })
  const own: BoardMeta = { ...meta, cell: 'caption', field: 'caption' }
  const named = captionHeight === CAPTION_HEIGHT
  if (named) {
    const text = CAPTION[locale]
    const name = { parent, x: INSET, y: captionFrom + 8, w: w - 2 * INSET, text, weight: 'bold' } as const
    drawing.add(label({ ...name, meta: { ...own, part: 'label' } }))
  }
  const y = captionFrom + (named ? NAME_HEIGHT : 0)
  const field = { parent, x: 0, y, w, h: h - y, textSize: BODY_SIZE, meta: { ...own, part: 'field' } }
  addField(drawing, field, example, example?.text[locale] ?? '')
}
