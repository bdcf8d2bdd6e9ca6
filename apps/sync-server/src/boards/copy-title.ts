import { fitTitle } from '@samtavle/shared/board-title'
import type { Locale } from '@samtavle/shared/locale'

const PREFIX: Record<Locale, string> = { da: 'Kopi af ', en: 'Copy of ', nb: 'Kopi av ' }

/** What a copy is called when nobody says otherwise, in the language of the person who copies. */
export function copyTitle(title: string, locale: Locale): string {
  return fitTitle(PREFIX[locale] + title)
}
