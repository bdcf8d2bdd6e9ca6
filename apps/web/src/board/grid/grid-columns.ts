import { metaOf } from '@samtavle/shared/board-meta'
import { CURVE_POINTS_MAX } from '@samtavle/shared/curve-shape'
import { createShapeId, type Editor, getIndexAbove, type TLFrameShape, type TLShape } from '@tldraw/tldraw'
import { isFixed } from '../board-meta.ts'
import { isSection } from '../section-place.ts'
import { childrenOf, type Grid, type GridLine } from './grid-model.ts'
import {
  boxOfGrid,
  copied,
  curvesOf,
  isBetween,
  moveBeyond,
  moveOut,
  newKey,
  ownIn,
  reworded,
  withCurveProps,
} from './grid-room.ts'
import { withSize } from './grid-rows.ts'

const END = Number.POSITIVE_INFINITY

/** Puts a column as wide as the one before it right of that; what lies farther right goes along with its column. */
export function addColumn(editor: Editor, grid: Grid, before: GridLine, name: string): void {
  const key = newKey(grid.columns, 'k')
  const from = boxOfFirst(grid) + before.start + before.size
  const curves = curvesOf(editor, grid)
  const except = new Set([...grid.frames, ...curves].map(({ id }) => id as TLShape['id']))
  if (grid.byColumns) {
    const frame = grid.frames.find((each) => metaOf(each).cell === before.key)
    if (frame === undefined) return
    moveBeyond(editor, grid, { axis: 'x', from, by: before.size }, except)
    const after = grid.frames.filter(({ x }) => x > frame.x)
    editor.store.put(after.map((each) => ({ ...each, x: each.x + before.size })))
    insertFrame(editor, frame, { key, name, x: from })
  } else {
    moveBeyond(editor, grid, { axis: 'x', from: boxOfGrid(grid).right, by: before.size }, except)
    widenLog(editor, grid, before, { key, name })
  }
  for (const curve of curves) {
    const at = before.start + before.size
    const used = new Set(curve.props.columns.map(({ point }) => point))
    const point = Array.from({ length: CURVE_POINTS_MAX }, (_, i) => i + 1).find((each) => !used.has(each))
    const moved = curve.props.columns.map((column) =>
      column.x >= at - 1 ? { ...column, x: column.x + before.size } : column,
    )
    const added = point === undefined ? [] : [{ key, label: name, x: at, w: before.size, point }]
    const unset = point === undefined ? {} : { [`point${point}`]: 0 }
    const columns = [...moved, ...added].sort((a, b) => a.x - b.x)
    editor.store.put([withCurveProps(curve, { w: curve.props.w + before.size, columns, ...unset })])
  }
}

/** Takes a column away; what people put in it lies right of everything then. The last one stays. */
export function removeColumn(editor: Editor, grid: Grid, column: GridLine): number {
  if (grid.columns.length < 2) return 0
  const { top, right } = boxOfGrid(grid)
  const [start, end] = [column.start, column.start + column.size]
  const curves = curvesOf(editor, grid)
  const except = new Set([...grid.frames, ...curves].map(({ id }) => id as TLShape['id']))
  let own: TLShape[] = []
  if (grid.byColumns) {
    const frame = grid.frames.find((each) => metaOf(each).cell === column.key)
    if (frame === undefined) return 0
    own = ownIn(editor, frame.id)
    moveOut(editor, own, top)
    editor.deleteShapes([frame.id])
    const after = grid.frames.filter(({ x }) => x > frame.x)
    editor.store.put(after.map((each) => ({ ...each, x: each.x - column.size })))
  } else {
    const [frame] = grid.frames
    if (frame === undefined) return 0
    own = ownIn(editor, frame.id).filter((shape) => isBetween(editor, shape, 'x', start, end))
    moveOut(editor, own, top)
    narrowLog(editor, frame, column)
  }
  for (const { id } of own) except.add(id)
  const from = grid.byColumns ? boxOfFirst(grid) + end : right
  moveBeyond(editor, grid, { axis: 'x', from, by: -column.size }, except)
  for (const curve of curves) {
    const isFirst = start < 1
    const columns = curve.props.columns
      .filter(({ key }) => key !== column.key)
      .map((each) => (each.x >= end - 1 ? { ...each, x: each.x - column.size } : each))
    const next = withCurveProps(curve, { w: curve.props.w - column.size, columns })
    // The grid begins where its first column did, and so does the curve.
    editor.store.put([isFirst ? { ...next, x: boxOfFirst(grid) } : next])
  }
  return own.length
}

