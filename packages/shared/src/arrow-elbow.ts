import type { ArrowBody } from './arrow-body.ts'
import type { ArrowEnd } from './arrow-ends.ts'
import type { Bounds, Point } from './picture-scene.ts'

/** An arrow of level and upright pieces. tldraw weighs many ways against each other; this takes the plainest one. */
type Side = 'left' | 'right' | 'top' | 'bottom'

/** How far an arrow leaves a shape before it turns where there is no room between them, in px. */
const AROUND = 32

export function elbowBody(from: ArrowEnd, to: ArrowEnd, middle: number): ArrowBody {
  const [a, b] = [boxOf(from), boxOf(to)]
  const gaps = { right: b.left - a.right, left: a.left - b.right, bottom: b.top - a.bottom, top: a.top - b.bottom }
  const across = Math.max(gaps.left, gaps.right)
  const down = Math.max(gaps.top, gaps.bottom)
  const part = Math.max(0.05, Math.min(0.95, middle))
  if (across >= down && across > 0) {
    const [out, into]: [Side, Side] = gaps.right > gaps.left ? ['right', 'left'] : ['left', 'right']
    const [start, end] = [leaving(from, a, out), leaving(to, b, into)]
    const x = start.x + (end.x - start.x) * part
    return elbow([start, { x, y: start.y }, { x, y: end.y }, end])
  }
  if (down > 0) {
    const [out, into]: [Side, Side] = gaps.bottom > gaps.top ? ['bottom', 'top'] : ['top', 'bottom']
    const [start, end] = [leaving(from, a, out), leaving(to, b, into)]
    const y = start.y + (end.y - start.y) * part
    return elbow([start, { x: start.x, y }, { x: end.x, y }, end])
  }
  // They overlap: around both, on the right.
  const [start, end] = [leaving(from, a, 'right'), leaving(to, b, 'right')]
  const x = Math.max(a.right, b.right) + AROUND
  return elbow([start, { x, y: start.y }, { x, y: end.y }, end])
}

function boxOf({ point, target }: ArrowEnd): Bounds {
  if (target !== undefined && !target.isExact) return target.bounds
  return { left: point.x, top: point.y, right: point.x, bottom: point.y }
}

/** Where an arrow leaves the box of a shape, with the room that a head leaves. */
function leaving({ point, target }: ArrowEnd, box: Bounds, side: Side): Point {
  const gap = target === undefined || target.isExact ? 0 : target.gap
  if (side === 'left') return { x: box.left - gap, y: point.y }
  if (side === 'right') return { x: box.right + gap, y: point.y }
  return { x: point.x, y: side === 'top' ? box.top - gap : box.bottom + gap }
}

/** Without the corners at which nothing turns. */
function elbow(points: readonly Point[]): ArrowBody {
  const kept = points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (before === undefined || after === undefined) return true
    const isLevel = same(before.y, point.y) && same(point.y, after.y)
    return !isLevel && !(same(before.x, point.x) && same(point.x, after.x))
  })
  return { kind: 'elbow', points: kept }
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.05
