import { describe, expect, test } from 'vitest'
import { readCsv } from './csv-file.ts'
import { TABLE_LIMITS, TableError } from './table-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => readCsv(bytes, 'fil.csv')[0]?.rows
const rowsOf = (text: string) => read(utf8(text))

function reasonOf(bytes: Uint8Array): unknown {
  try {
    return readCsv(bytes, 'fil.csv')
  } catch (failure) {
    return failure instanceof TableError ? failure.reason : failure
  }
}

describe('a CSV file', () => {
  test.each([
    ['semicolons', 'a;b, c\r\nd;e\r\n'],
    ['tabs', 'a\tb, c\nd\te'],
    ['commas', 'a,"b, c"\nd,e\n'],
  ])('with %s has the same cells', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b, c'],
      ['d', 'e'],
    ])
  })

  test('keeps quotes and line breaks in cells', () => {
    expect(rowsOf('"en ""to""\r\ntre";x\r\n\r\n;\r\nfire;\r\n')).toEqual([['en "to"\r\ntre', 'x'], ['fire']])
  })

  test('of one column has a row for each line', () => {
    expect(rowsOf('Ringer igen\nVenter\n')).toEqual([['Ringer igen'], ['Venter']])
  })

  test.each([
    ['UTF-8', utf8('blåbærgrød')],
    ['UTF-8 with a mark', utf8('\uFEFFblåbærgrød')],
    ['Windows-1252', Uint8Array.from('blåbærgrød', (letter) => letter.charCodeAt(0))],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...[...'blåbærgrød'].flatMap((l) => [l.charCodeAt(0), 0])])],
    ['UTF-16, the other way', new Uint8Array([0xfe, 0xff, ...[...'blåbærgrød'].flatMap((l) => [0, l.charCodeAt(0)])])],
  ])('in %s has its letters', (_, bytes) => {
    expect(read(bytes)).toEqual([['blåbærgrød']])
  })

  test.each([
    ['empty', utf8('')],
    ['empty', utf8(' \n\n')],
    ['unreadable', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['too-large', utf8('a\n'.repeat(TABLE_LIMITS.rows + 1))],
    ['too-large', utf8(`${'a;'.repeat(TABLE_LIMITS.columns)}a\n`)],
  ])('is %s when it gives no rows', (reason, bytes) => {
    expect(reasonOf(bytes)).toBe(reason)
  })

  test('with a quote that never ends is read as one cell', () => {
    expect(rowsOf(`"${'a;b\n'.repeat(1_000)}`)).toHaveLength(1)
  })
})
