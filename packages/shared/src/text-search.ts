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

/** A part of a text, or the next part that a search has found in it. */
export type MarkedPart = { text: string; hit: boolean }

/** Where words stand in a text, in UTF-16 units of its NFC form, in order and without overlaps. Pure. */
export function placesOf(words: readonly Folded[], text: string): { from: number; to: number }[] {
  const whole = text.normalize('NFC')
  const found: { from: number; to: number }[] = []
  for (const spelling of ['plain', 'respelt'] as const) {
    const folded = foldLetters(whole, spelling)
    for (const word of words) {
      const sought = word[spelling]
      if (sought === '') continue
      for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + sought.length)) {
        const last = folded.places[at + sought.length - 1] ?? 0
        found.push({ from: folded.places[at] ?? 0, to: last + lengthAt(whole, last) })
      }
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: { from: number; to: number }[] = []
  for (const place of found) {
    const before = apart.at(-1)
    if (before === undefined || place.from >= before.to) apart.push({ ...place })
    else before.to = Math.max(before.to, place.to)
  }
  return apart
}

const lengthAt = (text: string, place: number): number => ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1)

/** Letter by letter, so that it is known where each came from. */
function foldLetters(text: string, spelling: keyof Folded): { text: string; places: number[] } {
  const places: number[] = []
  let result = ''
  let place = 0
  for (const letter of text) {
    const folded = fold(letter)[spelling]
    result += folded
    for (let i = 0; i < folded.length; i++) places.push(place)
    place += letter.length
  }
  return { text: result, places }
}

/** A text in parts, with those marked that a query finds. Pure. */
export function markHits(query: string, text: string): MarkedPart[] {
  const whole = text.normalize('NFC')
  const parts: MarkedPart[] = []
  let at = 0
  for (const { from, to } of placesOf(foldWords(query), whole)) {
    if (from > at) parts.push({ text: whole.slice(at, from), hit: false })
    parts.push({ text: whole.slice(from, to), hit: true })
    at = to
  }
  if (at < whole.length) parts.push({ text: whole.slice(at), hit: false })
  return parts
}

/** As much of a text as one reads at a glance, around the first of the words, on one line. Pure. */
export function excerptOf(words: readonly Folded[], text: string, length: number): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  const first = placesOf(words, line)[0]?.from ?? 0
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 4), line.length - length))
  // From the beginning of a word, and never through the middle of a character.
  const from = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1 || wanted
  const begin = from > first ? wanted : from
  const part = [...line.slice(begin, begin + length)].filter((sign) => !/\p{Surrogate}/u.test(sign)).join('')
  return `${begin > 0 ? '… ' : ''}${part.trim()}${begin + length < line.length ? ' …' : ''}`
}
