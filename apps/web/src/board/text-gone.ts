import { createShapeId, type Editor, react, type TLShape } from '@tldraw/tldraw'

/** For this long after the note under somebody's hands is gone, their next words are not taken for shortcuts. */
const QUIET_MS = 2000

/**
 * Somebody deletes the note that I am writing in: tldraw closes the editor, and every further letter would be a
 * shortcut – N writes notes, Backspace deletes what is selected. Keys rest for a moment, and I am told.
 * @param onGone is handed the shape as it was, with what I wrote
 */
export function guardLostText(editor: Editor, onGone: (shape: TLShape) => void): () => void {
  const { body } = editor.getContainer().ownerDocument
  let quietUntil = 0
  let editing: string | null = null
  // Effects run when a transaction is over: in the midst of a deletion this still says what was being edited.
  const unfollow = react('editing shape', () => {
    editing = editor.getEditingShapeId()
  })
  const swallow = (event: KeyboardEvent) => {
    if (Date.now() >= quietUntil || event.ctrlKey || event.metaKey || event.key === 'Tab') return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const stop = editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
    if (source !== 'remote' || editing !== shape.id) return
    quietUntil = Date.now() + QUIET_MS
    onGone(shape)
  })
  const view = body.ownerDocument.defaultView ?? window
  view.addEventListener('keydown', swallow, { capture: true })
  return () => {
    unfollow()
    stop()
    view.removeEventListener('keydown', swallow, { capture: true })
  }
}

/** Puts a shape that somebody deleted on the board again, as a new one of mine, in its section if that is there. */
export function putBack(editor: Editor, shape: TLShape): void {
  if (editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('put back')
  const { index: _index, ...rest } = shape
  const isParentThere = editor.getShape(shape.parentId as TLShape['id']) !== undefined
  const parentId = isParentThere ? shape.parentId : editor.getCurrentPageId()
  const id = createShapeId()
  editor.createShape({ ...rest, id, parentId, isLocked: false })
  editor.select(id)
}
