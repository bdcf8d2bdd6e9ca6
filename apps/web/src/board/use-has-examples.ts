import { metaOf } from '@samtavle/shared/board-meta'
import { type Editor, useValue } from '@tldraw/tldraw'

/** Are there examples on the board that one action could remove? */
export function useHasExamples(editor: Editor | null): boolean {
  return useValue('has examples', () => hasExamples(editor), [editor])
}

function hasExamples(editor: Editor | null): boolean {
  return editor?.getCurrentPageShapes().some((shape) => metaOf(shape).example === true) ?? false
}
