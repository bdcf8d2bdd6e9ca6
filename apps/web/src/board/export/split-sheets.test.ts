import { describe, expect, test } from 'vitest'
import { PAPERS } from './paper.ts'
import { type BoardSheet, OVERLAP, READABLE_SCALE, sheetsFor } from './split-sheets.ts'

const MM = 72 / 25.4
/** A phase of a citizen journey, and a whole journey. */
const PHASE = { x: 800, y: -300, w: 720, h: 3_400 }
const JOURNEY = { x: 0, y: 0, w: 6_400, h: 3_700 }
const readable = (paper: (typeof PAPERS)[number], orientation: 'auto' | 'portrait' = 'auto') => ({
  paper,
  orientation,
  readable: true,
})
const right = ({ bounds }: BoardSheet) => bounds.x + bounds.w
const bottom = ({ bounds }: BoardSheet) => bounds.y + bounds.h

describe('a section on several sheets', () => {
  test.each([
    ['a phase on A3', PHASE, 'a3'],
    ['a phase on A4', PHASE, 'a4'],
    ['a journey on A3', JOURNEY, 'a3'],
    ['a journey on A0', JOURNEY, 'a0'],
  ] as const)('%s has words of at least 5 mm', (_, bounds, paper) => {
    const sheets = sheetsFor(bounds, readable(paper))
    expect(sheets.length).toBeGreaterThan(1)
    for (const { sheet } of sheets) expect((22 * sheet.scale) / MM).toBeGreaterThanOrEqual(5 - 1e-9)
  })

  test.each(PAPERS)('shows all of it on %s, and as much twice as is glued', (paper) => {
    const bounds = JOURNEY
    const sheets = sheetsFor(bounds, readable(paper))
    expect(Math.min(...sheets.map((one) => one.bounds.x))).toBe(bounds.x)
    expect(Math.max(...sheets.map(right))).toBeCloseTo(bounds.x + bounds.w)
    expect(Math.max(...sheets.map(bottom))).toBeCloseTo(bounds.y + bounds.h)
    for (const [i, one] of sheets.entries()) {
      const { piece, area, scale } = one.sheet
      expect(piece.w).toBeLessThanOrEqual(area.w + 1e-6)
      expect(piece.h).toBeLessThanOrEqual(area.h + 1e-6)
      expect(one.bounds.w).toBeGreaterThan(OVERLAP / scale)
      expect(one.bounds.h).toBeGreaterThan(OVERLAP / scale)
      const next = sheets[i + 1]
      if (one.joints.right && next) expect((right(one) - next.bounds.x) * scale).toBeCloseTo(OVERLAP)
      const below = sheets.find((other) => other.bounds.x === one.bounds.x && other.bounds.y > one.bounds.y)
      expect(one.joints.bottom).toBe(below !== undefined)
      if (below) expect((bottom(one) - below.bounds.y) * scale).toBeCloseTo(OVERLAP)
    }
  })

  test('takes the fewer sheets of lying and standing ones, unless somebody says how', () => {
    const [auto, portrait] = [sheetsFor(PHASE, readable('a3')), sheetsFor(PHASE, readable('a3', 'portrait'))]
    expect(auto.length).toBeLessThanOrEqual(portrait.length)
    for (const { sheet } of portrait) expect(sheet.height).toBeGreaterThan(sheet.width)
  })

  test('is one sheet where its words can be read on one, or where nobody asks', () => {
    const small = { x: 0, y: 0, w: 720, h: 900 }
    expect(sheetsFor(small, readable('a3'))).toHaveLength(1)
    expect(sheetsFor(small, readable('a3'))[0]?.sheet.scale).toBeGreaterThanOrEqual(READABLE_SCALE)
    expect(sheetsFor(JOURNEY, { ...readable('a4'), readable: false })).toHaveLength(1)
  })

  test('is never more sheets than somebody can glue together', () => {
    for (const length of [50_000, 2_000_000]) {
      const sheets = sheetsFor({ x: 0, y: 0, w: length, h: length / 3 }, readable('a4'))
      expect(sheets.length).toBeLessThanOrEqual(60)
      expect(Math.max(...sheets.map(right))).toBeCloseTo(length, 3)
    }
  })
})
