import { describe, expect, test } from 'vitest'
import { copyTitle } from './copy-title.ts'

describe('copyTitle', () => {
  test.each([
    ['da', 'Kopi af Borgerrejse'],
    ['en', 'Copy of Borgerrejse'],
    ['nb', 'Kopi av Borgerrejse'],
  ] as const)('is worded in the language of the person (%s)', (locale, expected) => {
    expect(copyTitle('Borgerrejse', locale)).toBe(expected)
  })

  test('a title that would become too long is cut and says so', () => {
    const copy = copyTitle('æ'.repeat(120), 'da')
    expect(copy).toHaveLength(120)
    expect(copy.endsWith('æ…')).toBe(true)
  })

  test('a title that just fits is left whole', () => {
    const title = 'a'.repeat(112)
    expect(copyTitle(title, 'da')).toBe(`Kopi af ${title}`)
  })

  test('no character is cut in two', () => {
    for (const length of [55, 56, 57, 58, 59, 60]) {
      const copy = copyTitle(`${'x'.repeat(length % 2)}${'🎉'.repeat(length)}`, 'en')
      expect(copy.length).toBeLessThanOrEqual(120)
      expect(copy).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    }
  })
})
