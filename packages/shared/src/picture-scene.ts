import type { BoardRecord } from './board-doc.ts'
import { groupBy } from './group-by.ts'

/**
 * The shapes of one page as a tree, read from records that nobody has checked: unknown, dangling and cyclic ones are
 * left out.
 */
export type Bounds = { left: number; top: number; right: number; bottom: number }
export type SceneShape = { record: BoardRecord; children: SceneShape[]; transform: Transform }
export type Scene = { shapes: SceneShape[]; byId: ReadonlyMap<string, SceneShape> }
/** Turn by `angle` radians, then move. */
export type Transform = { x: number; y: number; angle: number }

const MOST_SHAPES = 5_000
const DEEPEST = 64

export const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(-1e6, Math.min(1e6, value)) : otherwise
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The tree of the page with this id, or of the first page; `most`: shapes beyond that are left out. */
export function sceneOf(records: Iterable<BoardRecord>, pageId?: string, most: number = MOST_SHAPES): Scene {
  const byType = groupBy(records, ({ typeName }) => typeName)
  const byParent = groupBy(byType.get('shape') ?? [], ({ parentId }) => textOf(parentId))
  const page = pageId ?? byType.get('page')?.sort(byIndex)[0]?.id
  const byId = new Map<string, SceneShape>()
  const childrenOf = (parent: string, above: Transform, depth: number): SceneShape[] => {
    if (depth > DEEPEST) return []
    const result: SceneShape[] = []
    for (const record of (byParent.get(parent) ?? []).sort(byIndex)) {
      if (byId.has(record.id) || byId.size >= most) continue
      const shape: SceneShape = { record, children: [], transform: below(above, record) }
      byId.set(record.id, shape)
      shape.children = childrenOf(record.id, shape.transform, depth + 1)
      result.push(shape)
    }
    return result
  }
  const shapes = page === undefined ? [] : childrenOf(page, { x: 0, y: 0, angle: 0 }, 0)
  return { shapes, byId }
}

function byIndex(a: BoardRecord, b: BoardRecord): number {
  const left = textOf(a.index)
  const right = textOf(b.index)
  if (left !== right) return left < right ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function below(above: Transform, record: BoardRecord): Transform {
  const { x, y } = toPage(above, { x: numberOf(record.x, 0), y: numberOf(record.y, 0) })
  return { x, y, angle: above.angle + numberOf(record.rotation, 0) }
}

export type Point = { x: number; y: number }

/** A place inside a shape, on the page. */
export function toPage({ x, y, angle }: Transform, point: Point): Point {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return { x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos }
}

/** A place on the page, inside a shape. */
export function fromPage({ x, y, angle }: Transform, point: Point): Point {
  return toPage({ x: 0, y: 0, angle: -angle }, { x: point.x - x, y: point.y - y })
}

/** The upright box around some places; undefined for none. */
export function boundsOf(points: readonly Point[]): Bounds | undefined {
  let bounds: Bounds | undefined
  for (const { x, y } of points) {
    bounds = bounds
      ? {
          left: Math.min(bounds.left, x),
          top: Math.min(bounds.top, y),
          right: Math.max(bounds.right, x),
          bottom: Math.max(bounds.bottom, y),
        }
      : { left: x, top: y, right: x, bottom: y }
  }
  return bounds
}

/** The four corners of a box. */
export function cornersOf({ left, top, right, bottom }: Bounds): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}
