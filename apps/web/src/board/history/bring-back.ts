import type { BoardRecord } from '@samtavle/shared/board-doc'
import { createBindingId, createShapeId, type Editor, type TLRecord, type TLShapeId } from '@tldraw/tldraw'
import { putAsItIs } from '../board-rules.ts'
import { roomOn } from '../draft-notes.ts'
import { documentRecords } from '../export/board-backup.ts'
import { copyBack } from './copy-back.ts'

/** Why nothing came: I may not write now, there is no room for so much, or all of it is there as it was. */
export type BroughtBack = { outcome: 'done'; shapes: TLShapeId[] } | { outcome: 'read-only' | 'no-room' | 'nothing' }

/**
 * Puts shapes of a version back on the board, where they were. One undo takes all of it away again.
 * @param wanted a section comes with all that stood in it
 */
export function bringBack(editor: Editor, wanted: readonly string[], version: readonly BoardRecord[]): BroughtBack {
  if (editor.getIsReadonly()) return { outcome: 'read-only' }
  const present = documentRecords(editor.store)
  const newId = (kind: 'shape' | 'binding'): string => (kind === 'shape' ? createShapeId() : createBindingId())
  const records = copyBack({ wanted, version, present, newId })
  const shapes = records.filter(({ typeName }) => typeName === 'shape').map(({ id }) => id as TLShapeId)
  if (shapes.length === 0) return { outcome: 'nothing' }
  if (roomOn(editor) < shapes.length) return { outcome: 'no-room' }
  editor.markHistoryStoppingPoint('bring back')
  putAsItIs(editor, () => {
    editor.run(() => editor.store.put(records as unknown as TLRecord[]), { ignoreShapeLock: true })
  })
  editor.markHistoryStoppingPoint('brought back')
  return { outcome: 'done', shapes }
}
