const LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', þ: 'th', ð: 'd', đ: 'd', ł: 'l', œ: 'oe' },
}
const LONGEST = 60

/** A name of a file that every system takes: small plain letters, digits and hyphens; empty when nothing is left. */
export function plainName(text: string): string {
  const plain = [...text.normalize('NFC').toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join('')
  const name = plain
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
  return name.replace(/^-+/u, '').slice(0, LONGEST).replace(/-+$/u, '')
}
