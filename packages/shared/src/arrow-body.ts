import { type ArrowEnd, relationOf, type Target } from './arrow-ends.ts'
import type { Point } from './picture-scene.ts'

/** The way that an arrow takes, cut where it meets what it is tied to. In the coordinates of the arrow. */
export type ArrowBody =
  | { kind: 'straight'; start: Point; end: Point }
  | { kind: 'arc'; start: Point; end: Point; centre: Point; radius: number; isClockwise: boolean; angle: number }
  | { kind: 'elbow'; points: Point[] }

/** A bend of less than this is none, in px. */
const STRAIGHT = 8
const SHORTEST = 10
const ALMOST = 1

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const along = (from: Point, unit: Point, far: number): Point => ({ x: from.x + unit.x * far, y: from.y + unit.y * far })

export function straightBody(from: ArrowEnd, to: ArrowEnd, scale: number): ArrowBody {
  const whole = distance(from.point, to.point)
  if (whole === 0) return { kind: 'straight', start: from.point, end: to.point }
  const unit = { x: (to.point.x - from.point.x) / whole, y: (to.point.y - from.point.y) / whole }
  const relation = relationOf(from.target, to.target)
  const [first, last] = [meets(from, to.point), meets(to, from.point)]
  let start = first ?? from.point
  let end = last ?? to.point
  if (relation === 'apart' && from.target && to.target && !from.target.isExact && !to.target.isExact) {
    // Shapes that overlap: the arrow would run inside one of them, and is a short one instead.
    if (last && !first && from.target.isClosed) start = along(end, unit, SHORTEST * scale)
    else if (!last && to.target.isClosed) end = along(start, unit, -SHORTEST * scale)
  }
  const isTurned = (end.x - start.x) * unit.x + (end.y - start.y) * unit.y < 0
  if (isTurned)
    return { kind: 'straight', start, end: from.target && to.target ? along(start, unit, SHORTEST * scale) : end }
  let [before, after] = [gapOf(from.target, relation, 'start'), gapOf(to.target, relation, 'end')]
  if (distance(start, end) - before - after < SHORTEST * scale) {
    const factor = before > 0 && after > 0 ? -1.5 : -1
    before *= factor
    after *= factor
  }
  return { kind: 'straight', start: along(start, unit, before), end: along(end, unit, -after) }
}

const gapOf = (target: Target | undefined, relation: string, end: 'start' | 'end'): number =>
  target === undefined || target.isExact || relation === end ? 0 : target.gap

/** Where the straight way from elsewhere to this end meets the outline first; undefined where it does not. */
function meets({ point, target }: ArrowEnd, from: Point): Point | undefined {
  if (target === undefined || target.isExact) return undefined
  let nearest: Point | undefined
  for (const [a, b] of edgesOf(target)) {
    const cut = crossing(from, point, a, b)
    if (cut && (nearest === undefined || distance(cut, from) < distance(nearest, from))) nearest = cut
  }
  if (nearest !== undefined) return nearest
  return edgesOf(target)
    .map(([a, b]) => nearestOn(a, b, point))
    .find((place) => distance(place, point) < ALMOST)
}

function edgesOf({ corners, isClosed }: Target): [Point, Point][] {
  const edges = corners.slice(1).map((corner, i): [Point, Point] => [corners[i] ?? corner, corner])
  const [first, last] = [corners[0], corners.at(-1)]
  return isClosed && first && last ? [...edges, [last, first]] : edges
}

function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const [rx, ry, sx, sy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y]
  const cross = rx * sy - ry * sx
  if (Math.abs(cross) < 1e-9) return undefined
  const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross
  const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { x: a.x + rx * t, y: a.y + ry * t } : undefined
}

function nearestOn(a: Point, b: Point, point: Point): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const t = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1)))
  return { x: a.x + dx * t, y: a.y + dy * t }
}

/** An arrow that bends: part of the circle through both ends and the place that stands `bend` off the middle. */
export function bentBody(from: ArrowEnd, to: ArrowEnd, bend: number, scale: number): ArrowBody {
  const whole = distance(from.point, to.point)
  if (whole < 1 || Math.abs(bend) < STRAIGHT * scale) return straightBody(from, to, scale)
  const unit = { x: (to.point.x - from.point.x) / whole, y: (to.point.y - from.point.y) / whole }
  const radius = (bend * bend + (whole * whole) / 4) / (2 * Math.abs(bend))
  const sideways = { x: -unit.y * Math.sign(bend), y: unit.x * Math.sign(bend) }
  const top = along(
    { x: (from.point.x + to.point.x) / 2, y: (from.point.y + to.point.y) / 2 },
    sideways,
    Math.abs(bend),
  )
  const centre = along(top, sideways, -radius)
  const isClockwise = bend < 0
  const angleOf = (point: Point): number => Math.atan2(point.y - centre.y, point.x - centre.x)
  const turn = (a: number, b: number): number => modulo(isClockwise ? b - a : a - b)
  const begin = angleOf(from.point)
  const full = turn(begin, angleOf(to.point))
  const circle = { centre, radius }
  // How far along the whole way the outlines are met, as angles; a way that leaves a shape is cut near where it begins.
  const first = cutAt(from.target, circle, (point) => turn(begin, angleOf(point)), full, 0.25)
  const last = cutAt(to.target, circle, (point) => turn(begin, angleOf(point)), full, 0.75)
  let start = first === undefined ? 0 : first + (from.target?.gap ?? 0) / radius
  let end = last === undefined ? full : last - (to.target?.gap ?? 0) / radius
  if (end - start < (SHORTEST * scale) / radius) {
    start = Math.min(first ?? 0, full * 0.45)
    end = Math.max(last ?? full, start + Math.min(full - start, (2 * SHORTEST * scale) / radius))
  }
  const pointAt = (angle: number): Point => {
    const turned = begin + (isClockwise ? angle : -angle)
    return { x: centre.x + radius * Math.cos(turned), y: centre.y + radius * Math.sin(turned) }
  }
  return { kind: 'arc', start: pointAt(start), end: pointAt(end), centre, radius, isClockwise, angle: end - start }
}

const modulo = (angle: number): number => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)

function cutAt(
  target: Target | undefined,
  circle: { centre: Point; radius: number },
  angleTo: (point: Point) => number,
  full: number,
  wanted: number,
): number | undefined {
  if (target === undefined || target.isExact) return undefined
  let best: number | undefined
  for (const [a, b] of edgesOf(target)) {
    for (const cut of onCircle(a, b, circle)) {
      const angle = angleTo(cut)
      if (angle > full) continue
      if (best === undefined || Math.abs(angle - full * wanted) < Math.abs(best - full * wanted)) best = angle
    }
  }
  return best
}

function onCircle(a: Point, b: Point, { centre, radius }: { centre: Point; radius: number }): Point[] {
  const [dx, dy, fx, fy] = [b.x - a.x, b.y - a.y, a.x - centre.x, a.y - centre.y]
  const square = dx * dx + dy * dy
  const half = fx * dx + fy * dy
  const under = half * half - square * (fx * fx + fy * fy - radius * radius)
  if (square === 0 || !(under >= 0)) return []
  return [-1, 1]
    .map((sign) => (-half + sign * Math.sqrt(under)) / square)
    .filter((t) => t >= 0 && t <= 1)
    .map((t) => ({ x: a.x + dx * t, y: a.y + dy * t }))
}