const boxOfFirst = ({ frames }: Grid): number => frames[0]?.x ?? 0

/** A frame with the same background: heading and rows, without the question that was the other column's. */
function insertFrame(editor: Editor, frame: TLFrameShape, to: { key: string; name: string; x: number }): void {
  const { key, name, x } = to
  const old = metaOf(frame).cell ?? ''
  const order = metaOf(frame).order ?? 0
  const later = childrenOf(editor, editor.getCurrentPageId()).filter(
    (shape) => isSection(shape) && (metaOf(shape).order ?? -1) > order,
  )
  editor.store.put(later.map((shape) => ({ ...shape, meta: { ...shape.meta, order: (metaOf(shape).order ?? 0) + 1 } })))
  const id = createShapeId()
  const { template: _template, words: _words, ...meta } = frame.meta
  const index = getIndexAbove(frame.index)
  const props = { ...frame.props, name }
  editor.store.put([{ ...frame, id, x, index, props, meta: { ...meta, cell: key, order: order + 1 } }])
  const background = childrenOf(editor, frame.id).filter((child) => isFixed(child) && metaOf(child).part !== 'question')
  editor.store.put(
    background.map((child) => {
      const { words: _said, ...own } = child.meta
      const cell = (metaOf(child).cell ?? '').replace(old, key)
      const copy = copied({ ...child, meta: own }, { parentId: id, cell })
      return metaOf(child).part === 'heading' ? reworded(copy, name) : copy
    }),
  )
}

/** A column in a grid of one frame: an outline and a name. */
function widenLog(editor: Editor, grid: Grid, before: GridLine, { key, name }: { key: string; name: string }): void {
  const [frame] = grid.frames
  if (frame === undefined) return
  const at = before.start + before.size
  const own = childrenOf(editor, frame.id).filter((child) => isFixed(child) && metaOf(child).cell === before.key)
  shiftColumns(editor, frame, at, before.size)
  editor.store.put(
    own
      .filter((child) => metaOf(child).part !== 'question')
      .map((child) => {
        const copy = copied(child, { x: child.x + before.size, cell: key })
        return metaOf(child).part === 'heading' ? reworded(copy, name) : copy
      }),
  )
}

function narrowLog(editor: Editor, frame: TLFrameShape, column: GridLine): void {
  const gone = childrenOf(editor, frame.id).filter((child) => isFixed(child) && metaOf(child).cell === column.key)
  editor.deleteShapes(gone.map(({ id }) => id))
  shiftColumns(editor, frame, column.start + column.size, -column.size)
}

/** What lies right of this, and the width of the frame and of its shaded rows. */
function shiftColumns(editor: Editor, frame: TLFrameShape, from: number, by: number): void {
  const children = childrenOf(editor, frame.id)
  const rows = children.filter((child) => metaOf(child).part === 'stripe' && widthOf(child) > frame.props.w - 2)
  const right = children.filter((child) => !rows.includes(child) && isBetween(editor, child, 'x', from, END))
  const inOrder = [...right.filter(isFixed), ...right.filter((shape) => !isFixed(shape))]
  editor.store.put([
    withSize(frame, { w: frame.props.w + by }),
    ...rows.map((row) => withSize(row, { w: widthOf(row) + by })),
  ])
  for (const shape of inOrder) editor.store.put([{ ...shape, x: shape.x + by }])
}

const widthOf = (shape: TLShape): number => Number((shape.props as { w?: unknown }).w)
