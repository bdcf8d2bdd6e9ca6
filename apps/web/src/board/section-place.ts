import { metaOf } from '@samtavle/shared/board-meta'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { type Cell, placeWords, SectionCells } from '@samtavle/shared/section-cells'
import type { Editor, TLFrameShape, TLShape } from '@tldraw/tldraw'
import { isNote } from './board-meta.ts'

export type Place = { frame?: TLFrameShape; cell?: Cell }

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

/** The section that a shape stands in, and the cell of it that the shape's middle lies in. */
export function placeOf(editor: Editor, shape: TLShape): Place {
  const parent = editor.getShape(shape.parentId as TLShape['id'])
  const frame = parent && sectionOf(editor, parent)
  if (frame === undefined) return {}
  if (shape.parentId !== frame.id) return { frame }
  const { w, h } = sizeOf(shape)
  const cell = cellsOf(editor, frame).at({ x: shape.x + w / 2, y: shape.y + h / 2 })
  return cell === undefined ? { frame } : { frame, cell }
}

/** Where a shape lies, in words; empty for what lies in no section. */
export function placeInWords(editor: Editor, shape: TLShape): string {
  const { frame, cell } = placeOf(editor, shape)
  return frame === undefined ? '' : placeWords(frame, frame.props.name, cell)
}

/** Size of a shape that may not be in the store yet, before rotation; a point where its props have none. */
function sizeOf(shape: TLShape): { w: number; h: number } {
  if (isNote(shape)) return { w: NOTE_SIZE * shape.props.scale, h: (NOTE_SIZE + shape.props.growY) * shape.props.scale }
  const { w, h } = shape.props as { w?: unknown; h?: unknown }
  return { w: typeof w === 'number' ? w : 0, h: typeof h === 'number' ? h : 0 }
}

/** The cells of a section by what is drawn in it. */
export function cellsOf(editor: Editor, frame: TLFrameShape): SectionCells {
  const children = editor.getSortedChildIdsForParent(frame.id).flatMap((id) => editor.getShape(id) ?? [])
  return new SectionCells(frame, children)
}
