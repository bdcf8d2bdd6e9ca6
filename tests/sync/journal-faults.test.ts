import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  type FaultScene,
  hasPostgres,
  openFaultScene,
  type SceneDatabase,
  sharedDatabase,
} from '../support/fault-scene.ts'
import type { JournalFault } from '../support/journal-faults.ts'
import { untilMore, untilShown } from '../support/recorded-writer.ts'
import { servicesRequired } from '../support/test-database.ts'
import { expectNothingLost } from '../support/writer-scene.ts'

/** Faults on the way between the server and PostgreSQL, and between clients and the server, played by proxies. */
const skip = !hasPostgres() && !servicesRequired
const EDIT_EVERY_MS = 10

let scene: FaultScene
let database: SceneDatabase
beforeAll(async () => {
  if (skip) return
  database = await sharedDatabase()
  scene = await openFaultScene(database, { boards: 2 })
}, 120_000)
afterAll(() => scene?.close())
afterEach(() => scene?.renew())

/** Rows of the journal, and how many of them lie there once more. */
async function countRows(): Promise<{ rows: number; again: number }> {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  const [row] = await sql<{ rows: number; again: number }[]>`
    SELECT count(*)::int AS rows, (count(*) - count(DISTINCT (board_id, payload)))::int AS again FROM board_update`
  await sql.end()
  return row ?? { rows: 0, again: 0 }
}

const answersThatAreLost: JournalFault[] = ['cut the answer', 'hold the answer']
test.for(answersThatAreLost)(
  'F4: "%s": what committed unknown to the server is stored twice and shown once',
  { skip, timeout: 60_000 },
  async (fault) => {
    const writers = await scene.busy(EDIT_EVERY_MS)
    const before = await countRows()
    scene.journal.plan([fault])
    await scene.journal.played()
    await untilMore(writers)
    await expectNothingLost(scene)
    // Else the statement never committed, or was not repeated, and this looked at nothing.
    expect((await countRows()).again).toBeGreaterThan(before.again)
  },
)

test('F4: a connection that ends in the middle of the statement', { skip, timeout: 60_000 }, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  const before = await countRows()
  scene.journal.plan(['cut the statement'])
  await scene.journal.played()
  await untilMore(writers)
  await expectNothingLost(scene)
  const after = await countRows()
  expect(after.again).toBe(before.again)
  expect(after.rows).toBeGreaterThan(before.rows)
})

test('F4: answers that never come, on one connection after the other', {
  skip,
  timeout: 60_000,
}, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  // More than the journal has connections.
  scene.journal.plan(['hold the answer', 'hold the answer', 'hold the answer'])
  await scene.journal.played()
  await untilMore(writers)
  await expectNothingLost(scene)
})

test('F4: one fault after the other', { skip, timeout: 120_000 }, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  const kinds = ['cut the answer', 'cut the statement', 'disk full'] as const
  scene.journal.plan(Array.from({ length: 12 }, (_, i) => kinds[i % kinds.length] ?? 'disk full'))
  await scene.journal.played()
  await untilMore(writers)
  await expectNothingLost(scene)
})

test('F5: errors for a full disk until everybody is told, then there is room', { skip, timeout: 60_000 }, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  const thereIsRoom = scene.outage()
  // More than the server can ask for in the time: the last ones are taken back when all have been told.
  scene.journal.plan(Array<JournalFault>(1_000).fill('disk full'))
  await expect
    .poll(() => writers.map(({ connection }) => connection.roomState), { timeout: 10_000, interval: 20 })
    .toEqual(writers.map(() => 'degraded'))
  expect(scene.journal.left).toBeLessThan(1_000)
  scene.journal.clear()
  thereIsRoom()
  await expectNothingLost(scene)
})

test('F6: whoever leaves and rejoins while the store is slow finds what was promised', {
  skip,
  timeout: 90_000,
}, async () => {
  const [ann, bo] = await Promise.all([scene.join(0), scene.join(0)])
  ann.keepWriting(EDIT_EVERY_MS)
  await untilMore([bo])
  scene.database.delay('back', 700)
  let last = ann
  for (let round = 0; round < 3; round++) {
    last.keepWriting(EDIT_EVERY_MS)
    await untilMore([bo], 3)
    // The rest of it is under way when its writer goes, and when it comes again without any memory.
    for (let i = 0; i < 20; i++) last.write()
    const promised = last.connection.savedMark
    const { name, edits } = last
    scene.leave([last])
    last = await scene.join(0)
    for (let i = 1; i <= promised; i++) expect(last.map.has(`${name}.${i}`)).toBe(true)
    // What reached a server that lives is stored, even if its writer heard nothing of it.
    await untilShown([bo], () => bo.map.has(`${name}.${edits}`))
  }
  scene.database.delay('back', 0)
  await expectNothingLost(scene, 10)
})

test('F6: everybody leaves while the store is slow, and somebody comes', { skip, timeout: 60_000 }, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  scene.database.delay('back', 700)
  await untilMore(writers, 2)
  const sent = writers.map(({ name, edits }) => `${name}.${edits}`)
  scene.leave()
  const [ann, bo] = await Promise.all([scene.join(0), scene.join(1)])
  scene.database.delay('back', 0)
  await untilShown([ann, bo], () => sent.every((key) => ann.map.has(key) || bo.map.has(key)))
  await expectNothingLost(scene)
})

test('F9: connections of clients that hang, are reset and cut in the middle of a frame', {
  skip,
  timeout: 90_000,
}, async () => {
  const writers = await scene.busy(EDIT_EVERY_MS)
  for (const bytes of [1, 7, 100, 1_500]) {
    scene.clients.cutAfter('onward', bytes)
    await untilMore(writers, 2)
    scene.clients.cutAfter('back', bytes)
    await untilMore(writers, 2)
    scene.clients.reset()
    await untilMore(writers, 2)
  }
  scene.clients.delay('onward', 40)
  scene.clients.delay('back', 90)
  await untilMore(writers)
  scene.clients.freeze()
  for (const writer of writers) for (let i = 0; i < 50; i++) writer.write()
  scene.clients.thaw()
  scene.clients.delay('onward', 0)
  scene.clients.delay('back', 0)
  await expectNothingLost(scene)
})
