import { ASSET_LIMITS } from '@samtavle/shared/board-asset'

/** A picture in a file that becomes a board. Nothing of it is read before it is needed. */
export type FilePicture = {
  /** The SHA-256 that the file says its bytes have. */
  said: string | undefined
  /** Its bytes; undefined where they cannot be read, or are more than the server takes. */
  read(): Promise<Blob | undefined>
}

const LETTERS_MAX = Math.ceil(ASSET_LIMITS.bytes / 3) * 4

/** The bytes that stand in a file as base64; undefined for what is none, or is too much. */
export function pictureOf(base64: string): Blob | undefined {
  if (base64.length > LETTERS_MAX) return undefined
  try {
    const letters = atob(base64)
    const bytes = new Uint8Array(letters.length)
    for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i)
    return new Blob([bytes])
  } catch {
    return undefined
  }
}

/** The picture whose base64 begins at the start of this piece of a file, and ends with a quote. */
export async function pictureIn(piece: Blob): Promise<Blob | undefined> {
  // The quote and what ends the line.
  if (piece.size > LETTERS_MAX + 8) return undefined
  const text = await piece.text()
  return pictureOf(text.slice(0, text.indexOf('"')))
}
