/** Longest title of a board, in UTF-16 units. */
export const BOARD_TITLE_MAX = 120

/** A title that fits: cut between characters, never inside one that takes two units, and it says that words are missing. */
export function fitTitle(title: string): string {
  const whole = title.trim()
  if (whole.length <= BOARD_TITLE_MAX) return whole
  let short = ''
  for (const character of whole) {
    if (short.length + character.length > BOARD_TITLE_MAX - 1) break
    short += character
  }
  return `${short.trimEnd()}…`
}
