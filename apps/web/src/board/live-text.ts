import type { Editor } from '@tldraw/tldraw'

/**
 * Brings the text editor that is open on a shape to a text that somebody else had a part in, as one change of what
 * differs: the caret stays where it is in the words. False when no editor is open on that shape, or the text is not of
 * its kind.
 */
export function showRichText(editor: Editor, shapeId: string, richText: unknown): boolean {
  const textEditor = editor.getRichTextEditor()
  if (textEditor === null || textEditor.isDestroyed || editor.getEditingShapeId() !== shapeId) return false
  const { state, view } = textEditor
  // While one shape's editor closes and the next one's opens, the last one is still at hand.
  if (view.dom.closest('[data-shape-id]')?.getAttribute('data-shape-id') !== shapeId) return false
  let next: typeof state.doc
  try {
    next = state.schema.nodeFromJSON(richText)
    next.check()
  } catch {
    return false
  }
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || end === null) return true
  // In repeated letters both searches may pass each other.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const change = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap))
  view.dispatch(change.setMeta('addToHistory', false))
  return true
}
