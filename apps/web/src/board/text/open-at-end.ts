import type { Editor, TLEventMap, TLShapeId } from '@tldraw/tldraw'

/**
 * A text opens with the caret behind its last word, or where one clicked. tldraw would select all of it: the next
 * letter would then replace the words, also those that somebody else is writing in it.
 */
export function openTextsAtEnd(editor: Editor): void {
  const emit = editor.emit.bind(editor)
  const hasText = (id: TLShapeId) => 'richText' in (editor.getShape(id)?.props ?? {})
  editor.emit = (name, ...args) => {
    if (name === 'select-all-text' && hasText((args as TLEventMap['select-all-text'])[0].shapeId)) return false
    return emit(name, ...args)
  }
}
