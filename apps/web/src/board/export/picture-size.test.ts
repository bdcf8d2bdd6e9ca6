import { describe, expect, test } from 'vitest'
import { PICTURE_PIXELS_MAX, PICTURE_SCALES, PICTURE_SIDE_MAX, pictureSize, pngSize } from './picture-size.ts'

describe('the size of a picture', () => {
  test.each([
    [1, 1_440, 900],
    [2, 2_880, 1_800],
    [3, 4_320, 2_700],
  ] as const)('at %i×', (scale, width, height) => {
    expect(pictureSize({ w: 1_440, h: 900 }, scale)).toEqual({ ratio: scale, width, height, reduced: false })
  })

  test.each([
    ['wide', 100_000, 10],
    ['tall', 3, 2_000_000],
    ['large on both sides', 30_000, 30_000],
    ['just beyond', PICTURE_SIDE_MAX + 1, 1],
  ])('a board that is %s becomes a picture that can be painted, and it is said', (_, w, h) => {
    for (const scale of PICTURE_SCALES) {
      const { width, height, reduced } = pictureSize({ w, h }, scale)
      expect(reduced).toBe(true)
      expect(Math.max(width, height)).toBeLessThanOrEqual(PICTURE_SIDE_MAX)
      expect(width * height).toBeLessThanOrEqual(PICTURE_PIXELS_MAX)
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(1)
    }
  })

  test('nothing is a picture of one px', () => {
    expect(pictureSize({ w: 0, h: 0 }, 1)).toEqual({ ratio: 1, width: 1, height: 1, reduced: false })
  })
})

test('a PNG tells its size, and nothing else does', () => {
  const bytes = new Uint8Array(24)
  const view = new DataView(bytes.buffer)
  expect(pngSize(bytes)).toBeUndefined()
  for (const [at, value] of [
    [0, 0x89504e47],
    [12, 0x49484452],
    [16, 640],
    [20, 480],
  ] as const)
    view.setUint32(at, value)
  expect(pngSize(bytes)).toEqual({ width: 640, height: 480 })
  expect(pngSize(bytes.subarray(0, 23))).toBeUndefined()
})
