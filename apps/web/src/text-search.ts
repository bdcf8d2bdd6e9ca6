/** True when there is nothing to take off: most words of most texts. */
const isBare = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** Letters without accents; `ø` as o, `å` as a, as people type them in haste. */
function plain(lowerCase: string): string {
  if (isBare(lowerCase)) return lowerCase
  const replaced = lowerCase.replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('æ', 'ae')
  return isBare(replaced) ? replaced : replaced.normalize('NFD').replace(/\p{M}/gu, '')
}

/** A text as it is searched, in both spellings. */
export type Folded = { plain: string; respelt: string }

/**
 * Takes a text out of case and accents, once for many searches: as it is typed in haste, and with the old spellings as
 * in addresses and file names, `ø` as oe and `å` as aa.
 */
export function fold(text: string): Folded {
  // An accent may be a character of its own, after its letter.
  const lowerCase = text.toLowerCase().normalize('NFC')
  const inHaste = plain(lowerCase)
  const isRespelt = lowerCase.includes('ø') || lowerCase.includes('å')
  const respelt = isRespelt ? plain(lowerCase.replaceAll('ø', 'oe').replaceAll('å', 'aa')) : inHaste
  return { plain: inHaste, respelt }
}

/** The words of a query, each as it is searched. */
export const foldWords = (query: string): Folded[] => query.split(/\s+/u).filter(Boolean).map(fold)

/** True when every word stands somewhere in the texts. No words stand in everything. Pure. */
export function matchesWords(words: readonly Folded[], texts: readonly Folded[]): boolean {
  return words.every((word) =>
    texts.some((text) => text.plain.includes(word.plain) || text.respelt.includes(word.respelt)),
  )
}

/**
 * True when every word of the query stands somewhere in the texts, whatever the case and accents: »rod« and »roed«
 * both find »rød«. An empty query finds everything. Pure.
 */
export function matchesQuery(query: string, texts: readonly string[]): boolean {
  return matchesWords(foldWords(query), texts.map(fold))
}
