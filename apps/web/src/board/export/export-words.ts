import type { Locale } from '@samtavle/shared/locale'
import type { NoteRole } from '@samtavle/shared/note-role'

/** Languages as files and dates name them. */
export const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { da: 'da-DK', en: 'en-GB', nb: 'nb-NO' }

/** The words that a file holds beside those of the board, in the language of the page. */
export type ExportWords = {
  columns: Readonly<Record<'section' | 'cell' | 'role' | 'text' | 'author' | 'colour' | 'example', string>>
  yes: string
  no: string
  example: string
  /** In place of a heading: for what lies outside all sections, and for a section without a name. */
  outside: string
  unnamed: string
  /** What stands at the foot of a page, such as "2 of 7". */
  pageOf(page: number, pages: number): string
  /** What stands behind the name of a section that takes several sheets, such as "sheet 2 of 4". */
  sheetOf(sheet: number, sheets: number): string
  /** The day as people write it. */
  day(date: Date): string
  role(role: NoteRole): string
  /** A person's name by their id; empty when they are not on the board any more. */
  author(id: string): string
  /** Empty for a colour that has no name. */
  colour(colour: string): string
}

export const sectionTitle = (
  section: { frame: string | null; title: string },
  words: Pick<ExportWords, 'outside' | 'unnamed'>,
): string => (section.title === '' ? (section.frame === null ? words.outside : words.unnamed) : section.title)

/** Every line break as one, and without the control characters that no file of text should hold. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
}
