import { NOTE_ROLES } from '@samtavle/shared/note-role'
import { describe, expect, test } from 'vitest'
import { boardCsv } from '../export/board-csv.ts'
import { WORDS, written } from '../export/export-words.fixture.ts'
import { readCsv } from './csv-file.ts'
import { IMPORT_LIMITS, noteRows } from './note-rows.ts'
import { columnNames, guessColumns, hasHeading, roleNamed } from './table-columns.ts'

const SECTIONS = [
  { id: 'shape:1', title: 'Rejse' },
  { id: 'shape:2', title: 'Ansøgning' },
]

function read(rows: string[][], sections = SECTIONS, room = 20_000) {
  const withHeading = hasHeading(rows)
  return noteRows({ rows, withHeading, columns: guessColumns(rows, withHeading), sections, room })
}

describe('rows as notes', () => {
  test('our own export comes back as the same notes', () => {
    const texts = [
      written('Ringer; venter\n"i kø"', { role: 'quote', colour: 'light-blue' }),
      written('=1+1', { role: undefined, colour: 'violet' }),
      written('-5 grader', { role: 'idea', colour: 'light-violet', example: true }),
    ]
    const csv = boardCsv(
      [
        { frame: 'shape:1', title: 'Rejse', cells: [{ title: 'Smerte', texts }] },
        { frame: null, title: '', cells: [{ title: undefined, texts: [written('Løst')] }] },
      ],
      { ...WORDS, colour: (colour) => ({ violet: 'Lilla' })[colour] ?? '' },
    )
    const rows = readCsv(new TextEncoder().encode(csv), 'x.csv')[0]?.rows ?? []
    const found = read(rows)
    expect(found.notes).toEqual([
      { text: 'Ringer; venter\n"i kø"', role: 'quote', colour: 'light-blue', section: 'shape:1', example: false },
      { text: '=1+1', role: undefined, colour: 'violet', section: 'shape:1', example: false },
      { text: '-5 grader', role: 'idea', colour: 'light-violet', section: 'shape:1', example: true },
      { text: 'Løst', role: 'pain', colour: 'light-red', section: undefined, example: false },
    ])
    expect(found).toMatchObject({ empty: 0, unknownRoles: [], unknownSections: [], refusal: undefined })
  })

  test('role words are known in all our languages', () => {
    expect(['Smertepunkt', 'pain point', ' SITAT ', 'Idé', 'decision', 'Spørsmål'].map(roleNamed)).toEqual([
      'pain',
      'pain',
      'quote',
      'idea',
      'decision',
      'question',
    ])
    expect(NOTE_ROLES.map(roleNamed)).toEqual(NOTE_ROLES)
    expect(roleNamed('constructor')).toBeUndefined()
  })

  test('what is not known is counted and named, and nothing is lost', () => {
    const found = read([
      ['Felt', 'Rolle', 'Tekst'],
      ['ansøgning', 'Idé', 'a'],
      ['Ukendt', 'Ros', 'b'],
      ['Ukendt', '', ''],
      ['', 'Ros', 'c'],
    ])
    expect(found.notes.map(({ text, role, section }) => [text, role, section])).toEqual([
      ['a', 'idea', 'shape:2'],
      ['b', 'fact', undefined],
      ['c', 'fact', undefined],
    ])
    expect(found).toMatchObject({ empty: 1, unknownRoles: ['Ros'], unknownSections: ['Ukendt'] })
  })

  test('a list without a heading loses no row', () => {
    expect(read([['Ringer igen'], ['Venter']]).notes.map(({ text }) => text)).toEqual(['Ringer igen', 'Venter'])
  })

  test('control characters do not come along', () => {
    expect(read([['a\u0000b\r\nc\u2028d\u001B']]).notes[0]?.text).toBe('ab\nc\nd')
  })

  test('nothing is written of more than a board takes', () => {
    const many = Array.from({ length: IMPORT_LIMITS.notes + 1 }, () => ['a'])
    expect(read(many).refusal).toEqual({ reason: 'too-many' })
    expect(read([['a'], ['b']], [], 1).refusal).toEqual({ reason: 'no-room' })
    expect(read([['a'], ['b'.repeat(IMPORT_LIMITS.textLength + 1)]]).refusal).toEqual({ reason: 'too-long', row: 2 })
  })
})

describe('columns', () => {
  test.each([
    ['names that we know', [['Tekst'], ['a']], true],
    [
      'numbers under words',
      [
        ['Navn', 'Antal'],
        ['a', '12'],
        ['b', '3,5'],
      ],
      true,
    ],
    [
      'long texts under a word',
      [
        ['Nr', 'Hvad skete der?'],
        ['1', 'x'.repeat(80)],
      ],
      true,
    ],
    ['a list', [['Ringer'], ['Venter']], false],
    ['one row', [['Tekst']], false],
    [
      'a column without a name',
      [
        ['Navn', ''],
        ['a', '12'],
      ],
      false,
    ],
  ])('with %s', (_, rows, expected) => {
    expect(hasHeading(rows)).toBe(expected)
  })

  test('are guessed by what stands in them', () => {
    const rows = [
      ['1', 'Idé', 'Et hus af glas', 'mandag'],
      ['2', 'citat', 'Vi ringer altid to gange', 'tirsdag'],
    ]
    expect(guessColumns(rows, false)).toEqual({ text: 2, role: 1 })
    expect(columnNames(rows, false)).toEqual(['A', 'B', 'C', 'D'])
    expect(columnNames([['', ' To\nord ']], true)).toEqual(['A', 'To ord'])
  })
})
