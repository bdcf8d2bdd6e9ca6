import type { Locale } from '@samtavle/shared/locale'

/** Longest title of a board, in UTF-16 units, as `titleSchema` counts. */
const TITLE_MAX = 120

const PREFIX: Record<Locale, string> = { da: 'Kopi af ', en: 'Copy of ', nb: 'Kopi av ' }

/** What a copy is called when nobody says otherwise, in the language of the person who copies. */
export function copyTitle(title: string, locale: Locale): string {
  const whole = PREFIX[locale] + title
  if (whole.length <= TITLE_MAX) return whole
  // Cut between characters, never inside one that takes two units, and say that something is missing.
  let short = ''
  for (const character of whole) {
    if (short.length + character.length > TITLE_MAX - 1) break
    short += character
  }
  return `${short.trimEnd()}…`
}
