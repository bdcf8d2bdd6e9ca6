import { afterEach, beforeEach, vi } from 'vitest'

/**
 * An error that nobody expected fails the test it happened in, even when every assertion passes. A test that expects
 * one says so with its own `vi.spyOn(console, 'error')`, which replaces this one.
 */
const seen: unknown[][] = []

beforeEach(() => {
  seen.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    seen.push(words)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  const errors = seen.splice(0)
  if (errors.length > 0)
    throw new Error(`unexpected console.error: ${errors.map((words) => words.join(' ')).join('\n')}`)
})
