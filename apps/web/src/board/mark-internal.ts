import { metaOf } from '@samtavle/shared/board-meta'
import type { Editor, TLNoteShape } from '@tldraw/tldraw'
import { mayTouch } from './background-lock.ts'

export const areInternal = (notes: readonly TLNoteShape[]): boolean =>
  notes.every((note) => metaOf(note).internal === true)

/** Makes notes internal, which keeps them out of every snapshot; when all of them are, they may be shown again. */
export function toggleInternal(editor: Editor, notes: readonly TLNoteShape[]): void {
  const mine = notes.filter((note) => mayTouch(editor, note))
  if (editor.getIsReadonly() || mine.length === 0) return
  const isInternal = !areInternal(mine)
  editor.markHistoryStoppingPoint('mark internal')
  editor.run(() => {
    editor.store.put(
      mine.map((note) => {
        const { internal: _internal, ...meta } = note.meta
        return { ...note, meta: isInternal ? { ...meta, internal: true } : meta }
      }),
    )
  })
  editor.markHistoryStoppingPoint('internal marked')
}
