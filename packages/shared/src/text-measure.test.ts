import { describe, expect, it } from 'vitest'
import { evenWidth, textHeight, textWidth, wordsFit, wrapText } from './text-measure.ts'

describe('textWidth', () => {
  it('grows with the size and the weight, and knows every letter of the three languages', () => {
    expect(textWidth('Borgerrejse', 44)).toBeCloseTo(2 * textWidth('Borgerrejse', 22))
    expect(textWidth('Borgerrejse', 22, 'bold')).toBeGreaterThan(textWidth('Borgerrejse', 22))
    expect(textWidth('æøåÆØÅ«»', 1000)).toBeLessThan(textWidth('☃'.repeat(8), 1000))
  })
})

describe('wrapText', () => {
  it('keeps every word and breaks only where a line is full', () => {
    const text = 'Hvad sker der i borgerens liv, før kommunen er med?'
    const lines = wrapText(text, 22, 200)
    expect(lines.join(' ')).toBe(text)
    expect(lines.every((line) => textWidth(line, 22) <= 200)).toBe(true)
    expect(wrapText(text, 22, 10_000)).toEqual([text])
  })

  it('breaks a word that is wider than a line', () => {
    const lines = wrapText('udskrivningskoordinator', 22, 120)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('udskrivningskoordinator')
    expect(wordsFit('udskrivningskoordinator', 22, 120)).toBe(false)
  })

  it('keeps empty lines and ends in time', () => {
    expect(wrapText('a\n\nb', 22, 100)).toEqual(['a', '', 'b'])
    expect(textHeight('a\n\nb', 20, 100)).toBeCloseTo(3 * 20 * 1.35)
    const long = wrapText('ord '.repeat(1000), 22, 100, 'medium', 3)
    expect(long.length).toBe(3)
    expect(long[2]).toMatch(/…$/)
    expect(wrapText('x'.repeat(20_000), 22, 0, 'medium', 10).length).toBe(10)
  })
})

describe('evenWidth', () => {
  const text = 'Hvad skal være anderledes for borgere og medarbejdere om et år?'

  it('takes no more lines, and leaves no word alone on the last', () => {
    expect(wrapText(text, 22, 670).at(-1)).toBe('år?')
    const width = evenWidth(text, 22, 670, 200)
    expect(width).toBeLessThan(670)
    expect(wrapText(text, 22, width).length).toBe(2)
    expect(wrapText(text, 22, width).at(-1)?.split(' ').length).toBeGreaterThan(2)
  })

  it('is never narrower than asked, nor than the longest word', () => {
    expect(evenWidth(text, 22, 670, 500)).toBe(500)
    expect(evenWidth('Kort', 22, 670, 300)).toBe(300)
    expect(evenWidth('udskrivningskoordinator', 22, 400, 10)).toBeGreaterThan(textWidth('udskrivningskoordinator', 22))
  })
})
