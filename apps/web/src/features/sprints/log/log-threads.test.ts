import { describe, expect, it } from 'vitest'
import { byDate, latestOf, localDate, threadsOf } from './log-threads.ts'

const row = (number: number, corrects: number | null = null, at = `2026-09-0${number}T10:00:00`) => ({
  number,
  corrects,
  at,
})

describe('threads', () => {
  it('put every correction to the line that it began with, in whatever order they come', () => {
    const threads = threadsOf([row(4, 3), row(1), row(3, 1), row(2)])
    expect(threads.map(({ first, corrections }) => [first.number, ...corrections.map((line) => line.number)])).toEqual([
      [1, 3, 4],
      [2],
    ])
    expect(threads.map((thread) => latestOf(thread).number)).toEqual([4, 2])
  })

  it('keep a line that corrects what is not there', () => {
    expect(threadsOf([row(2, 1)]).map(({ first }) => first.number)).toEqual([2])
  })
})

describe('days', () => {
  it('come newest first, and so do the lines of each; a correction stays with its line', () => {
    const threads = threadsOf([row(1), row(2, null, '2026-09-01T15:00:00'), row(3, 1), row(4)])
    expect(byDate(threads).map((day) => [day.date, ...day.threads.map(({ first }) => first.number)])).toEqual([
      ['2026-09-04', 4],
      ['2026-09-01', 2, 1],
    ])
  })

  it('are those on the wall', () => {
    expect(localDate(new Date(2026, 8, 7, 0, 5))).toBe('2026-09-07')
    expect(localDate(new Date(2026, 8, 7, 23, 55))).toBe('2026-09-07')
  })
})
