import type { FuzzJournal } from './fuzz-journal.ts'
import type { Plants } from './fuzz-node.ts'
import { quiesce } from './fuzz-quiesce.ts'
import { drawSetup, drawSteps, type FuzzStep, take } from './fuzz-steps.ts'
import { type FuzzSetup, FuzzWorld } from './fuzz-world.ts'
import { createRandom } from './seeded-random.ts'

export type PlantedWorld = Plants & { journal?: typeof FuzzJournal }

const STEPS = { least: 60, most: 200 }
/** How many runs finding a shorter failing case may take. */
const SHRINK_RUNS_MAX = 250

/** Runs the steps in a fresh world. @returns what was breached, oldest first; nothing when the contract held */
export async function run(setup: FuzzSetup, steps: readonly FuzzStep[], plants: PlantedWorld = {}): Promise<string[]> {
  const world = new FuzzWorld(setup, plants)
  const { breaches } = world.contract
  try {
    if (setup.together)
      for (let peer = 0; peer < setup.peers.length; peer++) await take(world, { do: 'connect', peer, node: peer })
    for (const step of steps) {
      await take(world, step)
      if (breaches.length > 0) return breaches
    }
    await quiesce(world)
    return breaches
  } catch (error) {
    return [...breaches, `error: ${error instanceof Error ? error.stack : String(error)}`]
  } finally {
    world.close()
  }
}

/** The world and the steps that a seed stands for. */
export function draw(seed: number): { setup: FuzzSetup; steps: FuzzStep[] } {
  const random = createRandom(seed)
  const setup = drawSetup(random)
  return { setup, steps: drawSteps(random, STEPS.least + random.int(STEPS.most - STEPS.least)) }
}

/** A run that breached the contract. */
export type Failure = { seed: number; setup: FuzzSetup; steps: readonly FuzzStep[]; breaches: readonly string[] }

/** Tries so many seeds from `first` on; the first failure ends it. */
export async function search(first: number, runs: number, plants: PlantedWorld = {}): Promise<Failure | undefined> {
  for (let seed = first; seed < first + runs; seed++) {
    const { setup, steps } = draw(seed)
    const breaches = await run(setup, steps, plants)
    if (breaches.length > 0) return { seed, setup, steps, breaches }
  }
  return undefined
}

/** Takes out of a failing run whatever it fails without: first the half, then ever smaller pieces. */
export async function shrink(failure: Failure, plants: PlantedWorld = {}): Promise<Failure> {
  let best = failure
  let runs = 0
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = best.steps.length - size; at > -size && runs < SHRINK_RUNS_MAX; at -= size) {
      const from = Math.max(at, 0)
      const steps = [...best.steps.slice(0, from), ...best.steps.slice(at + size)]
      runs += 1
      const breaches = await run(best.setup, steps, plants)
      if (breaches.length > 0) best = { ...best, steps, breaches }
    }
  }
  return best
}

/** All that somebody needs to see what went wrong, and to see it again. */
export function describeFailure({ seed, setup, steps, breaches }: Failure): string {
  return [
    `seed ${seed} breaches the contract; again with`,
    `  FUZZ_SEED=${seed} FUZZ_RUNS=1 npx vitest run --project fuzz tests/fuzz/convergence.fuzz.test.ts`,
    ...breaches.map((breach) => `  ✗ ${breach}`),
    `  ${JSON.stringify(setup)}`,
    ...steps.map((step, i) => `  ${i + 1}. ${JSON.stringify(step)}`),
  ].join('\n')
}
