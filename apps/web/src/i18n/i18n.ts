import { isLocale, type Locale } from '@samtavle/shared/locale'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { pickLocale, rememberedLocale, rememberLocale } from './locale-choice.ts'
import type { Texts } from './translated.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Texts
    keySeparator: false
    returnNull: false
  }
}

/** One file per language: a page loads only the one it shows. */
const LOADERS: Record<Locale, () => Promise<{ texts: { [area: string]: { readonly [key: string]: string } } }>> = {
  da: () => import('./da/texts.ts'),
  en: () => import('./en/texts.ts'),
  nb: () => import('./nb/texts.ts'),
}

async function load(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'common')) return
  const { texts } = await LOADERS[locale]()
  for (const [area, words] of Object.entries(texts)) i18next.addResourceBundle(locale, area, words)
}

function applyToDocument(locale: Locale): void {
  document.documentElement.lang = locale
}

/** Starts translation in the language remembered on this device, else the browser's, else Danish. */
export async function startI18n(): Promise<i18n> {
  const locale = rememberedLocale() ?? pickLocale(navigator.languages)
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    keySeparator: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: 'languageChanged' },
    returnNull: false,
  })
  await load(locale)
  // The texts came after the start; saying the language once more lets everything read them.
  await i18next.changeLanguage(locale)
  applyToDocument(locale)
  return i18next
}

/** Shows the app in this language and remembers it on this device. */
export async function showLocale(locale: Locale): Promise<void> {
  await load(locale)
  rememberLocale(locale)
  if (i18next.language !== locale) await i18next.changeLanguage(locale)
  applyToDocument(locale)
}

/** The language that is on screen. */
export function shownLocale(language: string): Locale {
  return isLocale(language) ? language : 'da'
}

/** The language of the page, for what knows no React. */
export const localeHere = (): Locale => shownLocale(i18next.language)
