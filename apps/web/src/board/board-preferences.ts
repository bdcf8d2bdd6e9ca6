import type { Locale } from '@samtavle/shared/locale'
import { atom, createTLUser, type TLUser, type TLUserPreferences } from '@tldraw/tldraw'

type Person = { id: string; name: string; colour: number }

/** tldraw's name for a language of ours. */
const TLDRAW_LOCALE: Record<Locale, string> = { da: 'da', en: 'en', nb: 'no' }

export type BoardPreferences = {
  user: TLUser
  /** Follows the page's language and theme. */
  follow(look: { locale: Locale; theme: 'light' | 'dark' }): void
}

/**
 * tldraw's settings of one person for as long as the board is open. Name, language and theme are the product's;
 * tldraw's own store in the browser is not used, because it mixes all boards and accounts of a device.
 */
export function createBoardPreferences(
  person: Person,
  look: { locale: Locale; theme: 'light' | 'dark' },
): BoardPreferences {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const preferences = atom<TLUserPreferences>('preferences', {
    id: person.id,
    name: person.name,
    color: `var(--presence-${person.colour})`,
    locale: TLDRAW_LOCALE[look.locale],
    colorScheme: look.theme,
    animationSpeed: still ? 0 : 1,
  })
  return {
    user: createTLUser({
      userPreferences: preferences,
      setUserPreferences: (next) => {
        const { id, name, color, locale, colorScheme } = preferences.get()
        preferences.set({
          ...next,
          id,
          name: name ?? null,
          color: color ?? null,
          locale: locale ?? null,
          colorScheme: colorScheme ?? 'light',
        })
      },
    }),
    follow: ({ locale, theme }) => {
      preferences.update((now) => ({ ...now, locale: TLDRAW_LOCALE[locale], colorScheme: theme }))
    },
  }
}
