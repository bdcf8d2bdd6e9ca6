/** The product's languages, the first being the one that wins when nothing else decides. */
export const LOCALES = ['da', 'en', 'nb'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in every language of the product. */
export type Localised = Readonly<Record<Locale, string>>

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value)
}

/** What words say in a language, or in the first other one in which they say something. */
export function saidIn(locale: Locale, words: Localised): string {
  return [locale, ...LOCALES].map((one) => words[one]).find((said) => said !== '') ?? ''
}

/** What says nothing in any language. */
export const NO_WORDS: Localised = { da: '', en: '', nb: '' }

/** False for words that are empty in every language. */
export const saysSomething = (words: Localised): boolean => LOCALES.some((locale) => words[locale] !== '')

/** Words in every language: an empty one says what the first of the others says. */
export function filledWords(value: Localised): Localised {
  return { da: saidIn('da', value), en: saidIn('en', value), nb: saidIn('nb', value) }
}
