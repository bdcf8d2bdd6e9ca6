import { expect, it, vi } from 'vitest'
import { localMoment } from './local-moment.ts'

it.each([
  [-60, '+01:00'],
  [0, '+00:00'],
  [210, '-03:30'],
])('says what the clock says here, %i minutes from the world’s', (offset, words) => {
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset)
  const date = new Date(2026, 10, 21, 9, 5, 7)
  expect(localMoment(date)).toBe(`2026-11-21T09:05:07${words}`)
  vi.restoreAllMocks()
})
