import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import {
  Box,
  type Editor,
  getIndicesAbove,
  type TLFrameShape,
  type TLParentId,
  type TLRecord,
  type TLShape,
  uniqueId,
} from '@tldraw/tldraw'
import { mayTouch } from '../background-lock.ts'
import { putAsItIs } from '../board-rules.ts'
import { roomOn } from '../draft-notes.ts'
import { showBox } from '../first-view.ts'
import { isSection } from '../section-place.ts'
import { freePlace } from './free-place.ts'
import { orderBefore } from './order-before.ts'
import { placedPart, templatePart } from './template-part.ts'

/** Why nothing was written: somebody took the right to write away, or there is no room for so much. */
export type Inserted = 'done' | 'read-only' | 'no-room'

/**
 * Puts a template on the board, right of what lies there and after it in reading order, and shows it. One undo takes
 * all of it back.
 * @param records as the server makes them of the template
 * @throws when the canvas does not know records of this kind; nothing is written then
 */
export function insertTemplate(editor: Editor, template: string, records: readonly BoardRecord[]): Inserted {
  if (editor.getIsReadonly()) return 'read-only'
  const part = templatePart(records, uniqueId)
  const shapes = part.top.length + part.inside.filter(({ typeName }) => typeName === 'shape').length
  const pageId = editor.getCurrentPageId()
  const onPage = childrenOf(editor, pageId)
  const sections = onPage.filter(isSection)
  const at = freePlace(boxesOf(editor, onPage), boxesOf(editor, sections), part.area)
  if (roomOn(editor) < shapes || at === undefined) return 'no-room'
  const where = onPage.length === 0 ? part.area : at
  const indices = getIndicesAbove(editor.getHighestIndexForParent(pageId), part.top.length)
  const { before, order } = framesBefore(editor)
  const placed = placedPart(part, { pageId, at: where, indices, order, template })
  editor.markHistoryStoppingPoint('insert template')
  putAsItIs(editor, () => {
    editor.run(() => {
      if (before.length > 0) editor.store.put(before)
      editor.store.put(placed as unknown as TLRecord[])
      if (!editor.isIn('select.idle')) editor.setCurrentTool('select')
      editor.selectNone()
    })
  })
  editor.markHistoryStoppingPoint('template inserted')
  showBox(editor, new Box(where.x, where.y, part.area.w, part.area.h))
  return 'done'
}

const childrenOf = (editor: Editor, id: TLParentId): TLShape[] =>
  editor
    .getSortedChildIdsForParent(id)
    .map((child) => editor.getShape(child))
    .filter((shape) => shape !== undefined)

const boxesOf = (editor: Editor, shapes: readonly TLShape[]): Box[] =>
  shapes.map((shape) => editor.getShapePageBounds(shape)).filter((box) => box !== undefined)

/** The frames that get a place in the reading order, and the place of what comes after them. */
function framesBefore(editor: Editor): { before: TLFrameShape[]; order: number } {
  const sheets = editor
    .getCurrentPageShapes()
    .filter((shape): shape is TLFrameShape => shape.type === 'frame')
    .map((frame) => ({
      id: frame.id,
      frame,
      box: editor.getShapePageBounds(frame) ?? new Box(),
      order: metaOf(frame).order,
    }))
  const { orders, next } = orderBefore(sheets)
  const before = sheets.flatMap(({ frame }) => {
    const order = orders.get(frame.id)
    const isFree = order !== undefined && mayTouch(editor, frame) && !editor.isShapeOrAncestorLocked(frame)
    return isFree ? [{ ...frame, meta: { ...frame.meta, order } }] : []
  })
  return { before, order: next }
}
