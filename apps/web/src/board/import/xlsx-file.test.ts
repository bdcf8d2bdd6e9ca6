import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { TableError } from './table-file.ts'
import { sheetXml, workbook } from './workbook.fixture.ts'
import { readXlsx } from './xlsx-file.ts'

const reasonOf = (bytes: Uint8Array<ArrayBuffer>) =>
  readXlsx(bytes).then(
    () => 'read',
    (failure) => (failure instanceof TableError ? failure.reason : failure),
  )
const oneSheet = (xml: string) => workbook({ Ark1: xml })
const sheetOf = (inner: string) => sheetXml([]).replace('</sheetData>', `${inner}</sheetData>`)

describe('a spreadsheet', () => {
  test('gives its sheets with words, numbers and what formulas came to', async () => {
    const file = workbook({
      Interview: sheetXml([
        ['Tekst', 'Antal'],
        ['Æblegrød & <øl>\nto linjer', 12],
        [null, 0.5],
        ['Regnet', { formula: 'A1&B1', value: 'Sum: 3' }],
      ]),
      Tomt: sheetXml([]),
      Mere: sheetXml([['én']]),
    })
    expect(await readXlsx(file)).toEqual([
      {
        name: 'Interview',
        rows: [
          ['Tekst', 'Antal'],
          ['Æblegrød & <øl>\nto linjer', '12'],
          ['', '0.5'],
          ['Regnet', 'Sum: 3'],
        ],
      },
      { name: 'Mere', rows: [['én']] },
    ])
  })

  test('with rows that are hidden and cells that are painted to the end is read', async () => {
    const far = '<row r="2"><c r="XFD2" s="1"/></row><row r="1048576" hidden="1"/>'
    expect(await readXlsx(oneSheet(sheetXml([['én']]).replace('</sheetData>', `${far}</sheetData>`)))).toEqual([
      { name: 'Ark1', rows: [['én']] },
    ])
  })

  test.each([
    ['no archive', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
    ['an archive of something else', new Uint8Array(zipSync({ 'a.txt': strToU8('hej') }))],
    ['a place that is none', oneSheet(sheetOf('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'))],
    ['a row beyond all rows', oneSheet(sheetOf('<row r="9999999"><c r="A1"><v>1</v></c></row>'))],
    ['a row whose number is hidden', oneSheet(sheetOf('<row x=">" r="&#57;e8"><c r="A1"><v>1</v></c></row>'))],
    ['a row whose number has an exponent', oneSheet(sheetOf('<row r="1e9"><c r="A1"><v>1</v></c></row>'))],
    ['XML that is cut', oneSheet('<worksheet><sheetData><row r="1"><c r="A1"')],
    ['a document type with entities', oneSheet('<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet>&b;</worksheet>')],
  ])('that is %s is unreadable', async (_, file) => {
    expect(await reasonOf(file)).toBe('unreadable')
  })

  test.each([
    ['a cell in the last corner', oneSheet(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))],
    ['a row far from its cell', oneSheet(sheetOf('<row r="1048576"><c r="A1"><v>1</v></c></row>'))],
    ['many columns', oneSheet(sheetOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>'))],
    ['too many cells', oneSheet(sheetOf('<row r="19999"><c r="CV19999"><v>1</v></c></row>'))],
    [
      'a bomb',
      workbook({ a: sheetXml([['x']]) }, { 'xl/sharedStrings.xml': [new Uint8Array(61 * 1024 * 1024), { level: 9 }] }),
    ],
    [
      'too many parts',
      workbook(
        { a: sheetXml([['x']]) },
        Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`p/${i}.xml`, new Uint8Array(0)])),
      ),
    ],
  ])('with %s is too large', async (_, file) => {
    expect(await reasonOf(file)).toBe('too-large')
  })

  test('without a word is empty', async () => {
    expect(await reasonOf(oneSheet(sheetXml([[' ', null]])))).toBe('empty')
  })
})
