/** Letters without case and accents; `ø` as o, `å` as a, as people type them in haste. */
const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '')

/** The same with the old spellings, as in addresses and file names: `ø` as oe, `å` as aa. */
const respelt = (text: string): string => plain(text.toLowerCase().replaceAll('ø', 'oe').replaceAll('å', 'aa'))

/**
 * True when every word of the query stands somewhere in the texts, whatever the case and accents: »rod« and »roed«
 * both find »rød«. An empty query finds everything. Pure.
 */
export function matchesQuery(query: string, texts: readonly string[]): boolean {
  const words = query.split(/\s+/u).filter(Boolean)
  return words.every((word) =>
    texts.some((text) => plain(text).includes(plain(word)) || respelt(text).includes(respelt(word))),
  )
}
