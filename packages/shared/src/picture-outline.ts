import type { BoardRecord } from './board-doc.ts'
import { cloudOutline } from './cloud-outline.ts'
import { shownBox } from './picture-box.ts'
import { scaleOf, strokeOf } from './picture-geometry.ts'
import { type Point, textOf } from './picture-scene.ts'
import { round } from './picture-text.ts'

/** The outline of tldraw's geometric shapes, in the coordinates of the shape. */
export type Outline = {
  /** As the data of an SVG path. */
  d: string
  /** The same as corners, for whoever asks where a line meets it. */
  corners: Point[]
  /** What is drawn inside it and filled by nothing: a tick or a cross. */
  inner: string
  /** How long it is, in px. */
  length: number
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const closed = (points: readonly Point[]): string => `M${points.map(at).join('L')}Z`
const p = (x: number, y: number): Point => ({ x, y })

/** Parts of the smaller side that heads and slants take. */
const HEAD = 0.38
const SHAFT = 0.16
const TICK = 0.82
const ARC_STEPS = 24

/** Of a record of the type `geo`; for any other the rectangle that it takes. */
export function outlinePath(record: BoardRecord): Outline {
  const box = shownBox(record)
  const w = Math.max(1, box.w)
  const h = Math.max(1, box.h)
  const props = record.props ?? {}
  const geo = record.type === 'geo' ? textOf(props.geo) : 'rectangle'
  const curved = curvedOutline(geo, w, h, record)
  if (curved !== undefined) return { ...curved, inner: '', length: lengthOf(curved.corners) }
  const corners = cornersOfGeo(geo, w, h)
  return {
    d: closed(corners),
    corners,
    inner: innerOf(geo, w, h, props.dash === 'draw' ? strokeOf(props) * 0.62 : 0),
    length: lengthOf(corners),
  }
}

function lengthOf(corners: readonly Point[]): number {
  return corners.reduce((sum, corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner
    return sum + Math.hypot(next.x - corner.x, next.y - corner.y)
  }, 0)
}

function cornersOfGeo(geo: string, w: number, h: number): Point[] {
  const least = Math.min(w, h)
  const slant = least * HEAD
  const [sideX, sideY] = [w * SHAFT, h * SHAFT]
  switch (geo) {
    case 'triangle':
      return [p(w / 2, 0), p(w, h), p(0, h)]
    case 'diamond':
      return [p(w / 2, 0), p(w, h / 2), p(w / 2, h), p(0, h / 2)]
    case 'pentagon':
      return regular(5, w, h)
    case 'hexagon':
      return regular(6, w, h)
    case 'octagon':
      return regular(8, w, h)
    case 'star':
      return star(w, h)
    case 'rhombus':
      return [p(slant, 0), p(w, 0), p(w - slant, h), p(0, h)]
    case 'rhombus-2':
      return [p(0, 0), p(w - slant, 0), p(w, h), p(slant, h)]
    case 'trapezoid':
      return [p(slant, 0), p(w - slant, 0), p(w, h), p(0, h)]
    case 'arrow-right':
      return [
        p(0, sideY),
        p(w - slant, sideY),
        p(w - slant, 0),
        p(w, h / 2),
        p(w - slant, h),
        p(w - slant, h - sideY),
        p(0, h - sideY),
      ]
    case 'arrow-left':
      return [p(slant, 0), p(slant, sideY), p(w, sideY), p(w, h - sideY), p(slant, h - sideY), p(slant, h), p(0, h / 2)]
    case 'arrow-up':
      return [p(w / 2, 0), p(w, slant), p(w - sideX, slant), p(w - sideX, h), p(sideX, h), p(sideX, slant), p(0, slant)]
    case 'arrow-down':
      return [
        p(sideX, 0),
        p(w - sideX, 0),
        p(w - sideX, h - slant),
        p(w, h - slant),
        p(w / 2, h),
        p(0, h - slant),
        p(sideX, h - slant),
      ]
    default:
      return [p(0, 0), p(w, 0), p(w, h), p(0, h)]
  }
}

/** Points stretched until they fill the box. */
function filling(points: readonly Point[], w: number, h: number): Point[] {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top]
  return points.map(({ x, y }) => p(((x - left) / across) * w, ((y - top) / down) * h))
}

function onCircle(count: number, radius: (i: number) => number): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = -Math.PI / 2 + (i * 2 * Math.PI) / count
    return p(radius(i) * Math.cos(angle), radius(i) * Math.sin(angle))
  })
}

