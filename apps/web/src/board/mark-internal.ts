import type { Editor, TLNoteShape } from '@tldraw/tldraw'

/** Makes notes internal, which keeps them out of every snapshot, or lets them be shown again. */
export function markInternal(editor: Editor, notes: readonly TLNoteShape[], isInternal: boolean): void {
  if (editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('mark internal')
  editor.run(() => {
    editor.store.put(
      notes.map((note) => {
        const { internal: _internal, ...meta } = note.meta
        return { ...note, meta: isInternal ? { ...meta, internal: true } : meta }
      }),
    )
  })
  editor.markHistoryStoppingPoint('internal marked')
}
