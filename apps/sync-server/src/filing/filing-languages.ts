import type { Locale } from '@samtavle/shared/locale'
import type { FilingWords } from './filing-words.ts'
import { DANISH_FILING } from './filing-words-da.ts'
import { ENGLISH_FILING } from './filing-words-en.ts'
import { NORWEGIAN_FILING } from './filing-words-nb.ts'

/** How a language is called in a file. */
export const LANGUAGE_TAGS: Record<Locale, string> = { da: 'da-DK', en: 'en-GB', nb: 'nb-NO' }

const WORDS: Record<Locale, FilingWords> = { da: DANISH_FILING, en: ENGLISH_FILING, nb: NORWEGIAN_FILING }

export const filingWordsIn = (locale: Locale): FilingWords => WORDS[locale]
