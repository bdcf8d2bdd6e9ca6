import { describe, expect, it } from 'vitest'
import { initials } from './avatar.tsx'

describe('initials', () => {
  it.each([
    ['Mette Holm', 'MH'],
    ['  anders  bo lund ', 'AL'],
    ['Øjvind', 'Ø'],
    ['åse ærø', 'ÅÆ'],
    ['😀 Holm', '😀H'],
    ['Gudrun (gæst)', 'G'],
    ['', '?'],
  ])('of »%s« are %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
