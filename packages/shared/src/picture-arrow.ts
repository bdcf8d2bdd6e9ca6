import type { BoardRecord } from './board-doc.ts'
import { localBounds, toPoint } from './picture-geometry.ts'
import {
  type Bounds,
  boundsOf,
  cornersOf,
  fromPage,
  numberOf,
  type Point,
  type Scene,
  toPage,
} from './picture-scene.ts'
import { round } from './picture-text.ts'

/** Where each arrow is tied to a shape: arrow id → terminal → the shape and the place in it (0 … 1). */
export type ArrowTies = ReadonlyMap<string, Partial<Record<'start' | 'end', { to: string; anchor: Point }>>>

export function arrowTies(records: Iterable<BoardRecord>): ArrowTies {
  const ties = new Map<string, Partial<Record<'start' | 'end', { to: string; anchor: Point }>>>()
  for (const record of records) {
    if (record.typeName !== 'binding' || record.type !== 'arrow') continue
    const terminal = record.props?.terminal
    if (terminal !== 'start' && terminal !== 'end') continue
    const from = String(record.fromId)
    const tie = { to: String(record.toId), anchor: toPoint(record.props?.normalizedAnchor) }
    ties.set(from, { ...ties.get(from), [terminal]: tie })
  }
  return ties
}

/** An arrow's path with its head, in the arrow's own coordinates. */
export function arrowPath(record: BoardRecord, scene: Scene, ties: ArrowTies, stroke: number): string {
  const { start, end } = endsOf(record, scene, ties)
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const unit = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const bend = numberOf(record.props?.bend, 0)
  // A curve through the point that stands `bend` off the middle has its control point twice as far off.
  const control = {
    x: (start.x + end.x) / 2 - unit.y * bend * 2,
    y: (start.y + end.y) / 2 + unit.x * bend * 2,
  }
  const heads: string[] = []
  if (record.props?.arrowheadEnd !== 'none') heads.push(head(control, end, stroke))
  if (record.props?.arrowheadStart !== 'none') heads.push(head(control, start, stroke))
  return `M${at(start)}Q${at(control)} ${at(end)}${heads.join('')}`
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

function head(from: Point, tip: Point, stroke: number): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x)
  const size = stroke * 5
  const side = (turn: number): Point => ({
    x: tip.x - size * Math.cos(angle + turn),
    y: tip.y - size * Math.sin(angle + turn),
  })
  return `M${at(side(0.5))}L${at(tip)}L${at(side(-0.5))}`
}

function endsOf(record: BoardRecord, scene: Scene, ties: ArrowTies): { start: Point; end: Point } {
  const own = scene.byId.get(record.id)
  const free = { start: toPoint(record.props?.start), end: toPoint(record.props?.end) }
  const tied = ties.get(record.id)
  if (!own || !tied) return free
  const place = (terminal: 'start' | 'end'): { point: Point; box?: Bounds } => {
    const tie = tied[terminal]
    const target = tie && scene.byId.get(tie.to)
    const local = target && localBounds(target.record, 1000)
    if (!tie || !target || !local) return { point: toPage(own.transform, free[terminal]) }
    const anchor = {
      x: local.left + (local.right - local.left) * tie.anchor.x,
      y: local.top + (local.bottom - local.top) * tie.anchor.y,
    }
    const box = boundsOf(cornersOf(local).map((corner) => toPage(target.transform, corner)))
    const point = toPage(target.transform, anchor)
    return box ? { point, box } : { point }
  }
  const start = place('start')
  const end = place('end')
  return {
    start: fromPage(own.transform, leave(start.point, end.point, start.box)),
    end: fromPage(own.transform, leave(end.point, start.point, end.box)),
  }
}

/** The place where the straight line from `inside` towards `other` leaves a box. */
function leave(inside: Point, other: Point, box: Bounds | undefined): Point {
  if (!box) return inside
  const dx = other.x - inside.x
  const dy = other.y - inside.y
  const tx = dx === 0 ? Infinity : ((dx > 0 ? box.right : box.left) - inside.x) / dx
  const ty = dy === 0 ? Infinity : ((dy > 0 ? box.bottom : box.top) - inside.y) / dy
  const t = Math.min(tx, ty)
  return t > 0 && t < 1 ? { x: inside.x + dx * t, y: inside.y + dy * t } : inside
}
