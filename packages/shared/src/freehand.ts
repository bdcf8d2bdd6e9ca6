import type { Point } from './picture-scene.ts'
import { round } from './picture-text.ts'

/** Curves through what a hand drew, and the outline of a pen that was pressed now harder, now softer. */
type Pressed = Point & { z: number }

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
/** How far a point follows the one before it: a hand shakes. */
const FOLLOWS = 0.35
/** How much of the width the pressure decides. */
const THINNING = 0.62
/** Places nearer than this, in px, are one. */
const NEAR = 0.5

/** The points without the shaking of the hand; the ends stay. */
export function steadied<P extends Point>(points: readonly P[]): P[] {
  const result: P[] = []
  points.forEach((point, i) => {
    const before = result.at(-1)
    if (before === undefined) {
      result.push(point)
      return
    }
    const isLast = i === points.length - 1
    const follow = isLast ? 0 : FOLLOWS
    const next = { ...point, x: point.x + (before.x - point.x) * follow, y: point.y + (before.y - point.y) * follow }
    if (isLast || Math.hypot(next.x - before.x, next.y - before.y) >= NEAR) result.push(next)
  })
  return result
}

/** A path that bends at the points and runs through the middles between them. */
export function smoothPath(points: readonly Point[], isClosed: boolean): string {
  const steady = steadied(points)
  return bent(steady, isClosed)
}

function bent(points: readonly Point[], isClosed: boolean): string {
  const [first, second] = points
  if (first === undefined) return ''
  if (second === undefined) return `M${at(first)}h0.1`
  const parts = [`M${at(first)}L${at(middle(first, second))}`]
  for (let i = 1; i + 1 < points.length; i++) {
    const point = points[i] ?? first
    parts.push(`Q${at(point)} ${at(middle(point, points[i + 1] ?? point))}`)
  }
  parts.push(`L${at(points.at(-1) ?? first)}`)
  return parts.join('') + (isClosed ? 'Z' : '')
}

/** Both edges of a line as wide as it was pressed, with round ends. */
export function penOutline(points: readonly Pressed[], size: number): string {
  const steady = steadied(points)
  const left: Point[] = []
  const right: Point[] = []
  steady.forEach((point, i) => {
    const before = steady[Math.max(0, i - 1)] ?? point
    const after = steady[Math.min(steady.length - 1, i + 1)] ?? point
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
    const r = radiusOf(point.z, size)
    const across = { x: (-(after.y - before.y) / length) * r, y: ((after.x - before.x) / length) * r }
    left.push({ x: point.x + across.x, y: point.y + across.y })
    right.push({ x: point.x - across.x, y: point.y - across.y })
  })
  const [start, end] = [steady[0], steady.at(-1)]
  if (start === undefined || end === undefined) return ''
  const [a, b] = [radiusOf(start.z, size), radiusOf(end.z, size)]
  const [from, to, back] = [left[0] ?? start, right.at(-1) ?? end, right[0] ?? start]
  const there = bent(left, false)
  const home = bent(right.toReversed(), false).replace(/^M[^LQ]*/, '')
  return `${there}A${round(b)} ${round(b)} 0 0 0 ${at(to)}${home}L${at(back)}A${round(a)} ${round(a)} 0 0 0 ${at(from)}Z`
}

function radiusOf(pressure: number, size: number): number {
  const pressed = 0.5 - THINNING * (0.5 - Math.max(0, Math.min(1, pressure)))
  return Math.max(0.3, size * (pressed * 0.65 + Math.sin((pressed * Math.PI) / 2) * 0.35))
}
