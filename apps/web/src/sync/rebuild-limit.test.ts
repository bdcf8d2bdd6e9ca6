import { expect, test } from 'vitest'
import { RebuildLimit } from './rebuild-limit.ts'

test('two documents a minute are brought over, the third is not, and then it stops', () => {
  const limit = new RebuildLimit()
  expect([0, 1_000, 2_000, 3_000].map((at) => limit.take(at))).toEqual(['replay', 'replay', 'discard', 'stop'])
  expect(limit.take(59_999)).toBe('stop')
  expect(limit.take(60_500)).toBe('discard')
  expect(limit.take(200_000)).toBe('replay')
})
