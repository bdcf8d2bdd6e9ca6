import type { Locale, Localised } from './locale.ts'

/** What a snapshot says of its own, in the language of the sprint or the board. */
const WORDS = {
  outside: { da: 'Uden for felterne', en: 'Outside the sections', nb: 'Utenfor feltene' },
  unnamed: { da: 'Felt uden navn', en: 'Section without a name', nb: 'Felt uten navn' },
  arrows: { da: 'Pile', en: 'Arrows', nb: 'Piler' },
  pictures: { da: 'Billeder', en: 'Pictures', nb: 'Bilder' },
  noAlt: { da: 'Et billede uden beskrivelse', en: 'A picture without a description', nb: 'Et bilde uten beskrivelse' },
  drawing: {
    da: 'Her er tegnet i hånden.',
    en: 'Something is drawn here by hand.',
    nb: 'Her er det tegnet for hånd.',
  },
  example: { da: 'Eksempel', en: 'Example', nb: 'Eksempel' },
} as const satisfies Record<string, Localised>

export const snapshotWord = (word: keyof typeof WORDS, locale: Locale): string => WORDS[word][locale]

const LONGEST = 60

/** A text in a sentence: its first line, in quotation marks. */
export function quoted(text: string, locale: Locale): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? ''
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
  return locale === 'en' ? `“${short}”` : locale === 'nb' ? `«${short}»` : `»${short}«`
}

/** What a picture of a whole board is for those who do not see it. */
export function overviewAlt(board: string, locale: Locale): string {
  const name = quoted(board, locale)
  const alts: Localised = {
    da: `Tavlen ${name} med de felter, som øjebliksbilledet viser, dér hvor de ligger. Ordene i dem står som tekst.`,
    en: `The board ${name} with the sections that the snapshot shows, where they lie. Their words are given as text.`,
    nb: `Tavla ${name} med de feltene som øyeblikksbildet viser, der de ligger. Ordene i dem står som tekst.`,
  }
  return alts[locale]
}

/** What a picture of a section is for those who do not see it. */
export function pictureAlt(section: string, locale: Locale): string {
  const name = quoted(section, locale)
  const alts: Localised = {
    da: `Feltet ${name}, som det ser ud på tavlen. Ordene i det står som tekst.`,
    en: `The section ${name} as it looks on the board. Its words are given as text.`,
    nb: `Feltet ${name} slik det ser ut på tavla. Ordene i det står som tekst.`,
  }
  return alts[locale]
}
