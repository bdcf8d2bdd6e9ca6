import { BACKUP_BYTES_MAX, type BoardBackup, openBackup } from '@samtavle/shared/board-backup'
import { fitTitle } from '@samtavle/shared/board-title'
import type { Locale } from '@samtavle/shared/locale'
import type { TldrLeftOut } from './tldr-shapes.ts'

/** What is known of the chosen file before it is sent. `leftOut` is there for files of tldraw's. */
export type OpenedFile =
  | { backup: BoardBackup; leftOut?: TldrLeftOut }
  | { error: 'importUnreadable' | 'importNotBackup' | 'importNewer' | 'importTooLarge' | TldrError }

type TldrError = 'importOldTldr' | 'importNewTldr' | 'importDamagedTldr' | 'importEmptyTldr' | 'importTooMuchTldr'

/** Larger than a backup may be, because pictures lie in it. */
const TLDR_BYTES_MAX = 64 * 1024 * 1024

/** Reads a backup of ours or a file of tldraw's, whichever it is. Never rejects. */
export async function openBoardFile(file: File, locale: Locale): Promise<OpenedFile> {
  const isTldr = /\.tldr$/i.test(file.name)
  if (file.size > (isTldr ? TLDR_BYTES_MAX : BACKUP_BYTES_MAX)) {
    return { error: isTldr ? 'importTooMuchTldr' : 'importTooLarge' }
  }
  let text: string
  try {
    text = await file.text()
  } catch {
    return { error: 'importUnreadable' }
  }
  const opened = openBackup(text)
  if (opened.ok && !isTldr) return { backup: opened.backup }
  if (!opened.ok && opened.reason === 'newer') return { error: 'importNewer' }
  // tldraw's own steps are fetched only for its files.
  return text.includes('"tldrawFileFormatVersion"') || isTldr
    ? await openTldrFile(text, file.name, locale)
    : { error: 'importNotBackup' }
}

async function openTldrFile(text: string, name: string, locale: Locale): Promise<OpenedFile> {
  const { openTldr } = await import('./tldr-file.ts')
  const title = titleOf(name)
  const opened = openTldr(text, { title, locale, now: new Date() })
  if (opened.ok) return { backup: opened.backup, leftOut: opened.leftOut }
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
