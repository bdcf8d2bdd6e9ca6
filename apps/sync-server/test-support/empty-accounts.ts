import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Sql } from '../src/db/database.ts'

type OpenDatabase = { sql: Sql; close(): Promise<void> }

/** One database for a suite, without people at the beginning of each test. */
export function useEmptyAccounts(open: () => Promise<OpenDatabase>): () => Sql {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await database.sql.begin(async (sql) => {
      // Snapshots are never emptied otherwise, and everything hangs on people.
      await sql`SET LOCAL session_replication_role = replica`
      await sql`TRUNCATE app_user, session, invitation, setup_secret, board CASCADE`
    })
  })
  afterAll(async () => {
    await database.close()
  })
  return () => database.sql
}
