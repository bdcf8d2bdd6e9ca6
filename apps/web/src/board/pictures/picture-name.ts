/** Letters that end lines, that are not there, or that turn the reading direction around (`gpj.exe`). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const LENGTH_MAX = 120

/** What a file is called on the board and in messages: never a path, one line, not too long. Empty when nothing is left. */
export function pictureName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  const seen = last.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
  const name = /^\.+$/.test(seen) ? '' : seen
  return [...name].slice(0, LENGTH_MAX).join('')
}
