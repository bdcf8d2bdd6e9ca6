/** The eight presence colours of `tokens.css`, by number; the pages turn a number into `--presence-<n>`. */
export const PRESENCE_COLOURS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type PresenceColour = (typeof PRESENCE_COLOURS)[number]

/** At most two capitals from a person's name, for an avatar: the first and the last word's first letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('da')
}
