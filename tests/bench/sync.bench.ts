/**
 * Our sync server against its peers on the same load: interleaved rounds, medians, ratios, goals.
 *
 *   npm run bench sync -- --scenario fan-out --rounds 5 --only ours,relay
 *
 * A complete run (all servers, five rounds or more) writes `results/sync-<scenario>.json`, any other one the same into
 * `.build/bench/`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { CONTENDERS, type Contender, openContender, PEER_NAMES } from './sync/contenders.ts'
import { endWithSignals } from './sync/live-processes.ts'
import { obeyParent } from './sync/load/load-process.ts'
import { LOAD_WORD } from './sync/load-generator.ts'
import { type BenchOptions, ROUNDS, readOptions } from './sync/options.ts'
import { installPeers } from './sync/peer-packages.ts'
import { resultTable } from './sync/result-table.ts'
import { mediansOf, type Rounds, runScenario } from './sync/run-scenario.ts'
import type { Scenario } from './sync/scenarios.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Beyond this the generator did not get the processor when it wanted to, and nobody else did either. */
const LATE_MS = 10
const TOO_BUSY = `! Messages were sent more than ${LATE_MS} ms late: this machine is too busy for times to mean anything.`

const say = (line: string): void => console.log(line)

async function keep(scenario: Scenario, found: Rounds, contenders: readonly Contender[], options: BenchOptions) {
  const everyRound = [...found.values()].every((rounds) => rounds.length >= ROUNDS)
  const complete = contenders.length === CONTENDERS.length && everyRound && !options.profile
  const folder = join(ROOT, complete ? 'tests/bench/results' : '.build/bench')
  const medians = Object.fromEntries(mediansOf(scenario, found))
  const result = {
    scenario: scenario.name,
    about: scenario.about,
    measured: new Date().toISOString().slice(0, 10),
    machine: {
      processor: cpus()[0]?.model,
      cores: cpus().length,
      memoryGB: Math.round(totalmem() / 1e9),
      linux: release(),
    },
    versions: Object.fromEntries(contenders.map(({ name, version, node }) => [name, { version, node }])),
    task: scenario.task,
    board: scenario.board,
    rooms: scenario.rooms,
    medians,
    rounds: Object.fromEntries(found),
  }
  await mkdir(folder, { recursive: true })
  const file = `sync-${scenario.name}.json`
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value)
  await writeFile(join(folder, file), `${JSON.stringify(result, rounded, 2)}\n`)
  say(`  written to ${complete ? 'tests/bench/results' : '.build/bench'}/${file}\n`)
}

async function bench(options: BenchOptions): Promise<void> {
  endWithSignals()
  if (process.platform !== 'linux') throw new Error('this measurement reads /proc and needs Linux')
  await installPeers()
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const contenders: Contender[] = []
  try {
    for (const name of options.contenders) contenders.push(await openContender(name, version))
    for (const scenario of options.scenarios) {
      say(`${scenario.name}: ${scenario.about}`)
      const found = await runScenario(scenario, contenders, { rounds: options.rounds, profile: options.profile, say })
      say('')
      say(resultTable(scenario.measures, mediansOf(scenario, found), [...found.keys()], PEER_NAMES))
      if ([...found.values()].flat().some(({ lateMs = 0 }) => lateMs > LATE_MS)) say(TOO_BUSY)
      await keep(scenario, found, contenders, options)
    }
  } finally {
    for (const contender of contenders) await contender.close()
  }
}

if (process.argv.includes(LOAD_WORD)) await obeyParent()
else {
  try {
    await bench(readOptions(process.argv.slice(2)))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
