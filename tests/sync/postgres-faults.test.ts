import { setTimeout as pass } from 'node:timers/promises'
import { LIMITS } from '@samtavle/shared/protocol'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { TELLING_MS } from '../support/edit-history.ts'
import { type FaultScene, hasPostgres, openFaultScene } from '../support/fault-scene.ts'
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.ts'
import { untilMore, untilShown } from '../support/recorded-writer.ts'
import { readFigure } from '../support/server-figures.ts'
import type { CountedProvider } from '../support/sync-client.ts'
import { servicesRequired } from '../support/test-database.ts'
import { expectNothingLost } from '../support/writer-scene.ts'

/** Faults of PostgreSQL itself: one of this file's own, frozen and killed with the server connected to it. */
const skip = !hasPostgres() && !servicesRequired
const EDIT_EVERY_MS = 15
const FROZEN_MS = 5_000
const MANY = 9
/** Within this, `/readyz` tells how the database is. */
const READINESS_MS = 2_000

let scene: FaultScene
let database: PostgresServer
beforeAll(async () => {
  if (skip) return
  database = await startPostgresServer()
  scene = await openFaultScene({ url: database.url, remove: () => database.stop() }, { boards: 2 })
}, 120_000)
afterAll(() => scene?.close())
/** Lets a frozen PostgreSQL go on, also after a test that failed. */
let thaw = () => {}
afterEach(async () => {
  thaw()
  await scene?.renew()
})

/** The code with which the next connection that ends does so. */
function untilClosed(provider: CountedProvider['provider']): Promise<number | undefined> {
  return new Promise((resolve) => {
    provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code))
  })
}

/** Milliseconds until `/readyz` answers with this status. */
async function untilReadiness(status: number): Promise<number> {
  const began = performance.now()
  while ((await fetch(`${scene.server.url}/readyz`)).status !== status) await pass(20)
  return performance.now() - began
}

/** Milliseconds that `/healthz` takes to answer. */
async function askHealth(): Promise<number> {
  const began = performance.now()
  expect((await fetch(`${scene.server.url}/healthz`)).status).toBe(200)
  return performance.now() - began
}

test('F3 and F8: PostgreSQL is frozen for five seconds', { skip, timeout: 60_000 }, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  thaw = await database.freeze()
  const answers = scene.outage()
  const began = performance.now()
  expect(await untilReadiness(503)).toBeLessThan(READINESS_MS)
  expect(await askHealth()).toBeLessThan(1_000)
  const savedBefore = writers.map(({ connection }) => connection.savedMark)
  await pass(FROZEN_MS - (performance.now() - began))
  expect(writers.map(({ connection }) => connection.roomState)).toEqual(writers.map(() => 'degraded'))
  await untilMore(writers)
  expect(writers.map(({ connection }) => connection.savedMark)).toEqual(savedBefore)
  answers()
  thaw()
  expect(await untilReadiness(200)).toBeLessThan(READINESS_MS)
  await expectNothingLost(scene)
})

test('F3: more waits than a room may hold: nobody may write until it is stored, then everybody syncs anew', {
  skip,
  timeout: 60_000,
}, async () => {
  const writers = await Promise.all(['ann', 'bo', 'cy'].map(() => scene.join(0)))
  const states = () => new Set(writers.map(({ connection }) => connection.roomState))
  for (const writer of writers) writer.write()
  await scene.settle()
  thaw = await database.freeze()
  const answers = scene.outage()
  for (const writer of writers) writer.write()
  await expect.poll(states, { timeout: 10_000, interval: 20 }).toEqual(new Set(['degraded']))
  const codes = writers.map(({ connection }) => untilClosed(connection.provider))
  // Each within what one socket may send at once, together more than a room may hold.
  for (const writer of writers) for (let i = 0; i < MANY; i++) writer.write(350_000)
  await expect.poll(states, { timeout: 10_000, interval: 20 }).toEqual(new Set(['read-only']))
  const refused = writers.map((writer) => writer.write())
  answers()
  thaw()
  expect(await Promise.all(codes)).toEqual([1012, 1012, 1012])
  await untilShown(writers, () => refused.every((key) => writers.every(({ map }) => map.has(key))))
  await expectNothingLost(scene, writers.length * (MANY + 3))
})

test('W10: C9 a backup is put in place of the database, under a running server: open boards are stored again', {
  skip,
  timeout: 60_000,
}, async () => {
  const writers = await Promise.all([scene.join(0), scene.join(0), scene.join(0), scene.join(1)])
  for (const writer of writers) writer.write()
  // More than a client may send at once: the board goes back into the store as one row all the same.
  const onFirst = writers.slice(0, 3)
  for (let i = 0; i < MANY; i++) for (const writer of onFirst) writer.write(400_000)
  expect(onFirst.length * MANY * 400_000).toBeGreaterThan(LIMITS.frameBytes)
  await scene.settle()
  const goBack = await database.backUp()
  for (let i = 0; i < MANY; i++) for (const writer of writers) writer.write()
  await scene.settle()
  expect(await readFigure(scene.server, 'samtavle_durability_rollback_detected_total')).toBe(0)
  await goBack()
  // Nobody writes, and nobody comes back with what the database lacks now.
  await expect
    .poll(() => readFigure(scene.server, 'samtavle_durability_rollback_detected_total'), { timeout: 10_000 })
    .toBe(1)
  await expect.poll(() => readFigure(scene.server, 'samtavle_updates_waiting'), { timeout: 10_000 }).toBe(0)
  scene.die()
  await scene.server.kill()
  await scene.server.start()
  const { violations, acknowledged } = await scene.check(false)
  expect(violations).toEqual([])
  expect(acknowledged).toBe(writers.length * (MANY + 1) + onFirst.length * MANY)
})

test('F3: one frozen session does not keep updates from being stored', { skip, timeout: 60_000 }, async () => {
  const [ann, bo] = [await scene.join(0), await scene.join(0)]
  ann.write()
  await scene.settle()
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  const sessions = await sql<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE query LIKE '%INSERT INTO board_update%' AND pid <> pg_backend_pid() ORDER BY query_start DESC LIMIT 1`
  await sql.end()
  expect(sessions).toHaveLength(1)
  // Nothing is being stored just now, so it holds no lock that the others need.
  for (const { pid } of sessions) process.kill(pid, 'SIGSTOP')
  try {
    const began = performance.now()
    for (let i = 0; i < 10; i++) ann.write()
    await untilShown([bo], () => bo.map.has(`${ann.name}.${ann.edits}`))
    expect(performance.now() - began).toBeLessThan(TELLING_MS.degraded + TELLING_MS.healthy)
  } finally {
    for (const { pid } of sessions) process.kill(pid, 'SIGCONT')
  }
  await expectNothingLost(scene, 10)
})

test.for([0, 3_500])(
  'F2: PostgreSQL is killed and comes back after %i ms',
  { skip, timeout: 90_000 },
  async (awayMs) => {
    const writers = await scene.busy(EDIT_EVERY_MS)
    const began = performance.now()
    await database.kill()
    // Its children may end what they are at, so the outage begins when they are gone: the first start that works.
    if (awayMs > 0) {
      const answers = scene.outage()
      expect(await untilReadiness(503)).toBeLessThan(READINESS_MS)
      expect(await askHealth()).toBeLessThan(1_000)
      await pass(Math.max(0, awayMs - (performance.now() - began)))
      await database.start()
      answers()
    } else await database.start()
    expect(await untilReadiness(200)).toBeLessThan(READINESS_MS)
    await untilMore(writers)
    await expectNothingLost(scene)
  },
)
