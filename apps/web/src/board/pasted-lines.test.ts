import { describe, expect, test } from 'vitest'
import { pastedLines } from './pasted-lines.ts'

describe('pasted text becomes notes', () => {
  test('one a line, without empty lines, spaces around and the marks of lists', () => {
    expect(
      pastedLines('  Ring til borgeren \r\n\r\n- Find brevet\r• Spørg igen\n* Nu\n– Sidst\n[ ] Åben\n[x] Gjort'),
    ).toEqual(['Ring til borgeren', 'Find brevet', 'Spørg igen', 'Nu', 'Sidst', 'Åben', 'Gjort'])
  })

  test('what only looks like a mark stays', () => {
    const lines = ['1. maj', '2) Ja', '-5 grader', '–', 'a - b', '*vigtigt*', '[sic] sagt']
    expect(pastedLines(lines.join('\n'))).toEqual(lines)
  })

  test('one word is one note, and nothing is none', () => {
    expect(pastedLines('Et ord')).toEqual(['Et ord'])
    for (const nothing of ['', ' ', '\n\n', '\t\n\t']) expect(pastedLines(nothing)).toEqual([])
  })

  test('a column and rows of a spreadsheet, with cells that hold lines, tabs and quotes', () => {
    expect(pastedLines('Ønske\tAntal\nKortere ventetid\t3\n\t\nBedre breve\t')).toEqual([
      'Ønske – Antal',
      'Kortere ventetid – 3',
      'Bedre breve',
    ])
    expect(pastedLines('"Hun sagde ""nej""\nog gik"\t"a\tb"\nNæste')).toEqual([
      'Hun sagde "nej"\nog gik – a\tb',
      'Næste',
    ])
  })

  test('quotes that do not add up are letters', () => {
    expect(pastedLines('"Det går" sagde han\nog gik')).toEqual(['"Det går" sagde han', 'og gik'])
    expect(pastedLines('"Uden ende\nog mere')).toEqual(['"Uden ende', 'og mere'])
  })

  test('a megabyte of quotes is read in one go', () => {
    expect(pastedLines(`"${'""'.repeat(500_000)}"`)).toHaveLength(1)
    expect(pastedLines(`"\n`.repeat(500_000))).toEqual([])
    expect(pastedLines(`"a\n`.repeat(50_000))).toHaveLength(50_000)
  })
})
