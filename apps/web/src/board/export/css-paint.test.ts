import { expect, test } from 'vitest'
import { paintOf } from './css-paint.ts'

test.each([
  ['rgb(16, 32, 31)', 1, { colour: '#10201f', opacity: 1 }],
  ['rgba(255, 0, 0, 0.5)', 0.5, { colour: '#ff0000', opacity: 0.25 }],
  ['rgb(1 2 3 / 50%)', 1, { colour: '#010203', opacity: 0.5 }],
  ['color(srgb 1 0.5 0)', 1, { colour: '#ff8000', opacity: 1 }],
  ['rgba(0, 0, 0, 0)', 1, undefined],
  ['rgb(1, 2, 3)', 0, undefined],
  ['none', 1, undefined],
  ['url("#hash")', 1, undefined],
])('%s over %d', (value, opacity, paint) => {
  expect(paintOf(value, opacity)).toEqual(paint)
})
