import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import type { WrittenText } from '@samtavle/shared/read-board'
import type { ExportWords } from './export-words.ts'

/** The words of a Danish file, for tests. */
export const WORDS: ExportWords = {
  columns: {
    section: 'Felt',
    cell: 'Celle',
    role: 'Rolle',
    text: 'Tekst',
    author: 'Forfatter',
    colour: 'Farve',
    example: 'Eksempel',
  },
  yes: 'ja',
  no: 'nej',
  example: 'Eksempel',
  outside: 'Uden for felterne',
  unnamed: 'Felt uden navn',
  pageOf: (page, pages) => `Side ${page} af ${pages}`,
  sheetOf: (sheet, sheets) => `ark ${sheet} af ${sheets}`,
  day: () => '22. november 2026',
  author: (id) => (id === 'anna' ? 'Anna Holm' : ''),
  role: (role) => NOTE_ROLE_LOOK[role].name.da,
  colour: (colour) => (colour === 'light-red' ? 'Lyserød' : colour === 'yellow' ? 'Gul' : ''),
}

export const written = (text: string, more: Partial<WrittenText> = {}): WrittenText => ({
  id: 'shape:a',
  text,
  role: 'pain',
  author: undefined,
  colour: 'light-red',
  example: false,
  ...more,
})
