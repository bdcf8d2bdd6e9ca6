import type { ArrowTie, ArrowTies } from './arrow-ties.ts'
import type { BoardRecord } from './board-doc.ts'
import { shownBounds } from './picture-box.ts'
import { scaleOf, strokeOf, strokesOf, toPoint } from './picture-geometry.ts'
import { outlinePath } from './picture-outline.ts'
import {
  type Bounds,
  boundsOf,
  cornersOf,
  fromPage,
  type Point,
  type Scene,
  type SceneShape,
  toPage,
} from './picture-scene.ts'

/** What an end of an arrow is tied to, in the coordinates of the arrow. */
export type Target = {
  id: string
  /** The outline; open for a line or a drawing. */
  corners: Point[]
  isClosed: boolean
  bounds: Bounds
  isExact: boolean
  /** How far from the outline a head stops, in px. */
  gap: number
}
export type ArrowEnd = { point: Point; target: Target | undefined }

/** Room between a head and the shape that it points at. */
const GAP = 10

/** Both ends as the record and its ties say, before anything is cut at the outlines. */
export function arrowEnds(record: BoardRecord, scene: Scene, ties: ArrowTies): { start: ArrowEnd; end: ArrowEnd } {
  const own = scene.byId.get(record.id)
  const tied = ties.get(record.id)
  const targets = { start: targetOf('start'), end: targetOf('end') }
  const inside = relationOf(targets.start, targets.end)
  function targetOf(end: 'start' | 'end'): (Target & { tie: ArrowTie; shape: SceneShape }) | undefined {
    const tie = tied?.[end]
    const shape = tie && scene.byId.get(tie.to)
    return own && tie && shape ? targetIn(own, shape, tie, record, end) : undefined
  }
  const endOf = (end: 'start' | 'end'): ArrowEnd => {
    const target = targets[end]
    const free = toPoint(record.props?.[end])
    const local = target && shownBounds(target.shape.record)
    if (own === undefined || target === undefined || local === undefined) return { point: free, target: undefined }
    // An end that is not placed by hand points at the middle, unless one shape lies in the other.
    const anchor = target.tie.isPrecise || inside === 'same' || inside === end ? target.tie.anchor : { x: 0.5, y: 0.5 }
    const place = {
      x: local.left + (local.right - local.left) * anchor.x,
      y: local.top + (local.bottom - local.top) * anchor.y,
    }
    return { point: fromPage(own.transform, toPage(target.shape.transform, place)), target }
  }
  return { start: endOf('start'), end: endOf('end') }
}

function targetIn(own: SceneShape, shape: SceneShape, tie: ArrowTie, arrow: BoardRecord, end: 'start' | 'end') {
  const { record, transform } = shape
  const local = shownBounds(record)
  if (local === undefined) return undefined
  const isLine = record.type === 'line' || record.type === 'draw' || record.type === 'highlight'
  const outline =
    record.type === 'arrow' ? cornersOf(local) : isLine ? strokesOf(record).flat() : outlinePath(record).corners
  const corners = outline.map((corner) => fromPage(own.transform, toPage(transform, corner)))
  const bounds = boundsOf(corners)
  if (bounds === undefined) return undefined
  const head = end === 'start' ? (arrow.props?.arrowheadStart ?? 'none') : (arrow.props?.arrowheadEnd ?? 'arrow')
  const props = arrow.props ?? {}
  const theirs = record.props?.size === undefined ? 0 : strokeOf({ size: record.props.size }) / 2
  const gap = head === 'none' ? 0 : (GAP + strokeOf({ size: props.size }) / 2 + theirs) * scaleOf(props)
  return { id: record.id, corners, isClosed: !isLine, bounds, isExact: tie.isExact, gap, tie, shape }
}

/** Which of two shapes holds the other, or whether they are one. */
export function relationOf(start: Target | undefined, end: Target | undefined): 'start' | 'end' | 'same' | 'apart' {
  if (start === undefined || end === undefined) return 'apart'
  if (start.id === end.id) return 'same'
  if (holds(start.bounds, end.bounds)) return 'start'
  return holds(end.bounds, start.bounds) ? 'end' : 'apart'
}

const holds = (a: Bounds, b: Bounds): boolean =>
  a.left <= b.left && a.top <= b.top && a.right >= b.right && a.bottom >= b.bottom
