import { describe, expect, it } from 'vitest'
import { type Collision, shownCollisions } from './collision-words.ts'

const day = (date: string, country: Collision['country'], kind: Collision['kind'] = 'holiday'): Collision => ({
  date,
  country,
  kind,
  name: { da: date, en: date, nb: date },
})
const said = (collisions: Collision[], locale: 'da' | 'nb' | 'en') =>
  shownCollisions(collisions, locale).map(({ date, country, kind }) => `${date} ${country} ${kind}`)

describe('collisions of a start', () => {
  it('say a day of both countries once, as the own country', () => {
    const both = [day('2027-05-17', 'NO'), day('2027-05-17', 'DK')]
    expect(said(both, 'da')).toEqual(['2027-05-17 DK holiday'])
    expect(said(both, 'nb')).toEqual(['2027-05-17 NO holiday'])
  })

  it('say first what nobody works on at home, then the rest, then the neighbours', () => {
    const many = [
      day('2027-05-01', 'NO'),
      day('2027-05-03', 'DK', 'quiet'),
      day('2027-05-07', 'DK', 'half'),
      day('2027-05-06', 'DK'),
    ]
    expect(said(many, 'da')).toEqual([
      '2027-05-06 DK holiday',
      '2027-05-07 DK half',
      '2027-05-03 DK quiet',
      '2027-05-01 NO holiday',
    ])
  })

  it('leave out that weeks are empty in the other country', () => {
    expect(said([day('2027-02-15', 'NO', 'quiet')], 'en')).toEqual([])
  })
})
