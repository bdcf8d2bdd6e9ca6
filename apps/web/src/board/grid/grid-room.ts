import { metaOf } from '@samtavle/shared/board-meta'
import { CURVE_TYPE, type CurveProps } from '@samtavle/shared/curve-shape'
import { firstMarks, richTextOf } from '@samtavle/shared/rich-text-doc'
import {
  createShapeId,
  type Editor,
  getIndexBelow,
  getIndexBetween,
  type IndexKey,
  type TLParentId,
  type TLShape,
  type TLShapeId,
} from '@tldraw/tldraw'
import { isFixed } from '../board-meta.ts'
import type { CurveShape } from '../shapes/curve-util.tsx'
import { childrenOf, type Grid } from './grid-model.ts'

/** What changes of a grid have in common: room for what is new, and a place for what lay in what goes. */
const GAP = 40
const ROUNDING = 1

/** Text of a label in other words, as bold as it was. */
export function reworded<Shape extends TLShape>(label: Shape, words: string): Shape {
  const marks = firstMarks((label.props as { richText?: unknown }).richText)
  return { ...label, props: { ...label.props, richText: richTextOf(words, marks) } }
}

/** The same shape once more, background as it is. */
export const copied = (shape: TLShape, changes: { parentId?: TLParentId; x?: number; y?: number; cell: string }) => {
  const { cell, ...place } = changes
  // While I work on it background is shown open; what is new of it is locked like the rest.
  return { ...shape, ...place, id: createShapeId(), isLocked: true, meta: { ...shape.meta, cell } } as TLShape
}

/** Below everything that a parent holds, so that it covers no name. */
export function lowestIndex(editor: Editor, parent: TLParentId): IndexKey {
  const [lowest] = childrenOf(editor, parent)
  return getIndexBelow(lowest?.index)
}

/** Right above a shape: over the background that it stands on, and under what people put there. */
export function nextIndex(editor: Editor, { parentId, index }: TLShape): IndexKey {
  const above = childrenOf(editor, parentId).find((sibling) => sibling.index > index)
  return getIndexBetween(index, above?.index)
}

/** A key that no column or row of the grid has. */
export function newKey(taken: readonly { key: string }[], prefix: string): string {
  const keys = new Set(taken.map(({ key }) => key))
  for (let number = taken.length + 1; ; number++) if (!keys.has(`${prefix}${number}`)) return `${prefix}${number}`
}

/** The curve of a grid lies on the page, over all its columns. */
export function curvesOf(editor: Editor, { section, frames }: Grid): CurveShape[] {
  const [first, last] = [frames[0], frames.at(-1)]
  if (first === undefined || last === undefined) return []
  return childrenOf(editor, first.parentId).filter((shape): shape is CurveShape & TLShape => {
    if ((shape.type as string) !== CURVE_TYPE || metaOf(shape).section !== section) return false
    const isAcross = shape.x >= first.x - ROUNDING && shape.x < last.x + last.props.w
    return isAcross && shape.y >= first.y && shape.y < first.y + first.props.h
  }) as unknown as CurveShape[]
}

export const withCurveProps = (curve: CurveShape, props: Partial<CurveProps>): TLShape =>
  ({ ...curve, props: { ...curve.props, ...props } }) as unknown as TLShape

/** The box of a grid on its page, with the names of its rows. */
export function boxOfGrid({ frames, aside }: Grid): { left: number; top: number; right: number; bottom: number } {
  const [first, last] = [frames[0], frames.at(-1)]
  if (first === undefined || last === undefined) return { left: 0, top: 0, right: 0, bottom: 0 }
  const left = Math.min(first.x, ...aside.map(({ x }) => x))
  return { left, top: first.y, right: last.x + last.props.w, bottom: first.y + first.props.h }
}

/**
 * Moves what lies on the page right of a grid's column, or below its rows, by so much. What lies beside that, above
 * the grid for instance, stays.
 * @param except what the change of the grid moves itself
 */
export function moveBeyond(
  editor: Editor,
  grid: Grid,
  to: { axis: 'x' | 'y'; from: number; by: number },
  except: ReadonlySet<TLShapeId>,
): void {
  const { left, top, right, bottom } = boxOfGrid(grid)
  const page = editor.getCurrentPageId()
  const moved = childrenOf(editor, page).filter((shape) => {
    const bounds = editor.getShapePageBounds(shape)
    if (bounds === undefined || except.has(shape.id)) return false
    if (to.axis === 'x') return bounds.x >= to.from - ROUNDING && bounds.maxY > top && bounds.y < bottom
    return bounds.y >= to.from - ROUNDING && bounds.maxX > left && bounds.x < right
  })
  editor.store.put(moved.map((shape) => ({ ...shape, [to.axis]: shape[to.axis] + to.by })))
}

/** What people put in a frame, which is not background. */
export const ownIn = (editor: Editor, id: TLParentId): TLShape[] =>
  childrenOf(editor, id).filter((child) => !isFixed(child))

/** Puts shapes on the page right of everything, as they lay to each other. Nothing that people wrote goes. */
export function moveOut(editor: Editor, shapes: readonly TLShape[], top: number): void {
  if (shapes.length === 0) return
  const page = editor.getCurrentPageId()
  const ids = shapes.map(({ id }) => id)
  const before = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  const right = Math.max(...childrenOf(editor, page).flatMap((shape) => editor.getShapePageBounds(shape)?.maxX ?? []))
  editor.reparentShapes(ids, page)
  const dx = right + GAP - Math.min(...before.map(({ x }) => x))
  const dy = top - Math.min(...before.map(({ y }) => y))
  const moved = ids.flatMap((id) => editor.getShape(id) ?? [])
  editor.store.put(moved.map((shape) => ({ ...shape, x: shape.x + dx, y: shape.y + dy })))
}

/** Does the middle of a shape lie between these, from the corner of its parent? */
export function isBetween(editor: Editor, shape: TLShape, axis: 'x' | 'y', from: number, to: number): boolean {
  // Background begins where it is drawn; what people put there lies where its middle is.
  const size = isFixed(shape) ? 0 : (editor.getShapeGeometry(shape).bounds[axis === 'x' ? 'w' : 'h'] ?? 0)
  const at = shape[axis] + size / 2
  return at >= from - (isFixed(shape) ? ROUNDING : 0) && at < to - (isFixed(shape) ? ROUNDING : 0)
}
