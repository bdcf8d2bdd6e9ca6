import { describe, expect, test } from 'vitest'
import { FOOT_HEIGHT, HEAD_HEIGHT, ORIENTATIONS, PAPER_MARGIN, PAPERS, sheetFor } from './paper.ts'

const inMm = (points: number) => Math.round((points * 25.4) / 72)

describe('a sheet of paper', () => {
  test.each([
    ['a4', 'portrait', 210, 297],
    ['a4', 'landscape', 297, 210],
    ['a3', 'portrait', 297, 420],
    ['a3', 'landscape', 420, 297],
  ] as const)('%s %s is %i by %i mm', (paper, orientation, width, height) => {
    const sheet = sheetFor({ w: 800, h: 600 }, paper, orientation)
    expect([inMm(sheet.width), inMm(sheet.height)]).toEqual([width, height])
  })

  test.each([
    ['wide', { w: 4800, h: 1000 }, true],
    ['tall', { w: 900, h: 3700 }, false],
    ['square', { w: 3000, h: 3000 }, false],
  ])('turns by itself for what is %s', (_, board, lies) => {
    const { width, height, scale } = sheetFor(board, 'a4', 'auto')
    expect(width > height).toBe(lies)
    const other = sheetFor(board, 'a4', lies ? 'portrait' : 'landscape')
    expect(scale).toBeGreaterThanOrEqual(other.scale)
  })

  test('holds all of it inside its margins, whatever it is', () => {
    const lengths = [0, 1, 200, 900, 5_000, 100_000]
    for (const w of lengths) {
      for (const h of lengths) {
        for (const paper of PAPERS) {
          for (const orientation of ORIENTATIONS) {
            const { piece, width, height, scale } = sheetFor({ w, h }, paper, orientation)
            expect(scale).toBeGreaterThan(0)
            expect(piece.w).toBeCloseTo(Math.max(1, w) * scale)
            expect(piece.h).toBeCloseTo(Math.max(1, h) * scale)
            expect(piece.x).toBeGreaterThanOrEqual(PAPER_MARGIN - 1e-6)
            expect(piece.y).toBeGreaterThanOrEqual(PAPER_MARGIN + HEAD_HEIGHT - 1e-6)
            expect(piece.x + piece.w).toBeLessThanOrEqual(width - PAPER_MARGIN + 1e-6)
            expect(piece.y + piece.h).toBeLessThanOrEqual(height - PAPER_MARGIN - FOOT_HEIGHT + 1e-6)
          }
        }
      }
    }
  })

  test('a single note does not become a poster', () => {
    expect(sheetFor({ w: 200, h: 200 }, 'a3', 'auto').piece.w).toBeLessThanOrEqual(200)
  })
})
