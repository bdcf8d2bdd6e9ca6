import { metaOf } from '@samtavle/shared/board-meta'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import type { Editor, TLFrameShape, TLShape } from '@tldraw/tldraw'
import { isNote } from './board-meta.ts'

export type Place = { section?: string; cell?: string }

export const isSection = (shape: TLShape | undefined): shape is TLFrameShape =>
  shape?.type === 'frame' && metaOf(shape).section !== undefined

/** Deeper than anybody nests; a ring of parents, which two people's edits can make, is no way without end. */
const DEEPEST = 64

/** The shape itself, which need not be in the store yet, what it stands in, and so on up to the page. */
export function* lineage(editor: Pick<Editor, 'getShape'>, shape: TLShape): Generator<TLShape> {
  let next: TLShape | undefined = shape
  for (let depth = 0; next !== undefined && depth < DEEPEST; depth++) {
    yield next
    next = editor.getShape(next.parentId as TLShape['id'])
  }
}

/** The section that a shape is or stands in. */
export function sectionOf(editor: Editor, shape: TLShape): TLFrameShape | undefined {
  for (const above of lineage(editor, shape)) if (isSection(above)) return above
  return undefined
}

/** The section that a shape's parent says, and the cell of its grid that the shape's middle lies in. */
export function placeOf(editor: Editor, shape: TLShape): Place {
  const parent = editor.getShape(shape.parentId as TLShape['id'])
  const frame = parent && sectionOf(editor, parent)
  const section = frame && metaOf(frame).section
  if (frame === undefined || section === undefined) return {}
  if (shape.parentId !== frame.id) return { section }
  const { w, h } = sizeOf(shape)
  const cell = cellAt(editor, frame, { x: shape.x + w / 2, y: shape.y + h / 2 })
  return cell === undefined ? { section } : { section, cell }
}

/** Size of a shape that may not be in the store yet, before rotation; a point where its props have none. */
function sizeOf(shape: TLShape): { w: number; h: number } {
  if (isNote(shape)) return { w: NOTE_SIZE * shape.props.scale, h: (NOTE_SIZE + shape.props.growY) * shape.props.scale }
  const { w, h } = shape.props as { w?: unknown; h?: unknown }
  return { w: typeof w === 'number' ? w : 0, h: typeof h === 'number' ? h : 0 }
}

/**
 * A grid is drawn with the names of its lanes and columns, and they say where lanes and columns begin. With a frame per
 * column the names of the lanes carry the whole cell; in a grid of one frame, column and lane are named apart.
 */
function cellAt(editor: Editor, frame: TLFrameShape, point: { x: number; y: number }): string | undefined {
  const labels = editor
    .getSortedChildIdsForParent(frame.id)
    .map((id) => editor.getShape(id))
    .filter((child): child is TLShape => child !== undefined)
  const lane = last(labels, 'lane', (label) => label.y - 28 <= point.y, 'y')
  if (lane === undefined || lane.includes('/')) return lane
  const column = last(labels, 'heading', (label) => label.x - 30 <= point.x, 'x')
  return column === undefined ? undefined : `${column}/${lane}`
}

function last(
  labels: readonly TLShape[],
  part: string,
  begins: (label: TLShape) => boolean,
  axis: 'x' | 'y',
): string | undefined {
  let best: TLShape | undefined
  for (const label of labels) {
    const meta = metaOf(label)
    if (meta.part !== part || meta.cell === undefined || !begins(label)) continue
    if (best === undefined || label[axis] > best[axis]) best = label
  }
  return best && metaOf(best).cell
}
