import type { Locale } from '@samtavle/shared/locale'

/** Each language by its own name, so that it is found by those who read no other. */
export const LANGUAGES: readonly { value: Locale; label: string; lang: string }[] = [
  { value: 'da', label: 'Dansk', lang: 'da' },
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'nb', label: 'Norsk bokmål', lang: 'nb' },
]
