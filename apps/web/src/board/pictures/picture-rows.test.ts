import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureRows } from './picture-rows.ts'

test('one keeps its size, or the shape of it', () => {
  expect(pictureRows([{ w: 300, h: 200 }])).toEqual([{ x: 0, y: 0, w: 300, h: 200 }])
  expect(pictureRows([{ w: 4_000, h: 3_000 }])).toEqual([{ x: 0, y: 0, w: 480, h: 360 }])
  expect(pictureRows([{ w: 1_000, h: 8_000 }])).toEqual([{ x: 0, y: 0, w: 45, h: 360 }])
  expect(pictureRows([{ w: 8_000, h: 1 }])).toEqual([{ x: 0, y: 0, w: 480, h: 16 }])
})

test('the fifth begins a row below the highest', () => {
  const places = pictureRows(Array.from({ length: 5 }, (_, i) => ({ w: 100, h: 50 + 10 * i })))
  expect(places.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [120, 0],
    [240, 0],
    [360, 0],
    [0, 100],
  ])
})

test('whatever their sizes, none lies on another and all can be pointed at', () => {
  const side = fc.integer({ min: 1, max: 8_192 })
  fc.assert(
    fc.property(fc.array(fc.record({ w: side, h: side }), { maxLength: 20 }), (sizes) => {
      const places = pictureRows(sizes)
      expect(places).toHaveLength(sizes.length)
      for (const [i, a] of places.entries()) {
        expect(Math.min(a.w, a.h)).toBeGreaterThanOrEqual(16)
        expect(a.w <= 480 && a.h <= 360).toBe(true)
        for (const b of places.slice(i + 1)) {
          expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
        }
      }
    }),
  )
})
