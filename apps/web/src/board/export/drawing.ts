/** What a part of the board looks like, as marks from the lowest to the topmost: what a page of paper is painted from. */

/** `[a b c d e f]` as in SVG: from the mark's own coordinates to those of the board's page, in px. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
/** `#rrggbb`, and from 0 to 1 how much it covers. */
export type Paint = { colour: string; opacity: number }
/** What is drawn shows inside of this only. */
export type Clip = { d: string; matrix: Matrix; rule: FillRule }
export type FillRule = 'nonzero' | 'evenodd'
/** Where an element of a drawing stands: what hides parts of it, and how much it covers of what is below. */
export type Standing = { clips: readonly Clip[]; opacity: number }
export type Face = { family: string; bold: boolean; italic: boolean }

type Placed = { matrix: Matrix; clips: readonly Clip[] }

export type PathMark = Placed & {
  kind: 'path'
  /** As `plainPath` writes it. */
  d: string
  fill: (Paint & { rule: FillRule }) | undefined
  /** Slanting lines of this over the fill. */
  hatch: Paint | undefined
  stroke: (Paint & { width: number; dash: readonly number[]; cap: Cap; join: Join }) | undefined
}
export type Cap = 'butt' | 'round' | 'square'
export type Join = 'miter' | 'round' | 'bevel'

/** A piece of text on one line, in one typeface. */
export type TextMark = Placed & {
  kind: 'text'
  text: string
  /** Where it begins, on the line that letters stand on. */
  x: number
  y: number
  /** As wide as the browser set it. */
  width: number
  size: number
  face: Face
  fill: Paint
  /** A rim around the letters, below them. */
  rim: (Paint & { width: number }) | undefined
  underlined: boolean
  struck: boolean
  /** Behind the text, as a marker pen leaves it. */
  behind: Paint | undefined
}

export type ImageMark = Placed & {
  kind: 'image'
  /** Data address of a JPEG, PNG, WebP or GIF. */
  data: string
  width: number
  height: number
  opacity: number
  alt: string
}

export type Mark = PathMark | TextMark | ImageMark

/** All marks of one shape. */
export type ShapeDrawing = { marks: readonly Mark[] }

/** A point of the mark's own coordinates on the board's page. */
export function onBoard([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}
