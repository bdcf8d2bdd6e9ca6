import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../support/test-database.ts'

describeDatabases('a database of a test', (open, kind) => {
  const opened: TestDatabase[] = []
  const openOne = async () => {
    const database = await open()
    opened.push(database)
    return database
  }
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close()
  })

  test('is migrated, empty and of the kind it says', async () => {
    const { sql, embedded } = await openOne()
    expect(embedded).toBe(kind === 'pglite')
    expect(await sql`SELECT number FROM schema_migration ORDER BY number`).not.toHaveLength(0)
    expect(await sql`SELECT id FROM app_user`).toHaveLength(0)
  })

  test('is not the one of another test', async () => {
    const first = await openOne()
    const second = await openOne()
    await first.sql`INSERT INTO board_update (board_id, generation, payload) VALUES (${randomUUID()}, 1, ${Buffer.of(1)})`
    expect(await first.sql`SELECT seq FROM board_update`).toHaveLength(1)
    expect(await second.sql`SELECT seq FROM board_update`).toHaveLength(0)
  })
})
