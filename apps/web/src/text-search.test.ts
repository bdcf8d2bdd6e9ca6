import { describe, expect, it } from 'vitest'
import { matchesQuery } from './text-search.ts'

describe('matchesQuery', () => {
  it.each([
    ['borger', 'Borgerrejse'],
    ['BORGERREJSE', 'borgerrejse'],
    ['ide', 'Idéudvikling'],
    ['idé', 'Ideudvikling'],
    ['laering', 'Læringsloop'],
    ['læring', 'Læringsloop'],
    ['rod', 'Det røde felt'],
    ['roed', 'Det røde felt'],
    ['naar', 'Når jeg kommer hjem'],
    ['nar', 'Når jeg kommer hjem'],
    ['nar', 'Na\u030ar jeg kommer hjem'],
    ['naar', 'Na\u030ar jeg kommer hjem'],
    ['nǻr', 'Når jeg kommer hjem'],
    ['cafe', 'Café'],
    ['hospital hjem', 'Hjem fra hospitalet'],
    ['', 'hvad som helst'],
    ['  ', 'hvad som helst'],
  ])('»%s« finds »%s«', (query, text) => {
    expect(matchesQuery(query, [text])).toBe(true)
  })

  it('wants every word, in any of the texts', () => {
    expect(matchesQuery('rejse sara', ['Borgerrejse', 'Sara Yilmaz'])).toBe(true)
    expect(matchesQuery('rejse anders', ['Borgerrejse', 'Sara Yilmaz'])).toBe(false)
  })
})
