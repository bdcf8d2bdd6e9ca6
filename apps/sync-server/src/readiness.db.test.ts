import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { type ApiSession, createBoard } from '../../../tests/support/api-session.ts'
import { openCountedProvider, whenSynced } from '../../../tests/support/sync-client.ts'
import { createPostgresDatabase, servicesRequired } from '../../../tests/support/test-database.ts'
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts'

/** More than the pool has connections. */
const REQUESTS = 12

type Answer = { status: number; state: string }

const hasPostgres = inject('databases').postgres !== null

describe.skipIf(!hasPostgres && !servicesRequired)('a database that answers nothing', () => {
  let server: TestServer
  let session: ApiSession
  let database: Awaited<ReturnType<typeof createPostgresDatabase>>
  let other: postgres.Sql

  beforeAll(async () => {
    database = await createPostgresDatabase()
    server = await startTestServer({ env: { DATABASE_URL: database.url } })
    other = postgres(database.url, { max: 1, onnotice: () => {} })
    session = await server.signIn()
  })
  afterAll(async () => {
    await server.close()
    await other.end()
    await database.drop()
  })

  async function ask(path: '/healthz' | '/readyz'): Promise<Answer> {
    const response = await fetch(server.url + path)
    const { status } = (await response.json()) as { status: string }
    return { status: response.status, state: status }
  }

  /** Nobody else gets at the table until `use` is done. */
  async function holding(table: string, use: () => Promise<void>): Promise<void> {
    const holder = await other.reserve()
    await holder`BEGIN`
    try {
      await holder`LOCK TABLE ${holder(table)} IN ACCESS EXCLUSIVE MODE`
      await use()
    } finally {
      await holder`ROLLBACK`
      holder.release()
    }
  }

  test('is told before any of the requests that fill the pool gives up, and the process is alive all the time', async () => {
    let answered = 0
    const request = async () => {
      await (await session.send('GET', '/api/boards')).text()
      answered += 1
    }
    const burst = () => Array.from({ length: REQUESTS }, request)
    // Connections are open then, so that opening them takes nobody's time.
    await Promise.all(burst())
    answered = 0
    let waiting: Promise<void>[] = []
    await holding('session', async () => {
      waiting = burst()
      const answers = await Promise.all([ask('/readyz'), ask('/readyz'), ask('/healthz')])
      expect(answers.map(({ status }) => status)).toEqual([503, 503, 200])
      expect(answers[0]?.state).toBe('the database does not answer')
      // PostgreSQL itself gives up a lock after 2 s.
      expect(answered).toBe(0)
    })
    await Promise.all(waiting)
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 5_000, interval: 50 }).toBe(200)
  })

  test('is told as soon as people are, when only the journal is stuck', async () => {
    const boardId = await createBoard(session)
    const doc = new Y.Doc()
    let edits = 0
    const where = { url: server.url, cookie: session.cookie, origin: server.origin }
    const counted = openCountedProvider(doc, boardId, where, () => edits)
    await whenSynced(counted.provider)
    await holding('board_update', async () => {
      edits += 1
      doc.getMap('records').set('shape:a', new Y.Map([['_', { id: 'shape:a', typeName: 'shape' }]]))
      expect((await ask('/readyz')).status).toBe(200)
      await expect.poll(() => counted.roomState, { timeout: 5_000, interval: 20 }).not.toBe('healthy')
      expect(await ask('/readyz')).toMatchObject({ status: 503, state: 'updates are not being stored' })
      expect((await ask('/healthz')).status).toBe(200)
      const metrics = await (await fetch(`${server.url}/metrics`)).text()
      expect(metrics).toMatch(/^samtavle_journal_healthy 0$/m)
      expect(metrics).toMatch(/^samtavle_updates_waiting 1$/m)
    })
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 5_000, interval: 50 }).toBe(200)
    await expect.poll(() => counted.isSaved, { timeout: 5_000, interval: 20 }).toBe(true)
    counted.provider.destroy()
    doc.destroy()
  })
})
