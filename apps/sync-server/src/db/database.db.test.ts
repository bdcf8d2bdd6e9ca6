import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createPostgresDatabase, describeDatabases } from '../../../../tests/support/test-database.ts'
import { connectDatabase, isDatabaseUnavailable, type Sql, withDeadline } from './database.ts'

describeDatabases('deadlines', (open, kind) => {
  test('every query gets its own answer, whichever of its neighbours was given up', async () => {
    const database = await open()
    // One connection, so that the queries lie behind one another on it.
    const sql = database.url === null ? database.sql : connectDatabase(database.url, { max: 1 })
    const told = (query: PromiseLike<readonly Record<string, unknown>[]>) =>
      Promise.resolve(query).then(
        (rows) => rows[0]?.said,
        (error) => error.code,
      )
    await sql`SELECT 1`
    const answers = await Promise.all([
      told(sql`SELECT 'a' AS said FROM pg_sleep(0.4)`),
      told(withDeadline(sql`SELECT 'b' AS said`, 50)),
      told(sql`SELECT 'c' AS said`),
      told(withDeadline(sql`SELECT 'd' AS said FROM pg_sleep(0.01)`, 50)),
      told(sql`SELECT 'e' AS said`),
    ])
    expect(answers).toEqual(['a', 'unavailable', 'c', 'unavailable', 'e'])
    expect(await told(sql`SELECT 'after' AS said`)).toBe('after')
    if (database.url !== null) await sql.end()
    await database.close()
  })

  if (kind === 'postgres') {
    test('past its deadline a query is cancelled at the server, and the connection goes on', async () => {
      const { url, drop } = await createPostgresDatabase()
      const sql = connectDatabase(url, { max: 1 })
      await sql`SELECT 1`
      await expect(withDeadline(sql`SELECT pg_sleep(60)`, 100)).rejects.toMatchObject({ code: 'unavailable' })
      // Answered only when the sleep is over: on one connection, so it was cancelled.
      expect([...(await withDeadline(sql`SELECT 1 AS one`, 10_000))]).toEqual([{ one: 1 }])
      await sql.end()
      await drop()
    })

    test('the server bounds statements, locks and idle transactions by itself', async () => {
      const { url, drop } = await createPostgresDatabase()
      const sql = connectDatabase(url, { max: 1 })
      const rows = await sql<{ name: string; setting: string }[]>`
        SELECT name, setting FROM pg_settings
        WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`
      expect(rows.map(({ setting }) => setting)).toEqual(['10000', '2000', '10000'])
      await sql.end()
      await drop()
    })
  }
})

let silent: Server | undefined
let sql: Sql | undefined
const held: Socket[] = []

afterEach(async () => {
  await sql?.end({ timeout: 0 })
  for (const socket of held.splice(0)) socket.destroy()
  silent?.close()
})

test('a server that takes connections and says nothing counts as unavailable', async () => {
  silent = createServer((socket) => void held.push(socket)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  sql = connectDatabase(`postgres://app:x@127.0.0.1:${port}/none`, { max: 1 })
  await expect(withDeadline(sql`SELECT 1`, 200)).rejects.toMatchObject({ code: 'unavailable' })
})

test('a port where nobody listens counts as unavailable', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as AddressInfo
  closed.close()
  await once(closed, 'close')
  sql = connectDatabase(`postgres://app:x@127.0.0.1:${port}/none`, { max: 1 })
  const error = await sql`SELECT 1`.catch((reason: unknown) => reason)
  expect(isDatabaseUnavailable(error)).toBe(true)
})
