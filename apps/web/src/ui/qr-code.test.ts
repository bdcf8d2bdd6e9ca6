import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { drawn } from './qr-code.tsx'

const PIXELS = 6

/** What a camera sees: each dark square of the path, some pixels wide, on white. */
function photographed(text: string): { width: number; height: number; data: Uint8ClampedArray } {
  const { size, path } = drawn(text)
  const width = size * PIXELS
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < PIXELS; dy++) {
      for (let dx = 0; dx < PIXELS; dx++) {
        const at = ((Number(y) * PIXELS + dy) * width + Number(x) * PIXELS + dx) * 4
        data.fill(0, at, at + 3)
      }
    }
  }
  return { width, height: width, data }
}

test('a camera reads the address of a link from its code, with room around it', () => {
  for (const text of [
    'https://tavle.lindeby.example/j#9fQ2vX7mKc4tR8bLw3ZdAAAAbbbbCCCC',
    'http://localhost:3000/s/9fQ2vX7mKc4tR8bLw3ZdAAAAbbbbCCCC',
  ]) {
    expect(decodeQR(photographed(text))).toBe(text)
    const { size, path } = drawn(text)
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5])
  }
})
