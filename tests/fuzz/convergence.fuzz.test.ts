import { expect, it } from 'vitest'
import { describeFailure, search, shrink } from '../support/fuzz-search.ts'

/** `FUZZ_SEED=… FUZZ_RUNS=… npx vitest run --project fuzz` begins at a seed and tries so many from there on. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const runs = Number(process.env.FUZZ_RUNS ?? 200)

it('W1 W4 W5 W8 P5 A5 A10 A12: whatever breaks, all end equal and nothing that was seen or counted is lost', async () => {
  const failure = await search(seed, runs)
  expect(failure && describeFailure(await shrink(failure))).toBeUndefined()
}, 3_600_000)
