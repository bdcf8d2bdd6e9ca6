import { BACKUP_FILE_BYTES_MAX, type BoardBackup } from '@samtavle/shared/board-backup'
import { fitTitle } from '@samtavle/shared/board-title'
import type { Locale } from '@samtavle/shared/locale'
import { type BackupText, openBackupFile, readBackupText } from './backup-file.ts'
import type { FilePicture } from './file-picture.ts'
import type { TldrLeftOut } from './tldr-shapes.ts'

/** A board in a file, and the pictures in it by the names that its records have for them. */
export type BoardFile = {
  backup: BoardBackup
  pictures: ReadonlyMap<string, FilePicture>
  /** There for files of tldraw's. */
  leftOut?: TldrLeftOut
}

/** What is known of the chosen file before it is sent. */
export type OpenedFile =
  | BoardFile
  | { error: 'importUnreadable' | 'importNotBackup' | 'importNewer' | 'importTooLarge' | TldrError }

type TldrError = 'importOldTldr' | 'importNewTldr' | 'importDamagedTldr' | 'importEmptyTldr' | 'importTooMuchTldr'

/** Read as a whole, pictures and all. */
const TLDR_BYTES_MAX = 64 * 1024 * 1024

/** Reads a backup of ours or a file of tldraw's, whichever it is. Never rejects. */
export async function openBoardFile(file: File, locale: Locale): Promise<OpenedFile> {
  const isTldr = /\.tldr$/i.test(file.name)
  if (file.size > (isTldr ? TLDR_BYTES_MAX : BACKUP_FILE_BYTES_MAX)) {
    return { error: isTldr ? 'importTooMuchTldr' : 'importTooLarge' }
  }
  let read: BackupText | null
  try {
    read = isTldr ? { text: await file.text(), pictures: new Map() } : await readBackupText(file)
  } catch {
    return { error: 'importUnreadable' }
  }
  if (read === null) return { error: 'importTooLarge' }
  const opened = openBackupFile(read)
  if (opened.ok && !isTldr) return opened
  if (!opened.ok && opened.reason === 'newer') return { error: 'importNewer' }
  // tldraw's own steps are fetched only for its files.
  return read.text.includes('"tldrawFileFormatVersion"') || isTldr
    ? await openTldrFile(read.text, file.name, locale)
    : { error: 'importNotBackup' }
}

async function openTldrFile(text: string, name: string, locale: Locale): Promise<OpenedFile> {
  const { openTldr } = await import('./tldr-file.ts')
  const title = titleOf(name)
  const opened = openTldr(text, { title, locale, now: new Date() })
  if (opened.ok) return opened
  const errors = {
    'not-tldr': 'importNotBackup',
    older: 'importOldTldr',
    newer: 'importNewTldr',
    damaged: 'importDamagedTldr',
    empty: 'importEmptyTldr',
    'too-large': 'importTooMuchTldr',
  } as const
  return { error: errors[opened.reason] }
}

/** The name of the file without its ending, as a board may be called. */
function titleOf(name: string): string {
  const title = name
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  return fitTitle(title) || 'tldraw'
}
