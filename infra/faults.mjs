/**
 * `npm run faults`: kills the server and all its clients as often as asked, while they write, and looks for what is
 * missing afterwards.
 *
 *   npm run faults -- [--rounds 1000] [--database postgres|pglite] [--seed 42] [--all]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { requireNode } from './node-version.mjs'

requireNode()
const { build } = await import('./build.mjs')
const { root } = await import('./files.mjs')
const { install } = await import('./install.mjs')
const { run, since } = await import('./run.mjs')

/** @param {string} words */
function refuse(words) {
  console.error(words)
  process.exit(2)
}

/** The test that kills, by the kind of database. */
const KILLS = { postgres: 'tests/sync/kill-postgres.test.ts', pglite: 'tests/sync/kill-embedded.test.ts' }

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    database: { type: 'string', default: 'postgres' },
    seed: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) refuse(`--rounds must be a number from 1, not ${values.rounds}`)
if (!Object.hasOwn(KILLS, values.database)) refuse('--database must be postgres or pglite')
if (values.seed !== undefined && !/^\d+$/.test(values.seed)) refuse(`--seed must be a number, not ${values.seed}`)

await install()
await build({ only: ['server'] })
const start = performance.now()
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'sync', '--maxWorkers=1']
const kill = await run(process.execPath, [...vitest, KILLS[values.database], '--reporter=verbose'], {
  env: {
    // Without PostgreSQL this must fail, not pass with nothing done.
    ...(values.database === 'postgres' ? { REQUIRE_SERVICES: '1' } : {}),
    KILL_ROUNDS: values.rounds,
    KILL_ROUNDS_PGLITE: values.rounds,
    ...(values.seed === undefined ? {} : { SEED: values.seed }),
  },
})
let { code } = kill
if (values.all) {
  const names = ['journal-faults', 'postgres-faults', 'disk-full', 'reconnect']
  const others = await run(process.execPath, [...vitest, ...names.map((name) => `tests/sync/${name}.test.ts`)])
  code ||= others.code
}
console.log(`faults: ${code === 0 ? 'no violation' : 'FAILED'}, ${since(start)}`)
process.exitCode = code
