import { expect, test } from 'vitest'
import { createKeptPages } from './kept-pages.ts'

const bytes = (length: number) => async () => 'x'.repeat(length)

test('what a hundred ask for at once is made once', async () => {
  const kept = createKeptPages()
  let made = 0
  const make = async () => {
    made += 1
    return 'page'
  }
  const all = await Promise.all(Array.from({ length: 100 }, () => kept.get('a', make)))
  expect(made).toBe(1)
  expect(new Set(all).size).toBe(1)
})

test('memory is bounded, and what nobody asked for longest goes first', async () => {
  const kept = createKeptPages(250)
  const first = await kept.get('a', bytes(100))
  await kept.get('b', bytes(100))
  expect(await kept.get('a', bytes(100))).toBe(first)
  await kept.get('c', bytes(100))
  expect(kept.size()).toBe(200)
  expect(await kept.get('a', bytes(100))).toBe(first)
  let madeAgain = false
  await kept.get('b', async () => {
    madeAgain = true
    return 'b'
  })
  expect(madeAgain).toBe(true)
})

test('what is larger than all of it is made each time', async () => {
  const kept = createKeptPages(10)
  expect((await kept.get('a', bytes(100))).byteLength).toBe(100)
  expect(kept.size()).toBe(0)
})

test('a failure is told to all who wait, and not kept', async () => {
  const kept = createKeptPages()
  const failing = async () => {
    throw new Error('no database')
  }
  await expect(Promise.all([kept.get('a', failing), kept.get('a', failing)])).rejects.toThrow('no database')
  expect((await kept.get('a', bytes(3))).byteLength).toBe(3)
})
