import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { Drawing } from './drawing.ts'
import { addExamples, fitsNote } from './flow.ts'
import { BODY_SIZE, circle, label, NOTE_SIZE } from './shapes.ts'
import type { Locale, NewNote, TemplateRings } from './template.ts'

const NAME_BELOW_EDGE = 36
/** The innermost ring is narrow at its top: its name stands lower. */
const FIRST_NAME_BELOW_EDGE = 50
const NAME_WIDTH = 330
/** Of a text that no note can hold. */
const CARD_WIDTH = 240
/** Where notes of a ring lie around the centre, in degrees from the right. */
const ANGLES = [180, 0, 90]
const CORNER = 60

type Box = { parent: string; w: number; h: number; locale: Locale; examples: readonly NewNote[] }
type Point = { x: number; y: number }

/** Dashed, locked circles with their names, and the examples in the ring that they name. */
export function addRings(drawing: Drawing, rings: TemplateRings, box: Box): void {
  const { parent, locale, examples } = box
  const { centre, circles } = rings
  const meta: BoardMeta = { section: rings.section }
  // The outermost first, so that each lies on the one around it.
  for (const { radius } of [...circles].reverse()) {
    const place = { parent, x: centre.x - radius, y: centre.y - radius, radius }
    drawing.add(circle({ ...place, textSize: BODY_SIZE, meta: { ...meta, part: 'ring' } }))
  }
  circles.forEach(({ radius, name }, i) => {
    const y = centre.y - radius + (i === 0 ? FIRST_NAME_BELOW_EDGE : NAME_BELOW_EDGE)
    const w = i === 0 ? NAME_WIDTH - 40 : NAME_WIDTH
    drawing.add(
      label({
        parent,
        x: centre.x - w / 2,
        y,
        w,
        text: name[locale],
        align: 'middle',
        weight: 'bold',
        meta: { ...meta, part: 'ring-name' },
      }),
    )
  })
  const outside = { parent, x: 40, y: 160, w: NAME_WIDTH, text: rings.outside[locale], weight: 'bold' } as const
  drawing.add(label({ ...outside, meta: { ...meta, part: 'ring-name' } }))

  const used = new Map<number | 'outside', number>()
  for (const example of examples) {
    const ring = example.ring ?? 'outside'
    const nth = used.get(ring) ?? 0
    used.set(ring, nth + 1)
    const middle = ring === 'outside' ? cornerOf(box, nth) : placeIn(rings, ring, nth)
    const w = fitsNote(example.text[locale]) ? NOTE_SIZE : CARD_WIDTH
    const zone = { x: middle.x - w / 2, y: middle.y - NOTE_SIZE / 2, w, h: NOTE_SIZE + 12 }
    addExamples(drawing, [example], zone, { locale, parent, meta })
  }
}

/** The nth place in a ring, in the middle between its two edges. */
function placeIn({ centre, circles }: TemplateRings, ring: number, nth: number): Point {
  const outer = circles[ring - 1]?.radius ?? 0
  const inner = circles[ring - 2]?.radius
  // In the innermost ring two notes lie beside the centre.
  const distance = inner === undefined ? NOTE_SIZE / 2 + 10 : (inner + outer) / 2
  const angle = ((ANGLES[nth % ANGLES.length] ?? 0) * Math.PI) / 180
  return {
    x: Math.round(centre.x + distance * Math.cos(angle)),
    y: Math.round(centre.y + distance * Math.sin(angle)),
  }
}

function cornerOf({ w, h }: Box, nth: number): Point {
  const inset = CORNER + NOTE_SIZE / 2
  return { x: nth % 2 === 0 ? inset : w - inset, y: h - inset }
}
