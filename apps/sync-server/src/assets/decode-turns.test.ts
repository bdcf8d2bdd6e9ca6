import { expect, test } from 'vitest'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { createDecodeTurns } from './decode-turns.ts'

/** Work that a test ends by hand. */
function createWork() {
  const running = new Map<string, () => void>()
  const start = (name: string) => () => new Promise<string>((resolve) => running.set(name, () => resolve(name)))
  const end = async (name: string) => {
    running.get(name)?.()
    running.delete(name)
    await settle()
  }
  return { start, end, names: () => [...running.keys()] }
}

test('two at once, the others in the order in which they came', async () => {
  const [turn, work] = [createDecodeTurns(), createWork()]
  const all = ['a', 'b', 'c', 'd'].map((name) => turn(1, work.start(name)))
  await settle()
  expect(work.names()).toEqual(['a', 'b'])
  await work.end('b')
  expect(work.names()).toEqual(['a', 'c'])
  await work.end('a')
  await work.end('c')
  await work.end('d')
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
})

test('a large one runs with none that would not fit beside it, and nobody overtakes who waits for it', async () => {
  const [turn, work] = [createDecodeTurns(), createWork()]
  const all = [
    turn(30_000_000, work.start('large')),
    turn(20_000_000, work.start('next')),
    turn(1, work.start('small')),
  ]
  await settle()
  expect(work.names()).toEqual(['large'])
  await work.end('large')
  expect(work.names()).toEqual(['next', 'small'])
  await work.end('next')
  await work.end('small')
  await Promise.all(all)
  // Alone, everything fits.
  const huge = turn(80_000_000, work.start('huge'))
  await settle()
  expect(work.names()).toEqual(['huge'])
  await work.end('huge')
  await huge
})

test('what fails makes room too, and who comes when sixteen wait is asked to come back', async () => {
  const [turn, work] = [createDecodeTurns(), createWork()]
  const failing = turn(1, async () => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  const all = Array.from({ length: 18 }, (_, i) => turn(1, work.start(String(i))))
  await settle()
  await expect(turn(1, work.start('late'))).rejects.toMatchObject({ code: 'too_many_requests' })
  for (let i = 0; i < 18; i++) await work.end(String(i))
  expect(await Promise.all(all)).toHaveLength(18)
})
