import type { BoardRecord } from './board-doc.ts'
import type { Locale } from './locale.ts'

/**
 * A whole board as one JSON file, which becomes an equal board again. What a later version adds or changes gets another
 * number; a reader refuses numbers that it does not know. Pure: the pages that only open such a file need no editor.
 */
export const BACKUP_FORMAT = 'samtavle-board'
export const BACKUP_VERSION = 1
/** Size of a file that can be imported, in bytes. */
export const BACKUP_BYTES_MAX = 20 * 1024 * 1024
export const BACKUP_RECORDS_MAX = 20_000

/** The versions of the canvas's record types that the records follow, so that later releases can migrate them. */
export type BackupSchema = { schemaVersion: 2; sequences: Record<string, number> }

export type BoardBackup = {
  format: typeof BACKUP_FORMAT
  version: typeof BACKUP_VERSION
  title: string
  locale: Locale
  /** The template that the board was made from. */
  templateId: string | null
  /** ISO 8601. */
  exportedAt: string
  schema: BackupSchema
  /** Every record of the document; nothing of anybody's session, and nothing of who may see the board. */
  records: readonly BoardRecord[]
}

const byId = (a: BoardRecord, b: BoardRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The file's text: one record a line and in the order of ids, so that two backups can be compared line by line. */
export function writeBackup(backup: Omit<BoardBackup, 'format' | 'version'>): string {
  const { records, title, locale, templateId, exportedAt, schema } = backup
  const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, title, locale, templateId, exportedAt, schema }
  const lines = [...records].sort(byId).map((record) => JSON.stringify(record))
  return `${JSON.stringify(head).slice(0, -1)},"records":[\n${lines.join(',\n')}\n]}\n`
}

/** Can a file of this size be imported? */
export function fitsImport(size: { bytes: number; records: number }): boolean {
  return size.bytes <= BACKUP_BYTES_MAX && size.records <= BACKUP_RECORDS_MAX
}

export type OpenedBackup = { ok: true; backup: BoardBackup } | { ok: false; reason: 'not-a-backup' | 'newer' }

/**
 * What a file says it is, told before it is sent. Looks at its head only: whether the records can lie on a board is
 * the server's to decide.
 */
export function openBackup(text: string): OpenedBackup {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'not-a-backup' }
  }
  if (typeof value !== 'object' || value === null) return { ok: false, reason: 'not-a-backup' }
  const { format, version, title, records, exportedAt } = value as Record<string, unknown>
  if (format !== BACKUP_FORMAT) return { ok: false, reason: 'not-a-backup' }
  if (typeof version === 'number' && version > BACKUP_VERSION) return { ok: false, reason: 'newer' }
  const known =
    version === BACKUP_VERSION &&
    typeof title === 'string' &&
    typeof exportedAt === 'string' &&
    !Number.isNaN(Date.parse(exportedAt)) &&
    Array.isArray(records)
  return known ? { ok: true, backup: value as BoardBackup } : { ok: false, reason: 'not-a-backup' }
}
