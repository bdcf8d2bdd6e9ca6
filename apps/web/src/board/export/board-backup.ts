import type { BoardSummary } from '@samtavle/shared/api'
import { assetsShown } from '@samtavle/shared/board-asset'
import { type BackupSchema, fitsImport, writeBackup } from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { TLStore } from '@tldraw/tldraw'

/** Every record of the document as the canvas holds it; nothing of this person's session. */
export function documentRecords(store: TLStore): BoardRecord[] {
  return Object.values(store.serialize('document')) as unknown as BoardRecord[]
}

/**
 * The backup of an open board. `restorable` is false for one too large to be imported again; `pictures` are named in it,
 * not held by it.
 */
export function boardBackup(
  board: Pick<BoardSummary, 'title' | 'locale' | 'templateId'>,
  store: TLStore,
  now: Date,
): { text: string; restorable: boolean; pictures: number } {
  const records = documentRecords(store)
  const { title, locale, templateId } = board
  const schema = store.schema.serialize() as BackupSchema
  const text = writeBackup({ title, locale, templateId, exportedAt: now.toISOString(), schema, records })
  const bytes = new TextEncoder().encode(text).byteLength
  const restorable = fitsImport({ bytes, records: records.length })
  return { text, restorable, pictures: assetsShown(records).size }
}
