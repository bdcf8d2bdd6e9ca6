import type { Locale, Localised } from './locale.ts'

const EXAMPLE: Localised = { da: 'Eksempel', en: 'Example', nb: 'Eksempel' }

/** The mark of an example, on the note and in what is read aloud. */
export function exampleWord(locale: Locale): string {
  return EXAMPLE[locale]
}
