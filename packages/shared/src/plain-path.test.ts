import { expect, test } from 'vitest'
import { plainPath } from './plain-path.ts'

test.each([
  ['M 0 0 L 10 0', 'M0 0L10 0'],
  ['m1,1 2,3 -1-1z', 'M1 1L3 4L2 3Z'],
  ['M0 0 10 10 20 0', 'M0 0L10 10L20 0'],
  ['M5 5h10v-2.5H0V0', 'M5 5L15 5L15 2.5L0 2.5L0 0'],
  ['M10 10c1 0 2 1 2 2', 'M10 10C11 10 12 11 12 12'],
  ['M0 0C0 1 1 2 2 2S4 3 4 4', 'M0 0C0 1 1 2 2 2C3 2 4 3 4 4'],
  ['M0 0S1 1 2 0', 'M0 0C0 0 1 1 2 0'],
  ['M0 0Q3 3 6 0', 'M0 0C2 2 4 2 6 0'],
  // As tldraw writes what is drawn by hand: a curve, then points that mirror its control point.
  ['M0 0Q3 3 6 0T12 0,18 0', 'M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0C14 2 16 2 18 0'],
  ['M0 0T6 0', 'M0 0C0 0 2 0 6 0'],
  ['M0 0q3 3 6 0t6 0', 'M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0'],
  ['M1 1a5 5 0 0110 0', 'M1 1A5 5 0 0 1 11 1'],
  ['M1 1a5 5 0 1 0-2.5.5', 'M1 1A5 5 0 1 0 -1.5 1.5'],
  ['M0 0A0 5 0 0 1 3 3', 'M0 0L3 3'],
  ['M1 1L2 2ZL0 0', 'M1 1L2 2ZL0 0'],
  ['M0 0L1e2 -.5E1', 'M0 0L100 -5'],
  ['M0 0L5 5L1 oops L9 9', 'M0 0L5 5'],
  ['', ''],
  ['rubbish', ''],
])('%j is %j', (d, plain) => {
  expect(plainPath(d)).toBe(plain)
})
