import type { Locale } from '@samtavle/shared/locale'
import { NOTE_ROLE_LOOK, NOTE_ROLES, type NoteRole } from '@samtavle/shared/note-role'
import { SHAPE_COLOURS, type ShapeColour } from '../shapes/shape-colours.ts'
import { COLOUR_WORDS, COLUMN_WORDS } from './table-words.ts'

/** What a column of a table can be for notes. */
export type ColumnUse = 'text' | 'role' | 'section' | 'colour'

/** Which column is what, by its place; `text` is undefined only when there is no column at all. */
export type Columns = { [use in ColumnUse]?: number | undefined }

/** Rows in which roles, sections and headings are looked for. */
const LOOKED_AT = 200

/** Two words for the same, whatever their case and the spaces around them. */
export const plainWord = (word: string): string => word.normalize('NFC').trim().toLowerCase()

export const isOneOf = (word: string, words: readonly string[]): boolean =>
  words.some((known) => plainWord(known) === plainWord(word))

const LOCALES: readonly Locale[] = ['da', 'en', 'nb']
const namesOf = (role: NoteRole): string[] => LOCALES.map((locale) => NOTE_ROLE_LOOK[role].name[locale])

/** The role that a word means in any of our languages. */
export const roleNamed = (word: string): NoteRole | undefined =>
  NOTE_ROLES.find((role) => plainWord(word) === role || isOneOf(word, namesOf(role)))

/** The colour of the canvas that a word means in any of our languages. */
export const colourNamed = (word: string): ShapeColour | undefined =>
  SHAPE_COLOURS.find((colour) => plainWord(word) === colour || isOneOf(word, COLOUR_WORDS[colour]))

/** Does the first row name the columns? True when it says a name that we know, or looks unlike the rows below it. */
export function hasHeading(rows: readonly string[][]): boolean {
  const [first, ...others] = rows.slice(0, LOOKED_AT)
  if (first === undefined || others.length === 0) return false
  if (first.some((cell) => Object.values(COLUMN_WORDS).some((names) => isOneOf(cell, names)))) return true
  if (first.length < 2 || first.some((cell) => cell.trim() === '' || cell.length > 40)) return false
  // A column of numbers or of long texts under a word.
  return first.some((cell, column) => {
    const below = others.map((row) => row[column] ?? '').filter((value) => value.trim() !== '')
    if (below.length === 0 || isNumber(cell)) return false
    return below.every(isNumber) || below.reduce((sum, { length }) => sum + length, 0) / below.length > 60
  })
}

const isNumber = (value: string): boolean => /^\s*[-+]?\d[\d.,\s]*%?\s*$/.test(value)

/**
 * What the columns probably are: by their heading, else by what stands in them. The words of notes are in the column
 * with the longest texts.
 */
export function guessColumns(rows: readonly string[][], withHeading: boolean): Columns {
  const heading = withHeading ? (rows[0] ?? []) : []
  const body = rows.slice(withHeading ? 1 : 0, LOOKED_AT)
  const columns: Columns = {}
  for (const use of ['text', 'role', 'section', 'colour'] as const) {
    const named = heading.findIndex((cell) => isOneOf(cell, COLUMN_WORDS[use]))
    if (named >= 0) columns[use] = named
  }
  const width = rows.slice(0, LOOKED_AT).reduce((most, row) => Math.max(most, row.length), 0)
  const free = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !Object.values(columns).includes(column),
  )
  const cells = (column: number) => body.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
  const mostly = (column: number, is: (cell: string) => boolean) => {
    const filled = cells(column)
    return filled.length > 0 && filled.filter(is).length > filled.length / 2
  }
  columns.role ??= free.find((column) => mostly(column, (cell) => roleNamed(cell) !== undefined))
  columns.text ??= free
    .filter((column) => column !== columns.role)
    .map((column) => ({ column, letters: cells(column).reduce((sum, cell) => sum + cell.trim().length, 0) }))
    .sort((a, b) => b.letters - a.letters)[0]?.column
  if (columns.text === undefined && width > 0) columns.text = 0
  return columns
}

/** A name for each column: its heading, or its letter as spreadsheets have it. */
export function columnNames(rows: readonly string[][], withHeading: boolean): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const heading = withHeading ? (rows[0]?.[column] ?? '').trim().replace(/\s+/gu, ' ') : ''
    return heading === '' ? letters(column) : heading.slice(0, 60)
  })
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26))
}
