import type { BoardSummary } from '@samtavle/shared/api'
import {
  type BackupPicture,
  type BackupSchema,
  fitsImport,
  pictureLine,
  writeBackup,
  writeBackupAround,
} from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { TLStore } from '@tldraw/tldraw'

/** Every record of the document as the canvas holds it; nothing of this person's session. */
export function documentRecords(store: TLStore): BoardRecord[] {
  return Object.values(store.serialize('document')) as unknown as BoardRecord[]
}

/** The pictures of a backup in the making, each a line of the file. None of them stays in this page's own memory. */
export class BackupPictures {
  readonly #lines: Blob[] = []

  readonly add = (picture: BackupPicture): void => {
    const { before, after } = pictureLine(picture)
    this.#lines.push(new Blob([this.#lines.length === 0 ? '' : ',\n', before, picture.data, after]))
  }

  get lines(): readonly Blob[] {
    return this.#lines
  }
}

/**
 * The backup of an open board.
 * @param held its records, those of which `pictures` were gathered
 * @returns `restorable` is false for one too large to be imported again
 */
export function boardBackup(
  board: Pick<BoardSummary, 'title' | 'locale' | 'templateId'>,
  { records, schema }: { records: readonly BoardRecord[]; schema: BackupSchema },
  pictures: BackupPictures,
  now: Date,
): { content: Blob; restorable: boolean } {
  const { title, locale, templateId } = board
  const about = { title, locale, templateId, exportedAt: now.toISOString(), schema, records }
  const { before, after } =
    pictures.lines.length === 0 ? { before: writeBackup(about), after: '' } : writeBackupAround(about)
  const bytes = new Blob([before]).size
  return {
    content: new Blob([before, ...pictures.lines, after]),
    restorable: fitsImport({ bytes, records: records.length }),
  }
}
