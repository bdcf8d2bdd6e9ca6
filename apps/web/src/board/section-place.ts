import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { boxOf, MEASURED_MAX } from '@samtavle/shared/picture-geometry'
import { type Cell, placeWords, SectionCells } from '@samtavle/shared/section-cells'
import type { Editor, TLFrameShape, TLShape } from '@tldraw/tldraw'

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
  const { w, h } = boxOf(shape as unknown as BoardRecord, MEASURED_MAX)
  const cell = cellsOf(editor, frame).at({ x: shape.x + w / 2, y: shape.y + h / 2 })
  return cell === undefined ? { frame } : { frame, cell }
}

/** Where a shape lies, in words; empty for what lies in no section. */
export function placeInWords(editor: Editor, shape: TLShape): string {
  const { frame, cell } = placeOf(editor, shape)
  return frame === undefined ? '' : placeWords(frame, frame.props.name, cell)
}

/** The cells of a section by what is drawn in it. */
export function cellsOf(editor: Editor, frame: TLFrameShape): SectionCells {
  const children = editor.getSortedChildIdsForParent(frame.id).flatMap((id) => editor.getShape(id) ?? [])
  return new SectionCells(frame, children)
}
