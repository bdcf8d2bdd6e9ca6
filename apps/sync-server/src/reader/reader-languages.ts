import type { Locale } from '@samtavle/shared/locale'
import type { ReaderWords } from './reader-words.ts'
import { DANISH } from './words-da.ts'
import { ENGLISH } from './words-en.ts'
import { NORWEGIAN } from './words-nb.ts'

const WORDS: Record<Locale, ReaderWords> = { da: DANISH, en: ENGLISH, nb: NORWEGIAN }

export const wordsIn = (locale: Locale): ReaderWords => WORDS[locale]

/** The language of a page that no snapshot speaks for: the first one of ours that the browser asks for, else Danish. */
export function askedLocale(acceptLanguage: string | undefined): Locale {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',').slice(0, 20)) {
    const [language] = part.trim().split(/[-;]/u)
    if (language === 'da' || language === 'en' || language === 'nb') return language
    if (language === 'no' || language === 'nn') return 'nb'
  }
  return 'da'
}
