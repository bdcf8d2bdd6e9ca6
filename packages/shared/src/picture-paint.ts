import type { BoardRecord } from './board-doc.ts'
import { inkColour, noteLook, PALETTE, type Theme } from './palette.ts'
import { scaleOf, strokeOf } from './picture-geometry.ts'
import type { Outline } from './picture-outline.ts'
import { textOf } from './picture-scene.ts'
import { round } from './picture-text.ts'

/** Colours and strokes of tldraw's shapes as the board paints them. */

/** What a shape is filled with; `none` for nothing. */
export function fillOf(props: Record<string, unknown>, theme: Theme): string {
  const colour = textOf(props.color)
  const palette = PALETTE[theme]
  switch (props.fill) {
    case 'semi':
    case 'pattern':
      return palette.section
    case 'fill':
      return inkColour(theme, colour)
    case 'solid':
      return colour === 'grey' || colour === 'black' ? palette.sunken : noteLook(theme, colour).fill
    default:
      return 'none'
  }
}

/** The colour of the words on a shape: on a dark filling they are white whatever the record says. */
export function labelInk(record: BoardRecord, theme: Theme): string {
  const { fill, color, labelColor } = record.props ?? {}
  const isOnBlue = fill === 'solid' && color === 'blue' && labelColor === 'black'
  return inkColour(theme, isOnBlue ? 'white' : textOf(labelColor))
}

/** `stroke-width` and dashes along a way of this length; whole dashes fit into it. */
export function strokeLook(props: Record<string, unknown>, length: number): string {
  const stroke = strokeOf(props)
  return `stroke-width="${round(stroke)}"${dashesOf(props.dash, stroke, length)}`
}

/** @param length of what is dashed, in px; 0 where it is not known */
export function dashesOf(dash: unknown, stroke: number, length: number): string {
  if (dash !== 'dashed' && dash !== 'dotted') return ''
  // A dash and the gap after it, or a dot and the gap around it.
  const step = dash === 'dashed' ? stroke * 4 : stroke * 2
  const fitting = length > 2 * step ? length / Math.floor(length / step) : step
  return dash === 'dashed'
    ? ` stroke-dasharray="${round(fitting / 2)}"`
    : ` stroke-dasharray="${round(stroke / 100)} ${round(fitting)}"`
}

/** Lines across what is filled with a pattern, cut at its outline. */
export function hatching(outline: Outline, record: BoardRecord, theme: Theme): string {
  const xs = outline.corners.map(({ x }) => x)
  const ys = outline.corners.map(({ y }) => y)
  const step = Math.max(HATCH, (Math.max(...xs) + Math.max(...ys)) / MOST_LINES)
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const lines: string[] = []
  for (let sum = left + top + step; sum < right + bottom; sum += step) {
    const cuts = cutsOf(outline.corners, sum)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [from = 0, to = 0] = [cuts[i], cuts[i + 1]]
      lines.push(`M${round(from)} ${round(sum - from)}L${round(to)} ${round(sum - to)}`)
    }
  }
  const ink = inkColour(theme, textOf(record.props?.color))
  const width = round(1.25 * scaleOf(record.props ?? {}))
  return `<path d="${lines.join('')}" stroke="${ink}" stroke-width="${width}" stroke-opacity="0.6" stroke-dasharray="2 1.8"/>`
}

const MOST_LINES = 200
/** How far apart they are, across and down together, in px. */
const HATCH = 16 / 3

/** Where the line x + y = sum meets an outline, from the left. */
function cutsOf(corners: Outline['corners'], sum: number): number[] {
  const cuts: number[] = []
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner
    const [a, b] = [corner.x + corner.y - sum, next.x + next.y - sum]
    if (a < 0 === b < 0) return
    cuts.push(corner.x + ((next.x - corner.x) * a) / (a - b))
  })
  return cuts.sort((x, y) => x - y)
}
