import type { BoardRecord } from './board-doc.ts'
import { penOutline, smoothPath } from './freehand.ts'
import { inkColour, type Theme } from './palette.ts'
import { scaleOf, strokeOf, toPoint } from './picture-geometry.ts'
import { dashesOf, fillOf } from './picture-paint.ts'
import type { Pen } from './picture-pen.ts'
import { numberOf, type Point, textOf } from './picture-scene.ts'
import { round } from './picture-text.ts'

/** Lines, and what is drawn by hand. */
const MOST_POINTS = 3_000
/** A drawing by mouse is a little lighter than its size says, because its weight follows the hand. */
const BY_HAND = 0.95
/** The text sizes that a marker is as wide as, and how much wider. */
const MARKERS: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 }
const MARKER = 1.12
/** How bright a marker's colours are, by tldraw's names; each lies below its words. */
const MARKER_INK: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: {
    yellow: '#FDDD00',
    black: '#FDDD00',
    green: '#00FFC8',
    'light-green': '#65F641',
    blue: '#10ACFF',
    'light-blue': '#00F4FF',
    violet: '#C77CFF',
    'light-violet': '#FF88FF',
    red: '#FF636E',
    'light-red': '#FF7FA3',
    orange: '#FFA500',
    grey: '#CBE7F1',
    white: '#FFFFFF',
  },
  dark: {
    yellow: '#D2B700',
    black: '#D2B700',
    green: '#009774',
    'light-green': '#00A000',
    blue: '#0079D2',
    'light-blue': '#00BDC8',
    violet: '#9E00EE',
    'light-violet': '#C400C7',
    red: '#DE002C',
    'light-red': '#DB005B',
    orange: '#D07A00',
    grey: '#9CB4CB',
    white: '#FFFFFF',
  },
}
/** A marker is drawn twice: strong below everything, and faint where it lies. */
export const MARKER_STRENGTH = { below: 0.82, above: 0.35 } as const

export function drawLine(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const points = linePoints(record).slice(0, Math.max(0, pen.left.points))
  pen.left.points -= points.length
  const [first] = points
  if (first === undefined) return ''
  const d = props.spline === 'cubic' ? curveThrough(points) : `M${points.map(at).join('L')}`
  const ink = inkColour(pen.theme, textOf(props.color))
  const stroke = strokeOf(props)
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${round(stroke)}"${dashesOf(props.dash, stroke, lengthOf(points))}/>`
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const lengthOf = (points: readonly Point[]): number =>
  points.reduce(
    (sum, point, i) =>
      sum + (i === 0 ? 0 : Math.hypot(point.x - (points[i - 1]?.x ?? 0), point.y - (points[i - 1]?.y ?? 0))),
    0,
  )

/** The points of a line in their order. */
export function linePoints(record: BoardRecord): Point[] {
  const { points } = record.props ?? {}
  if (typeof points !== 'object' || points === null) return []
  return Object.values(points)
    .filter((point): point is { index: string } => typeof (point as { index?: unknown } | null)?.index === 'string')
    .sort((a, b) => (a.index < b.index ? -1 : 1))
    .slice(0, MOST_POINTS)
    .map(toPoint)
}

/** How far the handles of a curve reach, in parts of the way between the neighbours of a point. */
const HANDLE = 1.25 / 6

function curveThrough(points: readonly Point[]): string {
  const parts = points.slice(1).map((to, i) => {
    const from = points[i] ?? to
    const before = points[i - 1]
    const after = points[i + 2]
    const a =
      before === undefined ? from : { x: from.x + (to.x - before.x) * HANDLE, y: from.y + (to.y - before.y) * HANDLE }
    const b =
      after === undefined ? to : { x: to.x - (after.x - from.x) * HANDLE, y: to.y - (after.y - from.y) * HANDLE }
    return `C${at(a)} ${at(b)} ${at(to)}`
  })
  return `M${at(points[0] ?? { x: 0, y: 0 })}${parts.join('')}`
}

export type HandPoint = Point & { z: number }

/** The points of a drawing with how hard they were pressed; a straight part has but its ends. */
export function handPoints(record: BoardRecord, limit = MOST_POINTS): HandPoint[] {
  const { segments } = record.props ?? {}
  if (!Array.isArray(segments)) return []
  const all = (segments as { points?: unknown }[]).flatMap((segment) =>
    Array.isArray(segment?.points)
      ? segment.points.map(
          (point): HandPoint => ({ ...toPoint(point), z: numberOf((point as { z?: unknown } | null)?.z, 0.5) }),
        )
      : [],
  )
  const step = Math.max(1, Math.ceil(all.length / Math.max(2, limit)))
  return all.filter((_, i) => i % step === 0 || i === all.length - 1)
}

export function drawHand(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const points = handPoints(record, Math.min(MOST_POINTS, pen.left.points))
  pen.left.points -= points.length
  const [first] = points
  if (first === undefined) return ''
  const ink = inkColour(pen.theme, textOf(props.color))
  const stroke = strokeOf(props) + scaleOf(props)
  const isDrawn = props.dash === 'draw' || props.dash === undefined
  if (points.length === 1)
    return `<circle cx="${round(first.x)}" cy="${round(first.y)}" r="${round((stroke + 1) / 2)}" fill="${ink}"/>`
  const isClosed = props.isClosed === true && points.length > 2
  const fill = isClosed ? fillOf(props, pen.theme) : 'none'
  if (isDrawn && props.isPen === true) {
    const inside = fill === 'none' ? '' : `<path d="${smoothPath(points, true)}" fill="${fill}"/>`
    return `${inside}<path d="${penOutline(points, 1 + stroke * 1.2)}" fill="${ink}"/>`
  }
  const width = isDrawn ? stroke * BY_HAND : stroke
  return `<path d="${smoothPath(points, isClosed)}" fill="${fill}" stroke="${ink}" stroke-width="${round(width)}"${dashesOf(props.dash, stroke, lengthOf(points))}/>`
}

/** A marker's line, as strong as said. */
export function drawHighlight(record: BoardRecord, pen: Pen, strength: number): string {
  const props = record.props ?? {}
  const points = handPoints(record, Math.min(MOST_POINTS, pen.left.points))
  pen.left.points -= points.length
  const [first] = points
  if (first === undefined) return ''
  const ink = MARKER_INK[pen.theme][textOf(props.color)] ?? MARKER_INK[pen.theme].yellow
  const width = round((MARKERS[textOf(props.size)] ?? 24) * MARKER * scaleOf(props))
  const d = points.length === 1 ? `M${at(first)}h0.1` : smoothPath(points, false)
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-opacity="${strength}"/>`
}
