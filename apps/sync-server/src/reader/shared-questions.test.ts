import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCountedOpenings } from './counted-openings.ts'
import { createSharedQuestions } from './shared-questions.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('who asks the same meanwhile gets the same answer, who asks later a new one', async () => {
  const share = createSharedQuestions<number>()
  let asked = 0
  const ask = async () => ++asked
  expect(await Promise.all([share('a', ask), share('a', ask), share('b', ask)])).toEqual([1, 1, 2])
  expect(await share('a', ask)).toBe(3)
})

test('a failure is told to all who wait, and not remembered', async () => {
  const share = createSharedQuestions<number>()
  const fail = async () => {
    throw new Error('no database')
  }
  const both = [share('a', fail), share('a', fail)]
  for (const one of both) await expect(one).rejects.toThrow('no database')
  expect(await share('a', async () => 1)).toBe(1)
})

test('openings are counted together, by link, and a failure stops nothing', async () => {
  const counted: [string, number][] = []
  const failures: unknown[] = []
  const note = createCountedOpenings(async (linkId, times) => {
    if (linkId === 'bad') throw new Error('no database')
    counted.push([linkId, times])
  }, failures.push.bind(failures))
  for (const link of ['a', 'a', 'bad', 'b', 'a']) note(link)
  expect(counted).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(counted).toEqual([
    ['a', 3],
    ['b', 1],
  ])
  expect(failures).toHaveLength(1)
  note('a')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(counted.at(-1)).toEqual(['a', 1])
})
