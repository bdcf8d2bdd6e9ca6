/** The product's languages, the first being the one that wins when nothing else decides. */
export const LOCALES = ['da', 'en', 'nb'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every language of the product. */
export type Localised = Readonly<Record<Locale, string>>

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value)
}

/** What says nothing in any language. */
export const NO_WORDS: Localised = { da: '', en: '', nb: '' }

/** False for words that are empty in every language. */
export const saysSomething = (words: Localised): boolean => LOCALES.some((locale) => words[locale] !== '')
