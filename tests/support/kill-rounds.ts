import fc from 'fast-check'
import { expect, onTestFinished } from 'vitest'
import { type RecordedWriter, untilMore } from './recorded-writer.ts'
import type { DatabaseKind } from './test-database.ts'
import { spawnTestServer } from './test-server.ts'
import { expectNothingLost, openWriterScene, type WriterScene } from './writer-scene.ts'

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
/** How often everybody is killed. `npm run faults` sets it; a start of PGlite takes seconds, so it gets fewer. */
const ROUNDS: Record<DatabaseKind, number> = {
  postgres: Number(process.env.KILL_ROUNDS ?? 30),
  pglite: Number(process.env.KILL_ROUNDS_PGLITE ?? 20),
}
/** After so many kills of everybody comes one of the server alone, whose clients bring back what they hold. */
const SERVER_ALONE_EVERY = 10
/** After so many rounds the boards are left for new ones: what a check looks at must not grow for ever. */
const NEW_BOARDS_EVERY = 30
const BOARDS = 2
const EDIT_EVERY_MS = 8

/** Everything that was sent to it has been read, and it knows that the server is gone. */
const disconnected = ({ connection: { provider } }: RecordedWriter): Promise<void> =>
  provider.wsconnected
    ? new Promise((resolve) => {
        const look = ({ status }: { status: string }) => {
          if (status !== 'disconnected') return
          provider.off('status', look)
          resolve()
        }
        provider.on('status', look)
      })
    : Promise.resolve()

async function openScene(kind: DatabaseKind): Promise<WriterScene> {
  const server = await spawnTestServer({ kind, env: { LOG_LEVEL: 'warn' } })
  onTestFinished(() => server.close())
  const scene = await openWriterScene(server, { boards: BOARDS })
  onTestFinished(() => scene.close())
  return scene
}

/**
 * Kills the server in the middle of edits, and all clients when they have read its last words; then starts it again.
 * @returns milliseconds until it listened
 */
async function killAll(scene: WriterScene, alsoClients: boolean): Promise<number> {
  scene.clients.shut()
  await Promise.all([scene.server.kill(), ...scene.writers.map(disconnected)])
  if (alsoClients) scene.die()
  return await scene.server.start()
}

/** How long the rounds may take, in milliseconds. */
export const killRoundsTimeout = (kind: DatabaseKind): number => 120_000 + 10_000 * ROUNDS[kind]

/**
 * Kills the server, and most times everybody who writes, again and again, and judges after every kill what there is.
 * A test of its own for each kind of database: one file each, so that they run side by side.
 */
export async function expectKillsLoseNothing(kind: DatabaseKind): Promise<void> {
  const scene = await openScene(kind)
  const rounds = ROUNDS[kind] + Math.ceil(ROUNDS[kind] / SERVER_ALONE_EVERY)
  // How many more edits of each other they see before the kill: some rounds hit a busy server, some a fresh one.
  const pauses = fc.sample(fc.integer({ min: 1, max: 60 }), { seed: SEED, numRuns: rounds })
  const restarts: number[] = []
  const total = { edits: 0, acknowledged: 0, seen: 0 }
  const judge = async (settled: boolean, round: number) => {
    const { violations, ...weight } = await scene.check(settled)
    expect(violations, `round ${round + 1}, seed ${SEED}`).toEqual([])
    return weight
  }
  const count = (weight: typeof total) => {
    for (const key of ['edits', 'acknowledged', 'seen'] as const) total[key] += weight[key]
  }
  for (const [round, pause] of pauses.entries()) {
    const serverAlone = round % (SERVER_ALONE_EVERY + 1) === SERVER_ALONE_EVERY
    const writers = scene.writers.length > 0 ? scene.writers : await scene.busy(EDIT_EVERY_MS, 1)
    await untilMore(writers, pause)
    restarts.push(await killAll(scene, !serverAlone))
    const weight = await judge(false, round)
    scene.clients.open()
    if ((round + 1) % 100 === 0) console.info(`${kind}: ${round + 1} of ${rounds} kills, 0 violations`)
    if ((round + 1) % NEW_BOARDS_EVERY !== 0) continue
    count(weight)
    await scene.renew()
  }
  // The end is one without a kill: who still lives, or comes now, holds what the board holds.
  if (scene.writers.length === 0) await scene.busy(EDIT_EVERY_MS)
  await expectNothingLost(scene, rounds)
  count(await judge(true, rounds))
  expect(total.acknowledged).toBeGreaterThan(rounds * BOARDS)
  const middle = restarts.sort((a, b) => a - b)[restarts.length >> 1] ?? 0
  console.info(
    `${kind}: ${rounds} kills, ${total.edits} edits, ${total.seen} seen and ${total.acknowledged} acknowledged, ` +
      `0 violations; median restart ${Math.round(middle)} ms; seed ${SEED}`,
  )
}
