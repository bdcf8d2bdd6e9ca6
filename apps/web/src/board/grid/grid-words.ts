import type { Locale, Localised } from '@samtavle/shared/locale'

export type LineKind = 'column' | 'row'

const NEW: Readonly<Record<LineKind, Localised>> = {
  column: { da: 'Ny kolonne', en: 'New column', nb: 'Ny kolonne' },
  row: { da: 'Ny række', en: 'New row', nb: 'Ny rad' },
}

/** What a new column or row is called, in the language of the board. */
export function newLineName(kind: LineKind, locale: Locale): string {
  return NEW[kind][locale]
}
