import { NOTE_ROLE_LOOK, type NoteRole, roleOfColour } from '@samtavle/shared/note-role'
import type { ShapeColour } from '../shapes/shape-colours.ts'
import { type Columns, colourNamed, isOneOf, plainWord, roleNamed } from './table-columns.ts'
import { COLUMN_WORDS, NO_SECTION, YES } from './table-words.ts'

/** How many notes one file may make at once, and how long the words of one may be, in UTF-16 units. */
export const IMPORT_LIMITS = { notes: 2_000, textLength: 10_000 } as const

/** A note that a row asks for. `section` is the id of a frame of the board. */
export type NoteRow = {
  text: string
  colour: ShapeColour
  /** Undefined for a colour that means none. */
  role: NoteRole | undefined
  section: string | undefined
  example: boolean
}

export type NoteRows = {
  notes: NoteRow[]
  /** Rows without words in the column of texts. */
  empty: number
  /** Words that are no role; those notes are observations. */
  unknownRoles: string[]
  /** Names that no section of the board has; those notes go where the others without a section go. */
  unknownSections: string[]
  /** Set when nothing may be written: too many rows, or a text that is too long, by its row in the file. */
  refusal: { reason: 'too-many' | 'no-room' } | { reason: 'too-long'; row: number } | undefined
}

/** An apostrophe that our export put before what a spreadsheet would reckon. */
const GUARD = /^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\n])/u

export type TableReading = {
  rows: readonly string[][]
  withHeading: boolean
  columns: Columns
  /** The sections of the board by their names. */
  sections: readonly { id: string; title: string }[]
  /** How many shapes more the board takes. */
  room: number
}

/** The notes that a table asks for, with everything counted that they leave out. Pure. */
export function noteRows({ rows, withHeading, columns, sections, room }: TableReading): NoteRows {
  const byName = new Map(sections.toReversed().map(({ id, title }) => [plainWord(title), id]))
  const heading = withHeading ? (rows[0] ?? []) : []
  const example = heading.findIndex((cell) => isOneOf(cell, COLUMN_WORDS.example))
  const roles = new Set<string>()
  const names = new Set<string>()
  const result: NoteRows = { notes: [], empty: 0, unknownRoles: [], unknownSections: [], refusal: undefined }
  for (const [i, row] of rows.entries()) {
    if (withHeading && i === 0) continue
    const cell = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? '').trim())
    const text = wordsOf(cell(columns.text))
    if (text === '') {
      result.empty += 1
      continue
    }
    if (text.length > IMPORT_LIMITS.textLength) result.refusal ??= { reason: 'too-long', row: i + 1 }
    const [saidRole, saidSection] = [cell(columns.role), cell(columns.section)]
    const role = roleNamed(saidRole)
    if (role === undefined && saidRole !== '') roles.add(saidRole)
    const section = byName.get(plainWord(unguarded(saidSection)))
    if (section === undefined && saidSection !== '' && !isOneOf(saidSection, NO_SECTION)) names.add(saidSection)
    const colour = role === undefined ? colourNamed(cell(columns.colour)) : NOTE_ROLE_LOOK[role].colour
    result.notes.push({
      text,
      colour: colour ?? NOTE_ROLE_LOOK.fact.colour,
      role: role ?? (colour === undefined ? 'fact' : roleOfColour(colour)),
      section,
      example: example >= 0 && isOneOf(cell(example), YES),
    })
  }
  if (result.notes.length > IMPORT_LIMITS.notes) result.refusal = { reason: 'too-many' }
  else if (result.notes.length > room) result.refusal = { reason: 'no-room' }
  return { ...result, unknownRoles: [...roles], unknownSections: [...names] }
}

const unguarded = (text: string): string => text.replace(GUARD, '')

/** One kind of line break, and none of the control characters that no note should hold. */
function wordsOf(cell: string): string {
  const plain = cell.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
  return unguarded(plain).trim()
}
