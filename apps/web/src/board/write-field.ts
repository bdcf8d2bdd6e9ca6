import { metaOf } from '@samtavle/shared/board-meta'
import type { Editor, TLGeoShape, TLShape, VecLike } from '@tldraw/tldraw'
import { bringIntoView } from './write-note.ts'

/** Parts of a template whose words people change. */
const FIELDS = new Set(['field', 'text', 'option'])

/**
 * The topmost field of a template at a point of the page. An empty field has no filling, so that tldraw does not find it
 * by itself: it can be pressed without being dragged.
 */
export function fieldAt(editor: Editor, point: VecLike): TLGeoShape | undefined {
  const isFree = (shape: TLShape): shape is TLGeoShape => isField(shape) && !editor.isShapeOrAncestorLocked(shape)
  return editor.getShapesAtPoint(point, { hitInside: true }).find(isFree)
}

/** Opens a field for writing, close enough to read. */
export function writeInField(editor: Editor, field: TLGeoShape): void {
  const bounds = editor.getShapePageBounds(field)
  if (editor.getIsReadonly() || bounds === undefined) return
  editor.markHistoryStoppingPoint('write in a field')
  editor.select(field.id)
  bringIntoView(editor, bounds)
  editor.setEditingShape(field.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: field })
}

function isField(shape: TLShape): shape is TLGeoShape {
  return shape.type === 'geo' && FIELDS.has(metaOf(shape).part ?? '')
}
