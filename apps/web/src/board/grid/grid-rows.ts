import { metaOf } from '@samtavle/shared/board-meta'
import { type Editor, getIndexBelow, type TLFrameShape, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import { isFixed } from '../board-meta.ts'
import { childrenOf, type Grid, type GridLine, gridsOf } from './grid-model.ts'
import {
  boxOfGrid,
  copied,
  curvesOf,
  isBetween,
  lowestIndex,
  moveBeyond,
  moveOut,
  newKey,
  nextIndex,
  reworded,
} from './grid-room.ts'

const END = Number.POSITIVE_INFINITY
const partOf = (shape: TLShape): string | undefined => metaOf(shape).part

/** Puts a row as high as the one above it below that; what lies farther down goes down with its row. */
export function addRow(editor: Editor, grid: Grid, above: GridLine, name: string): void {
  const by = above.size
  const from = above.start + above.size
  const key = newKey(grid.rows, 'r')
  const top = boxOfGrid(grid).top
  const { bottom } = boxOfGrid(grid)
  const moving = pageShapesIn(editor, grid)
  moveBeyond(editor, grid, { axis: 'y', from: bottom, by }, new Set(moving.map(({ id }) => id)))
  const labels = [...grid.frames.flatMap((frame) => childrenOf(editor, frame.id)), ...grid.aside].filter(
    (shape) => partOf(shape) === 'lane' && rowKeyOf(shape) === above.key,
  )
  for (const frame of grid.frames) {
    shiftRows(editor, frame, from, by)
    resize(editor, frame, by)
  }
  editor.store.put(moving.filter((shape) => shape.y >= top + from - 1).map((shape) => ({ ...shape, y: shape.y + by })))
  editor.store.put(
    labels.map((label) => {
      const cell = (metaOf(label).cell ?? '').replace(/[^/]*$/, key)
      return reworded({ ...copied(label, { y: label.y + by, cell }), index: nextIndex(editor, label) }, name)
    }),
  )
  restripe(editor, grid)
}

/** Takes a row away; what people put on it lies right of everything then. The last one stays, and so does a curve's. */
export function removeRow(editor: Editor, grid: Grid, row: GridLine): number {
  if (!mayRemoveRow(editor, grid, row)) return 0
  const [from, to] = [row.start, row.start + row.size]
  const { top, bottom } = boxOfGrid(grid)
  const inRow = (shape: TLShape): boolean => isBetween(editor, shape, 'y', from, to)
  const own = grid.frames
    .flatMap((frame) => childrenOf(editor, frame.id))
    .filter((child) => !isFixed(child) && inRow(child))
  moveOut(editor, own, top)
  const gone = grid.frames
    .flatMap((frame) => childrenOf(editor, frame.id))
    .filter((child) => isFixed(child) && partOf(child) !== 'stripe' && inRow(child))
  const aside = grid.aside.filter(
    (shape) => partOf(shape) !== 'stripe' && isBetween(editor, shape, 'y', top + from, top + to),
  )
  const moving = pageShapesIn(editor, grid)
  editor.deleteShapes([...gone, ...aside].map(({ id }) => id))
  for (const frame of grid.frames) {
    shiftRows(editor, frame, to, -row.size)
    resize(editor, frame, -row.size)
  }
  const left = moving.filter((shape) => editor.getShape(shape.id) !== undefined && shape.y >= top + to - 1)
  editor.store.put(left.map((shape) => ({ ...shape, y: shape.y - row.size })))
  moveBeyond(editor, grid, { axis: 'y', from: bottom, by: -row.size }, new Set([...moving, ...own].map(({ id }) => id)))
  restripe(editor, grid)
  return own.length
}

/** A grid has a row at least, and a curve a row to lie on. */
export function mayRemoveRow(editor: Editor, grid: Grid, row: GridLine): boolean {
  const { top } = boxOfGrid(grid)
  const hasCurve = curvesOf(editor, grid).some(({ y }) => y - top >= row.start && y - top < row.start + row.size)
  return grid.rows.length > 1 && !hasCurve
}

/** `lane` of `column/lane`, or the key itself. */
export const rowKeyOf = (shape: TLShape): string => (metaOf(shape).cell ?? '').split('/').at(-1) ?? ''

/** What of a grid lies on the page itself: names of rows, and a curve. */
const pageShapesIn = (editor: Editor, grid: Grid): TLShape[] => [
  ...grid.aside.filter((shape) => partOf(shape) !== 'stripe'),
  ...(curvesOf(editor, grid) as unknown as TLShape[]),
]

/** Background first: by then names say where rows begin, and notes find their cell. */
function shiftRows(editor: Editor, frame: TLFrameShape, from: number, by: number): void {
  const below = childrenOf(editor, frame.id).filter(
    (child) => partOf(child) !== 'stripe' && isBetween(editor, child, 'y', from, END),
  )
  const inOrder = [...below.filter(isFixed), ...below.filter((shape) => !isFixed(shape))]
  for (const shape of inOrder) editor.store.put([{ ...shape, y: shape.y + by }])
}

function resize(editor: Editor, frame: TLFrameShape, by: number): void {
  editor.store.put([{ ...frame, props: { ...frame.props, h: frame.props.h + by } }])
  const outlines = childrenOf(editor, frame.id).filter((child) => isOutline(frame, child))
  editor.store.put(outlines.map((shape) => withSize(shape, { h: sizeOf(shape).h + by })))
}

const sizeOf = (shape: TLShape): { w: number; h: number } => shape.props as { w: number; h: number }
export const withSize = (shape: TLShape, size: { w?: number; h?: number }): TLShape =>
  ({ ...shape, props: { ...shape.props, ...size } }) as TLShape

/** The outline of a column in a grid of one frame: from its top down. */
const isOutline = (frame: TLFrameShape, shape: TLShape): boolean =>
  partOf(shape) === 'stripe' && metaOf(frame).cell === undefined && shape.y < 1 && sizeOf(shape).w < frame.props.w - 1

/** Every other row is shaded, from the first on. */
function restripe(editor: Editor, before: Grid): void {
  const grid = gridsOf(editor).find(({ id }) => id === before.id)
  if (grid === undefined) return
  for (const frame of grid.frames) {
    const stripes = childrenOf(editor, frame.id).filter(
      (child) => partOf(child) === 'stripe' && !isOutline(frame, child),
    )
    const column = metaOf(frame).cell
    const cellOf = (key: string) => (column === undefined ? key : `${column}/${key}`)
    stripe(editor, grid, stripes, 0, cellOf)
  }
  // Of the grid as it was: below a row that went, one of them lies outside it now.
  const aside = before.aside.filter((shape) => partOf(shape) === 'stripe')
  stripe(editor, grid, aside, boxOfGrid(grid).top, (key) => key)
}

function stripe(
  editor: Editor,
  { rows }: Grid,
  stripes: readonly TLShape[],
  top: number,
  cellOf: (key: string) => string,
): void {
  const [first] = stripes
  if (first === undefined) return
  const shaded = rows.filter((_, i) => i % 2 === 0)
  let index = lowestIndex(editor, first.parentId)
  const next = shaded.map(({ key, start, size }, i): TLShape => {
    const known = stripes[i]
    const place = { y: top + start, cell: cellOf(key) }
    const shape =
      known === undefined ? copied(first, place) : { ...known, y: place.y, meta: { ...known.meta, cell: place.cell } }
    // One that comes to lie under another name would cover it from where it was in the stack.
    const lowest = index
    index = getIndexBelow(index)
    return withSize({ ...shape, index: lowest }, { h: size })
  })
  editor.store.put(next)
  const spare: TLShapeId[] = stripes.slice(shaded.length).map(({ id }) => id)
  editor.deleteShapes(spare)
}
