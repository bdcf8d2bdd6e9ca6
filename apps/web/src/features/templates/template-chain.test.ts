import { describe, expect, it } from 'vitest'
import { comesFrom, handsOnTo } from './template-chain.ts'
import { templateSummary } from './template-summary.fixture.ts'

const words = (text: string) => ({ da: text, en: text, nb: text })
const hand = (to: string, what: string) => ({ to, name: words(to), what: words(what) })
const JOURNEY = templateSummary('T07', 'Borgerrejse', { handsOnTo: [hand('T09', 'Smerter'), hand('T08', 'Forskelle')] })
const SPACE = templateSummary('T09', 'Mulighedsrum', {
  handsOnTo: [hand('T09', 'sig selv'), hand('borgerrejse', 'Retur')],
})
const ALL = [JOURNEY, SPACE]
const told = (links: ReturnType<typeof comesFrom>) => links.map(({ template, what }) => [template?.number, what.da])

describe('the way between templates', () => {
  it('leads on to what there is, and names what there is not', () => {
    expect(told(handsOnTo(JOURNEY, ALL))).toEqual([
      ['T09', 'Smerter'],
      [undefined, 'Forskelle'],
    ])
    expect(handsOnTo(JOURNEY, ALL)[1]?.name.da).toBe('T08')
  })

  it('comes from whatever hands on to it, by number or by id, never from itself', () => {
    expect(told(comesFrom(SPACE, ALL))).toEqual([['T07', 'Smerter']])
    expect(told(comesFrom(JOURNEY, ALL))).toEqual([['T09', 'Retur']])
  })
})
