import type { BoardMeta } from '@samtavle/shared/board-meta'
import { NOTE_FOOT, NOTE_ROLE_LOOK, type NoteRole, type PaletteColour } from '@samtavle/shared/note-role'
import { BOLD, type RichText, richTextOf } from '@samtavle/shared/rich-text-doc'
import { textHeight, type Weight } from '@samtavle/shared/text-measure'
import type { NewShape } from './drawing.ts'

/** tldraw's own shapes with every property that its schema asks for, and its measures. */
type Place = { x: number; y: number; parent?: string }
type Size = { w: number; h: number }
type Colour = PaletteColour | 'black'

/** Smallest text on a template, in px at 100 % zoom: readable on a projector. */
export const BODY_SIZE = 22
export const HEADING_SIZE = 36
export const NOTE_SIZE = 200
/** Between the edge of a note or of a labelled rectangle and its words. */
export const LABEL_PADDING = 16
/** tldraw keeps a pixel back when it measures the words of a note. */
export const NOTE_TEXT_WIDTH = NOTE_SIZE - 2 * LABEL_PADDING - 1

const richText = (text: string, weight: Weight): RichText => richTextOf(text, weight === 'bold' ? [BOLD] : [])

export function frame(place: Place & Size & { name: string; meta: BoardMeta }): NewShape {
  const { w, h, name, meta, ...rest } = place
  return { ...rest, type: 'frame', meta, props: { w, h, name, color: 'black' } }
}

/** Locked words in a box of fixed width. `size` in px. */
export function label(
  place: Place & {
    w: number
    text: string
    meta: BoardMeta
    size?: number
    weight?: Weight
    align?: 'start' | 'middle' | 'end'
  },
): NewShape {
  const { w, text, meta, size = BODY_SIZE, weight = 'medium', align = 'start', ...rest } = place
  // tldraw's sizes are 24 and 36 px; 22 px is the first, scaled, and its width counts unscaled.
  const scale = size === HEADING_SIZE ? 1 : size / 24
  return {
    ...rest,
    type: 'text',
    locked: true,
    meta: { ...meta, fixed: true },
    props: {
      color: 'black',
      size: size === HEADING_SIZE ? 'l' : 'm',
      font: 'sans',
      textAlign: align,
      w: Math.floor(w / scale),
      richText: richText(text, weight),
      scale,
      autoSize: false,
    },
  }
}

/** A note's height with these words above the line of its role: 200 px, and more when they need it. */
export function noteHeight(text: string): number {
  return Math.max(NOTE_SIZE, Math.ceil(textHeight(text, BODY_SIZE, NOTE_TEXT_WIDTH) + 2 * LABEL_PADDING + NOTE_FOOT))
}

export function note(place: Place & { text: string; role: NoteRole; meta: BoardMeta }): NewShape {
  const { text, role, meta, ...rest } = place
  return {
    ...rest,
    type: 'note',
    meta: { ...meta, role },
    props: {
      color: NOTE_ROLE_LOOK[role].colour,
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      // What tldraw itself writes for words that fit at their own size.
      fontSizeAdjustment: BODY_SIZE,
      align: 'start',
      verticalAlign: 'start',
      growY: noteHeight(text) - NOTE_SIZE,
      url: '',
      richText: richTextOf(text),
      scale: 1,
    },
  }
}

type RectangleLook = {
  colour: Colour
  fill: 'none' | 'solid'
  dash: 'solid' | 'dashed'
  /** Font size in px; it sets the width of the outline too, a ninth of it. */
  textSize: number
}

/** A rectangle with words from its top left corner. */
export function rectangle(
  place: Place & Size & RectangleLook & { text: string; meta: BoardMeta; locked?: boolean },
): NewShape {
  const { w, h, colour, fill, dash, textSize, text, meta, ...rest } = place
  return {
    ...rest,
    type: 'geo',
    meta,
    props: {
      geo: 'rectangle',
      w,
      h,
      color: colour,
      labelColor: 'black',
      fill,
      dash,
      // Label size `s` is 18 px with a line of 2 px.
      size: 's',
      scale: textSize / 18,
      font: 'sans',
      align: 'start',
      verticalAlign: 'start',
      growY: 0,
      url: '',
      richText: richTextOf(text),
    },
  }
}

/** A locked, dashed circle without a filling; `x` and `y` are the corner of the square around it. */
export function circle(place: Place & { radius: number; textSize: number; meta: BoardMeta }): NewShape {
  const { radius, meta, ...rest } = place
  const shape = rectangle({
    ...rest,
    w: 2 * radius,
    h: 2 * radius,
    colour: 'black',
    fill: 'none',
    dash: 'dashed',
    text: '',
    meta: { ...meta, fixed: true },
    locked: true,
  })
  return { ...shape, props: { ...shape.props, geo: 'ellipse' } }
}

/** A shape's words as a bold first line with others below it. */
export function withHeadline(shape: NewShape, headline: string, text: string): NewShape {
  const first = richText(headline, 'bold')
  const document = { ...first, content: [...first.content, ...richTextOf(text).content] }
  return { ...shape, props: { ...shape.props, richText: document } }
}

/** Padding between the edge of a rectangle and its words, which grows with the size of the words. */
export function rectanglePadding(textSize: number): number {
  return (LABEL_PADDING * textSize) / 18
}

export type Point = { x: number; y: number }

/** The points of a line shape, in order, as tldraw keeps them. */
function linePoints(points: readonly Point[]): Record<string, unknown> {
  return Object.fromEntries(
    points.map((point, i) => {
      const id = `a${i + 1}`
      return [id, { id, index: id, ...point }]
    }),
  )
}

export function line(
  place: Place & {
    points: readonly Point[]
    colour: Colour
    dash: 'solid' | 'dashed' | 'dotted'
    meta: BoardMeta
    /** Width of the line: 1 or 4 px. */
    weight: 'hair' | 'strong'
    locked: boolean
  },
): NewShape {
  const { points, colour, dash, weight, meta, ...rest } = place
  return {
    ...rest,
    type: 'line',
    meta,
    props: {
      color: colour,
      dash,
      size: weight === 'hair' ? 's' : 'm',
      spline: 'line',
      points: linePoints(points),
      scale: weight === 'hair' ? 0.6 : 1.2,
    },
  }
}

export function arrow(place: Place & { end: Point; bend: number; meta: BoardMeta }): NewShape {
  const { end, bend, meta, ...rest } = place
  return {
    ...rest,
    type: 'arrow',
    locked: true,
    meta: { ...meta, fixed: true },
    props: {
      kind: 'arc',
      labelColor: 'black',
      color: 'black',
      fill: 'none',
      dash: 'solid',
      size: 'm',
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      font: 'sans',
      start: { x: 0, y: 0 },
      end,
      bend,
      text: '',
      labelPosition: 0.5,
      scale: 1,
      elbowMidPoint: 0.5,
    },
  }
}