const regular = (sides: number, w: number, h: number): Point[] =>
  filling(
    onCircle(sides, () => 1),
    w,
    h,
  )
const star = (w: number, h: number): Point[] =>
  filling(
    onCircle(10, (i) => (i % 2 === 0 ? 1 : 0.5)),
    w,
    h,
  )

function innerOf(geo: string, w: number, h: number, inset: number): string {
  if (geo === 'x-box') {
    const [x, y] = [Math.min(inset, w), Math.min(inset, h)]
    return `M${at(p(x, y))}L${at(p(w - x, h - y))}M${at(p(w - x, y))}L${at(p(x, h - y))}`
  }
  if (geo !== 'check-box') return ''
  const size = Math.min(w, h) * TICK
  const [x, y] = [(w - size) / 2, (h - size) / 2]
  return `M${at(p(x + size * 0.25, y + size * 0.52))}L${at(p(x + size * 0.45, y + size * 0.82))}L${at(p(x + size * 0.82, y + size * 0.22))}`
}

function curvedOutline(
  geo: string,
  w: number,
  h: number,
  record: BoardRecord,
): { d: string; corners: Point[] } | undefined {
  switch (geo) {
    case 'ellipse': {
      const [rx, ry] = [w / 2, h / 2]
      const arc = `A${round(rx)} ${round(ry)} 0 0 1`
      return {
        d: `M0 ${round(ry)}${arc} ${round(w)} ${round(ry)}${arc} 0 ${round(ry)}Z`,
        corners: arcCorners(p(rx, ry), rx, ry, Math.PI, 3 * Math.PI),
      }
    }
    case 'oval':
      return stadium(w, h)
    case 'heart':
      return heart(w, h)
    case 'cloud':
      return cloudOutline(w, h, textOf(record.props?.size), scaleOf(record.props ?? {}))
    default:
      return undefined
  }
}

function arcCorners(middle: Point, rx: number, ry: number, from: number, to: number): Point[] {
  return Array.from({ length: ARC_STEPS + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / ARC_STEPS
    return p(middle.x + rx * Math.cos(angle), middle.y + ry * Math.sin(angle))
  })
}

function stadium(w: number, h: number): { d: string; corners: Point[] } {
  const r = Math.min(w, h) / 2
  const arc = `A${round(r)} ${round(r)} 0 0 1`
  if (h > w) {
    const d = `M0 ${round(r)}${arc} ${round(w)} ${round(r)}L${at(p(w, h - r))}${arc} 0 ${round(h - r)}Z`
    return {
      d,
      corners: [...arcCorners(p(r, r), r, r, Math.PI, 2 * Math.PI), ...arcCorners(p(r, h - r), r, r, 0, Math.PI)],
    }
  }
  const d = `M${at(p(r, h))}${arc} ${at(p(r, 0))}L${at(p(w - r, 0))}${arc} ${at(p(w - r, h))}Z`
  return {
    d,
    corners: [
      ...arcCorners(p(r, r), r, r, Math.PI / 2, (3 * Math.PI) / 2),
      ...arcCorners(p(w - r, r), r, r, -Math.PI / 2, Math.PI / 2),
    ],
  }
}

function heart(w: number, h: number): { d: string; corners: Point[] } {
  const [x, y] = [w / 4, h / 4]
  const curves: [Point, Point, Point][] = [
    [p(x * 1.5, y * 3), p(0, y * 2.5), p(0, y * 1.2)],
    [p(0, -y * 0.32), p(x * 1.85, -y * 0.32), p(w / 2, y * 0.9)],
    [p(x * 2.15, -y * 0.32), p(w, -y * 0.32), p(w, y * 1.2)],
    [p(w, y * 2.5), p(x * 2.5, y * 3), p(w / 2, h)],
  ]
  let from = p(w / 2, h)
  const corners: Point[] = []
  for (const [a, b, to] of curves) {
    for (let i = 0; i < ARC_STEPS; i++) corners.push(onCurve(from, a, b, to, i / ARC_STEPS))
    from = to
  }
  return { d: `M${at(p(w / 2, h))}${curves.map((points) => `C${points.map(at).join(' ')}`).join('')}Z`, corners }
}

function onCurve(from: Point, a: Point, b: Point, to: Point, t: number): Point {
  const s = 1 - t
  const sum = (pick: (point: Point) => number): number =>
    s ** 3 * pick(from) + 3 * s * s * t * pick(a) + 3 * s * t * t * pick(b) + t ** 3 * pick(to)
  return p(
    sum(({ x }) => x),
    sum(({ y }) => y),
  )
}
