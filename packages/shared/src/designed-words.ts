import { metaOf } from './board-meta.ts'
import { LOCALES, type Locale, type Localised, NO_WORDS } from './locale.ts'
import { wordsOn } from './shape-words.ts'

type Shape = { type?: unknown; props?: object | undefined; meta?: object | undefined }

/** What `meta.words` of a shape says, where it is what it should be: any peer may have written it. */
export function wordsOfMeta(shape: Shape): Localised | undefined {
  const { words } = metaOf(shape)
  if (typeof words !== 'object' || words === null) return undefined
  return LOCALES.every((locale) => typeof words[locale] === 'string') ? words : undefined
}

/**
 * What a heading or a section says in each language, empty where it borrows from another. What the board shows in its
 * own language wins over what was typed before, unless these are the words of another language.
 */
export function designedWords(shape: Shape, locale: Locale): Localised {
  const words = wordsOfMeta(shape) ?? NO_WORDS
  const shown = wordsOn(shape)
  if (shown === '' || LOCALES.some((one) => words[one] === shown)) return words
  return { ...words, [locale]: shown }
}
