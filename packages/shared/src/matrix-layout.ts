import {
  MATRIX_ENDS,
  type MatrixName,
  type MatrixProps,
  QUADRANTS,
  type Quadrant,
  quadrantName,
} from './matrix-shape.ts'
import { LINE_HEIGHT, textHeight, wrapText } from './text-measure.ts'

/** Where everything on a matrix stands, in px from its corner: the same on the canvas, in files and in pictures. */
export type MatrixLabel = {
  name: MatrixName
  lines: readonly string[]
  x: number
  y: number
  w: number
  h: number
  align: 'start' | 'middle' | 'end'
  weight: 'medium' | 'bold'
}
export type MatrixBox = { x: number; y: number; w: number; h: number }
export type MatrixLayout = {
  /** What the axes divide. */
  field: MatrixBox
  middle: { x: number; y: number }
  labels: readonly MatrixLabel[]
}

export const MATRIX_TEXT_SIZE = 22
/** Room for the words at each end of an axis. */
const END_HEIGHT = 40
const END_WIDTH = 130
const END_GAP = 10
/** Between an axis and the words of a quadrant. */
const INSET = 24
/** From the words of a quadrant to its notes. */
export const BELOW_QUADRANT_NAME = 50

export function matrixLayout(props: MatrixProps): MatrixLayout {
  const { w, h } = props
  const field = { x: END_WIDTH, y: END_HEIGHT, w: Math.max(1, w - 2 * END_WIDTH), h: Math.max(1, h - 2 * END_HEIGHT) }
  const middle = { x: field.x + field.w / 2, y: field.y + field.h / 2 }
  const aside = { w: END_WIDTH - END_GAP, weight: 'medium' } as const
  const across = { x: field.x, w: field.w, align: 'middle', weight: 'medium' } as const
  const places: Readonly<Record<(typeof MATRIX_ENDS)[number], Omit<MatrixLabel, 'name' | 'lines' | 'h' | 'y'>>> = {
    up: across,
    down: across,
    left: { ...aside, x: 0, align: 'end' },
    right: { ...aside, x: field.x + field.w + END_GAP, align: 'start' },
  }
  const ends = MATRIX_ENDS.map((name): MatrixLabel => {
    const place = places[name]
    const words = setIn(props[name], place.w, 'medium')
    const y =
      name === 'up' ? END_HEIGHT - 6 - words.h : name === 'down' ? field.y + field.h + 6 : middle.y - words.h / 2
    return { ...place, ...words, name, y }
  })
  const quadrants = QUADRANTS.map((name): MatrixLabel => {
    const { x, y, w: width } = quadrantBox(props, name)
    const words = setIn(quadrantName(props, name), width, 'bold')
    return { ...words, name, x, y, w: width, align: 'start', weight: 'bold' }
  })
  return { field, middle, labels: [...ends, ...quadrants] }
}

function setIn(text: string, width: number, weight: 'medium' | 'bold'): { lines: string[]; h: number } {
  const lines = wrapText(text, MATRIX_TEXT_SIZE, width, weight)
  const h = Math.max(MATRIX_TEXT_SIZE * LINE_HEIGHT, textHeight(text, MATRIX_TEXT_SIZE, width, weight))
  return { lines, h }
}

/** What a quadrant has for its name and its notes. */
export function quadrantBox({ w, h }: MatrixProps, quadrant: Quadrant): MatrixBox {
  const half = { w: Math.max(1, w / 2 - END_WIDTH), h: Math.max(1, h / 2 - END_HEIGHT) }
  return {
    x: (quadrant.endsWith('Left') ? END_WIDTH : w / 2) + INSET,
    y: (quadrant.startsWith('up') ? END_HEIGHT : h / 2) + INSET,
    w: Math.max(1, half.w - 2 * INSET),
    h: Math.max(1, half.h - 2 * INSET),
  }
}

/** The quadrant that a place in the shape lies in; everything lies in one. */
export function quadrantAt({ w, h }: MatrixProps, { x, y }: { x: number; y: number }): Quadrant {
  if (y < h / 2) return x < w / 2 ? 'upLeft' : 'upRight'
  return x < w / 2 ? 'downLeft' : 'downRight'
}
