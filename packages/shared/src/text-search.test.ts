import { describe, expect, it, test } from 'vitest'
import { excerptOf, foldWords, markHits, matchesQuery } from './text-search.ts'

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

describe('what was found', () => {
  const marked = (query: string, text: string) =>
    markHits(query, text)
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join('')

  test.each([
    ['rod', 'Blå rød grød', 'Blå [rød] g[rød]'],
    ['roed', 'RØD', '[RØD]'],
    ['aa', 'Gå på åen', 'G[å] p[å] [å]en'],
    ['cafe', 'Café 😀 cafe\u0301', '[Café] 😀 [café]'],
    ['ring igen', 'Ringer igen og igen', '[Ring]er [igen] og [igen]'],
    ['ab bc', 'abc', '[abc]'],
    ['', 'intet', 'intet'],
    ['x', 'intet', 'intet'],
  ])('%j is marked in %j', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected)
  })

  test('is in the part of a long text that is shown', () => {
    const text = `${'ord '.repeat(100)}nål\n${'hø '.repeat(100)}`
    const excerpt = excerptOf(foldWords('naal'), text, 80)
    expect(excerpt).toMatch(/^… (ord )+nål hø /)
    expect(excerpt).toMatch(/ …$/)
    expect(excerpt.length).toBeLessThanOrEqual(84)
    expect(excerptOf(foldWords('x'), 'kort  tekst', 80)).toBe('kort tekst')
    expect(excerptOf(foldWords('å'), `${'😀'.repeat(90)}å`, 80)).not.toMatch(/\p{Surrogate}/u)
  })
})
