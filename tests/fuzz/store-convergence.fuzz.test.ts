import type { RichTextWriter } from '@samtavle/shared/board-doc'
import { writeRichText } from '@samtavle/shared/rich-text-doc'
import { expect, it } from 'vitest'
import { StoreWorld } from '../support/store-world.ts'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const runs = Number(process.env.FUZZ_RUNS ?? 20)
const PEERS = 5
const STEPS = 500

function play(seedOfRun: number, writeText?: RichTextWriter): string | undefined {
  const world = new StoreWorld(seedOfRun, PEERS, writeText)
  try {
    for (let i = 0; i < STEPS; i++) world.step()
    world.settle()
    return world.problem()
  } catch (error) {
    throw new Error(`FUZZ_SEED=${seedOfRun} FUZZ_RUNS=1`, { cause: error })
  } finally {
    world.destroy()
  }
}

it('five canvases that lose their connection again and again end equal, and nothing on them is lost', () => {
  for (let run = 0; run < runs; run++) {
    expect(play(seed + run), `FUZZ_SEED=${seed + run}`).toBeUndefined()
  }
}, 3_600_000)

it('one whose canvas writes every text anew is found out: what others add to the old one is lost', () => {
  const replace: RichTextWriter = (fragment, richText) => {
    fragment.delete(0, fragment.length)
    writeRichText(fragment, richText)
  }
  const problems = Array.from({ length: 10 }, (_, run) => play(seed + run, replace))
  expect(problems.find((problem) => problem?.endsWith('was lost'))).toBeDefined()
})
