import type { Locale, Localised } from './locale.ts'

const EXAMPLE: Localised = { da: 'Eksempel', en: 'Example', nb: 'Eksempel' }

/** The mark of an example, on the note and in what is read aloud. */
export function exampleWord(locale: Locale): string {
  return EXAMPLE[locale]
}

const INTERNAL: Localised = { da: 'Internt', en: 'Internal', nb: 'Internt' }

/** The mark of a note that stays out of snapshots. */
export function internalWord(locale: Locale): string {
  return INTERNAL[locale]
}
