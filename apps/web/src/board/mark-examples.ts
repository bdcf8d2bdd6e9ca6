import type { Editor, TLNoteShape } from '@tldraw/tldraw'

/** Makes notes examples, which come along in a template and leave with one action, or ordinary notes again. */
export function markExamples(editor: Editor, notes: readonly TLNoteShape[], isExample: boolean): void {
  if (editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('mark examples')
  editor.run(() => {
    editor.store.put(
      notes.map((note) => {
        const { example: _example, ...meta } = note.meta
        return { ...note, meta: isExample ? { ...meta, example: true } : meta }
      }),
    )
  })
  editor.markHistoryStoppingPoint('examples marked')
}
