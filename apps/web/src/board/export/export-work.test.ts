import { expect, test } from 'vitest'
import { exportWork, stretchOf } from './export-work.ts'

test('a stretch of work tells its share of the whole', async () => {
  const shares: number[] = []
  const work = exportWork(new AbortController().signal, (share) => shares.push(Math.round(share * 100)), 0)
  const first = stretchOf(work, 0, 0.5)
  await first.step(0, 4)
  await first.step(4, 4)
  const second = stretchOf(stretchOf(work, 0.5, 1), 0, 0.5)
  await second.step(1, 2)
  await second.step(0, 0)
  await work.step(9, 4)
  expect(shares).toEqual([0, 50, 63, 50, 100])
})

test('who has stopped it stops it at the next step, also one that had begun', async () => {
  const controller = new AbortController()
  const work = stretchOf(
    exportWork(controller.signal, () => {}, 0),
    0,
    1,
  )
  const begun = work.step(1, 2)
  controller.abort()
  await expect(begun).rejects.toThrow(/abort/i)
  await expect(work.step(2, 2)).rejects.toThrow(/abort/i)
})

test('the page gets its turns at times, not at every step', async () => {
  const shares: number[] = []
  const work = exportWork(new AbortController().signal, (share) => shares.push(share), 60_000)
  for (const done of [0, 1, 2, 3]) await work.step(done, 4)
  expect(shares).toEqual([0])
})
