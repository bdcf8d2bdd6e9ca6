import { assetsShown } from '@samtavle/shared/board-asset'
import {
  BACKUP_BYTES_MAX,
  type BoardBackup,
  openBackup,
  PICTURE_LINE_START_MAX,
  pictureOnLine,
} from '@samtavle/shared/board-backup'
import { type FilePicture, pictureIn, pictureOf } from './file-picture.ts'

/** The text of a file without the lines on which its pictures stand; those stay in the file. */
export type BackupText = { text: string; pictures: Map<string, FilePicture> }

const NEW_LINE = 10

/**
 * Reads a file line by line and never holds more of it than what is no picture.
 * @returns null when even that is too much
 */
export async function readBackupText(file: Blob): Promise<BackupText | null> {
  const pictures = new Map<string, FilePicture>()
  const rest: Uint8Array<ArrayBuffer>[] = []
  let restBytes = 0
  const line = {
    begin: 0,
    bytes: 0,
    start: new Uint8Array(0),
    picture: undefined as { id: string; at: number } | undefined,
  }
  /** Whether it is a picture's can be said once enough of a line, or all of it, is there. */
  let isKnown = false

  const keep = (piece: Uint8Array<ArrayBuffer>) => {
    rest.push(piece)
    restBytes += piece.byteLength
  }
  const judge = () => {
    isKnown = true
    line.picture = pictureOnLine(new TextDecoder('latin1').decode(line.start.subarray(0, PICTURE_LINE_START_MAX)))
    if (line.picture === undefined) keep(line.start)
  }
  const end = () => {
    if (!isKnown) judge()
    if (line.picture !== undefined) {
      const { id, at } = line.picture
      const piece = file.slice(line.begin + at, line.begin + line.bytes)
      pictures.set(id, { said: id, read: () => pictureIn(piece) })
    }
    Object.assign(line, { begin: line.begin + line.bytes, bytes: 0, start: new Uint8Array(0), picture: undefined })
    isKnown = false
  }
  const take = (piece: Uint8Array<ArrayBuffer>) => {
    line.bytes += piece.byteLength
    if (!isKnown) {
      line.start = joined(line.start, piece)
      if (line.start.byteLength >= PICTURE_LINE_START_MAX) judge()
    } else if (line.picture === undefined) keep(piece)
  }

  const reader = (file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (let at = 0; at < read.value.byteLength; ) {
      const found = read.value.indexOf(NEW_LINE, at)
      const next = found === -1 ? read.value.byteLength : found + 1
      take(read.value.subarray(at, next))
      if (found !== -1) end()
      at = next
    }
    if (restBytes > BACKUP_BYTES_MAX) {
      await reader.cancel()
      return null
    }
  }
  if (line.bytes > 0) end()
  return { text: await new Blob(rest).text(), pictures }
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (a.byteLength === 0) return b
  const both = new Uint8Array(a.byteLength + b.byteLength)
  both.set(a)
  both.set(b, a.byteLength)
  return both
}

export type OpenedBackupFile =
  | { ok: true; backup: BoardBackup; pictures: ReadonlyMap<string, FilePicture> }
  | { ok: false; reason: 'not-a-backup' | 'newer' }

/** A backup with the pictures that its board shows, wherever they stand in the file. */
export function openBackupFile({ text, pictures }: BackupText): OpenedBackupFile {
  const opened = openBackup(text)
  if (!opened.ok) return opened
  // A file that another program wrote anew has no lines: then they are in the text.
  const { pictures: written, ...backup } = opened.backup as BoardBackup & { pictures?: unknown }
  const inText = new Map<unknown, unknown>(
    (Array.isArray(written) ? written : []).map((picture: { id?: unknown; data?: unknown } | null) => [
      picture?.id,
      picture?.data,
    ]),
  )
  const shown = new Map<string, FilePicture>()
  for (const id of shownBy(backup)) {
    const data = inText.get(id)
    const picture =
      pictures.get(id) ?? (typeof data === 'string' ? { said: id, read: async () => pictureOf(data) } : undefined)
    if (picture !== undefined) shown.set(id, picture)
  }
  return { ok: true, backup, pictures: shown }
}

/** None for records that are no records: those the server refuses. */
function shownBy({ records }: BoardBackup): Set<string> {
  try {
    return assetsShown(records)
  } catch {
    return new Set()
  }
}
