import type { AssetType } from './board-asset.ts'
import type { BoardRecord } from './board-doc.ts'
import type { Locale } from './locale.ts'

/**
 * A whole board as one JSON file, which becomes an equal board again. What a later version adds or changes gets another
 * number; a reader refuses numbers that it does not know. Pure: the pages that only open such a file need no editor.
 */
export const BACKUP_FORMAT = 'samtavle-board'
/** Files of version 1 hold no pictures. */
export const BACKUP_VERSIONS = [1, 2] as const
/** Size of what can be imported without its pictures, in bytes. */
export const BACKUP_BYTES_MAX = 20 * 1024 * 1024
export const BACKUP_RECORDS_MAX = 20_000
/** All pictures of a file together, in bytes as they are kept. */
export const BACKUP_PICTURES_BYTES_MAX = 250 * 1024 * 1024
/** Size of a whole file, in bytes: its pictures take four letters for three bytes. */
export const BACKUP_FILE_BYTES_MAX = 360 * 1024 * 1024

/** The versions of the canvas's record types that the records follow, so that later releases can migrate them. */
export type BackupSchema = { schemaVersion: 2; sequences: Record<string, number> }

export type BoardBackup = {
  format: typeof BACKUP_FORMAT
  version: (typeof BACKUP_VERSIONS)[number]
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

const NEWEST = Math.max(...BACKUP_VERSIONS)
const byId = (a: BoardRecord, b: BoardRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The text of a file without pictures. */
export const writeBackup = (backup: Omit<BoardBackup, 'format' | 'version'>): string => `${beginning(backup, 1)}}\n`

/**
 * The file's text around its pictures, which are a line each with commas between them: one record a line too and in the
 * order of ids, so that two backups can be compared line by line, and a picture can be found without reading the others.
 */
export function writeBackupAround(backup: Omit<BoardBackup, 'format' | 'version'>): { before: string; after: string } {
  return { before: `${beginning(backup, 2)},"pictures":[\n`, after: '\n]}\n' }
}

function beginning(backup: Omit<BoardBackup, 'format' | 'version'>, version: BoardBackup['version']): string {
  const { records, title, locale, templateId, exportedAt, schema } = backup
  const head = { format: BACKUP_FORMAT, version, title, locale, templateId, exportedAt, schema }
  const lines = [...records].sort(byId).map((record) => JSON.stringify(record))
  return `${JSON.stringify(head).slice(0, -1)},"records":[\n${lines.join(',\n')}\n]`
}

/** A picture of a file: `id` is the SHA-256 of what `data` is in base64. */
export type BackupPicture = { id: string; type: AssetType; data: string }

/** What stands before a picture's data on its line, and after it. */
export function pictureLine({ id, type }: Omit<BackupPicture, 'data'>): { before: string; after: string } {
  return { before: `{"id":"${id}","type":"${type}","data":"`, after: '"}' }
}

/** Length of what stands before a picture's data, at most. */
export const PICTURE_LINE_START_MAX = 128
const LINE_START = /^\{"id":"([0-9a-f]{64})","type":"image\/[a-z]{1,10}","data":"/

/** The picture whose line begins like this, and where its data begins; undefined for any other line. */
export function pictureOnLine(start: string): { id: string; at: number } | undefined {
  const [all, id] = LINE_START.exec(start) ?? []
  return all === undefined || id === undefined ? undefined : { id, at: all.length }
}

/** Can a file be imported that takes so much without its pictures? */
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
  if (typeof version === 'number' && version > NEWEST) return { ok: false, reason: 'newer' }
  const known =
    BACKUP_VERSIONS.some((one) => one === version) &&
    typeof title === 'string' &&
    typeof exportedAt === 'string' &&
    !Number.isNaN(Date.parse(exportedAt)) &&
    Array.isArray(records)
  return known ? { ok: true, backup: value as BoardBackup } : { ok: false, reason: 'not-a-backup' }
}
