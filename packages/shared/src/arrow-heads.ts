import type { ArrowBody } from './arrow-body.ts'
import type { Point } from './picture-scene.ts'
import { round } from './picture-text.ts'

/** The head of an arrow: lines, or a form that is filled. */
export type ArrowHead = { d: string; isFilled: boolean }

/** How long a head is beside the line: three times as wide, less on a short arrow. */
const LONGEST = 3
const OPENING = Math.PI / 6

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`
const between = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t })

function turned(point: Point, around: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [x, y] = [point.x - around.x, point.y - around.y]
  return { x: around.x + x * cos - y * sin, y: around.y + x * sin + y * cos }
}

/** The tip of an end, and the place on the arrow where its head begins. */
export function headPlace(body: ArrowBody, end: 'start' | 'end', stroke: number): { tip: Point; base: Point } {
  if (body.kind === 'elbow') {
    const points = end === 'end' ? body.points.toReversed() : body.points
    const [tip = { x: 0, y: 0 }, next = tip] = points
    const whole = Math.hypot(next.x - tip.x, next.y - tip.y)
    return { tip, base: toward(tip, next, clamped(whole / 2, stroke), whole) }
  }
  const [tip, other] = end === 'end' ? [body.end, body.start] : [body.start, body.end]
  if (body.kind === 'straight') {
    const whole = Math.hypot(other.x - tip.x, other.y - tip.y)
    return { tip, base: toward(tip, other, clamped(whole / 5, stroke), whole) }
  }
  const length = clamped((body.angle * body.radius) / 5, stroke)
  // The chord of this length, back along the circle.
  const angle = 2 * Math.asin(Math.min(1, length / (2 * body.radius)))
  const isBack = (end === 'end') === body.isClockwise
  return { tip, base: turned(tip, body.centre, isBack ? -angle : angle) }
}

const clamped = (length: number, stroke: number): number => Math.min(Math.max(length, stroke), LONGEST * stroke)
const toward = (tip: Point, other: Point, length: number, whole: number): Point =>
  whole === 0 ? tip : between(tip, other, length / whole)

/** @param kind tldraw's name for it; undefined for none */
export function arrowHead(kind: unknown, { tip, base }: { tip: Point; base: Point }): ArrowHead | undefined {
  const [left, right] = [turned(base, tip, OPENING), turned(base, tip, -OPENING)]
  const half = { x: (base.x - tip.x) / 2, y: (base.y - tip.y) / 2 }
  const beside = (point: Point, share: number, side: 1 | -1): Point => ({
    x: point.x - side * half.y * share,
    y: point.y + side * half.x * share,
  })
  switch (kind) {
    case 'arrow':
      return { d: `M${at(left)}L${at(tip)}L${at(right)}`, isFilled: false }
    case 'triangle':
      return { d: `M${at(left)}L${at(right)}L${at(tip)}Z`, isFilled: true }
    case 'inverted':
      return { d: `M${at(beside(tip, 1, 1))}L${at(base)}L${at(beside(tip, 1, -1))}Z`, isFilled: true }
    case 'bar':
      return { d: `M${at(beside(tip, 1, 1))}L${at(beside(tip, 1, -1))}`, isFilled: false }
    case 'square': {
      const back = between(tip, base, 0.85)
      const corners = [beside(tip, 0.85, 1), beside(back, 0.85, 1), beside(back, 0.85, -1), beside(tip, 0.85, -1)]
      return { d: `M${corners.map(at).join('L')}Z`, isFilled: true }
    }
    case 'diamond': {
      const near = between(tip, base, 0.75)
      const [one, two] = [turned(near, tip, Math.PI / 4), turned(near, tip, -Math.PI / 4)]
      const far = { x: one.x + two.x - tip.x, y: one.y + two.y - tip.y }
      return { d: `M${at(tip)}L${at(one)}L${at(far)}L${at(two)}Z`, isFilled: true }
    }
    case 'dot': {
      const centre = between(tip, base, 0.45)
      const r = Math.max(0.1, Math.hypot(centre.x - tip.x, centre.y - tip.y))
      const arc = `a${round(r)} ${round(r)} 0 1 0`
      return {
        d: `M${at({ x: centre.x - r, y: centre.y })}${arc} ${round(2 * r)} 0${arc} ${round(-2 * r)} 0Z`,
        isFilled: true,
      }
    }
    default:
      return undefined
  }
}
