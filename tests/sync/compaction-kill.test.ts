import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMPACTION_STEPS, createCompactionWatch } from '../support/compaction-watch.ts'
import {
  type FaultScene,
  hasPostgres,
  openFaultScene,
  type SceneDatabase,
  sharedDatabase,
} from '../support/fault-scene.ts'
import { servicesRequired } from '../support/test-database.ts'
import { expectNothingLost } from '../support/writer-scene.ts'

const skip = !hasPostgres() && !servicesRequired
/** Five hundred rows make a compaction: with two writers that is some seconds of work. */
const EDIT_EVERY_MS = 2

const watch = createCompactionWatch()
let scene: FaultScene
let database: SceneDatabase
beforeAll(async () => {
  if (skip) return
  database = await sharedDatabase()
  scene = await openFaultScene(database, { inspect: watch.inspect })
}, 120_000)
afterAll(() => scene?.close())

/** The number of the newest snapshot. */
async function countSnapshots(): Promise<number> {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  const [row] = await sql<{ newest: number }[]>`SELECT coalesce(max(number), 0)::int AS newest FROM board_snapshot`
  await sql.end()
  return row?.newest ?? 0
}

test('V3: C7 kill -9 of the server at every step of a compaction loses nothing that was seen or acknowledged', {
  skip,
  timeout: 180_000,
}, async () => {
  // Twice: the second time there is a snapshot before, and rows that go with it.
  for (const step of [...COMPACTION_STEPS, ...COMPACTION_STEPS]) {
    const reached = watch.next(step)
    await scene.busy(EDIT_EVERY_MS)
    await reached
    scene.clients.shut()
    await scene.server.kill()
    scene.die()
    await scene.server.start()
    scene.clients.open()
    const { violations, acknowledged } = await scene.check(false)
    expect(violations, `killed when it had ${step}`).toEqual([])
    expect(acknowledged).toBeGreaterThan(0)
  }
  await scene.busy(EDIT_EVERY_MS)
  await expectNothingLost(scene)
  // Those that were ended after their statement was sent, at least those whose answer was on its way, are saved.
  expect(await countSnapshots()).toBeGreaterThanOrEqual(2)
})
