import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contender, Running } from './contenders.ts'
import { assertRunning } from './live-processes.ts'
import type { Figures, KillTask } from './load/load-task.ts'
import { generateLoad } from './load-generator.ts'
import { OUR_PROGRAM } from './our-server.ts'
import { readProfile, type SelfTime } from './profile-summary.ts'
import type { Scenario } from './scenarios.ts'
import { median } from './statistics.ts'
import { makeStoredBoard } from './stored-board.ts'

/** What a scenario found: the figures of every round, by contender. */
export type Rounds = Map<string, Figures[]>

export type ScenarioOptions = {
  rounds: number
  profile: boolean
  say: (line: string) => void
}

/** Runs a scenario round by round, every contender once in each, beginning with another one each time. */
export async function runScenario(
  scenario: Scenario,
  contenders: readonly Contender[],
  { rounds, profile, say }: ScenarioOptions,
): Promise<Rounds> {
  const taking = contenders.filter(({ name }) => scenario.relay || name !== 'relay')
  const board = makeStoredBoard(scenario.board)
  const found: Rounds = new Map(taking.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < taking.length; turn++) {
      const contender = taking[(round + turn) % taking.length]
      if (contender === undefined) continue
      const folder = profile && contender.name === 'ours' ? await mkdtemp(join(tmpdir(), 'samtavle-prof-')) : undefined
      const nodeArgs = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
      try {
        const running = await contender.start(board, scenario.rooms, nodeArgs)
        try {
          const figures = await measure(scenario, running, round)
          found.get(contender.name)?.push(figures)
          say(`  ${round + 1} ${contender.name}: ${inShort(scenario, figures)}`)
        } finally {
          await running.stop()
        }
        if (folder !== undefined) sayProfile(await readProfile(folder, OUR_PROGRAM), say)
      } catch (error) {
        assertRunning()
        // The others' rounds are worth having all the same; a contender without any is shown without figures.
        say(`  ${round + 1} ${contender.name} failed: ${(error as Error).message}`)
      } finally {
        if (folder !== undefined) await rm(folder, { recursive: true, force: true })
      }
    }
  }
  return found
}

async function measure(scenario: Scenario, running: Running, round: number): Promise<Figures> {
  if (scenario.task.kind === 'kill') return await killAndLook(scenario, scenario.task, running, round)
  const order = { server: running.server, board: scenario.board, task: scenario.task }
  return await generateLoad(order, scenario.withinMs)
}

/** Kills the server while people write, starts it again, and compares what others had seen with what is there. */
async function killAndLook(scenario: Scenario, task: KillTask, running: Running, round: number): Promise<Figures> {
  // Another moment in every round, the same for all contenders.
  const killAfterMs = task.killAfterMs * (0.4 + ((round * 0.37) % 1))
  const { board, withinMs } = scenario
  const before = await generateLoad({ server: running.server, board, task: { ...task, killAfterMs } }, withinMs)
  await running.restart()
  const { writers } = task
  const after = await generateLoad({ server: running.server, board, task: { kind: 'read-back', writers } }, withinMs)
  let [seen, lost] = [0, 0]
  for (let writer = 0; writer < writers; writer++) {
    const [had, has] = [before[`seen${writer}`] ?? 0, after[`stored${writer}`] ?? 0]
    seen += had
    lost += Math.max(0, had - has)
  }
  return { seen, lost }
}

/** Medians by figure and contender; what kills lost is added up instead. */
export function mediansOf(scenario: Scenario, found: Rounds): Map<string, Record<string, number>> {
  const medians = new Map<string, Record<string, number>>()
  const put = (figure: string, contender: string, value: number) =>
    medians.set(figure, { ...medians.get(figure), [contender]: value })
  for (const [contender, rounds] of found) {
    for (const figure of new Set(rounds.flatMap((figures) => Object.keys(figures)))) {
      const values = rounds.flatMap((figures) => figures[figure] ?? [])
      const sum = values.reduce((total, value) => total + value, 0)
      put(figure, contender, scenario.kills ? sum : median(values))
      if (figure === 'lost') put('worstLost', contender, Math.max(...values))
    }
  }
  return medians
}

function inShort(scenario: Scenario, figures: Figures): string {
  return scenario.measures
    .flatMap(({ figure, label, digits = 1 }) => {
      const value = figures[figure]
      return value === undefined ? [] : [`${label} ${value.toFixed(digits)}`]
    })
    .join(', ')
}

const SHOWN_FUNCTIONS = 20

function sayProfile(functions: readonly SelfTime[], say: (line: string) => void): void {
  say('    where our server spent its time (its own, without what it calls):')
  for (const { name, share, ms } of functions.slice(0, SHOWN_FUNCTIONS)) {
    say(`    ${(share * 100).toFixed(1).padStart(5)} %  ${ms.toFixed(0).padStart(6)} ms  ${name}`)
  }
}
