import { isLocale, LOCALES, type Locale } from '@samtavle/shared/locale'

const KEY = 'samtavle.locale'

/** Norwegian comes as `no`, `nb` or `nn`; all of them are served with bokmål. */
function toLocale(tag: string): Locale | undefined {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  if (language === 'no' || language === 'nn') return 'nb'
  return isLocale(language) ? language : undefined
}

/** The first of the browser's languages that the product speaks; Danish when there is none. Pure. */
export function pickLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const locale = toLocale(tag)
    if (locale !== undefined) return locale
  }
  return LOCALES[0]
}

/** The language chosen earlier on this device. */
export function rememberedLocale(): Locale | undefined {
  try {
    const value = localStorage.getItem(KEY)
    return isLocale(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Storage may be forbidden by the browser; then the choice lasts as long as the page. */
export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale)
  } catch {
    // Nothing to do: the language is shown all the same.
  }
}
