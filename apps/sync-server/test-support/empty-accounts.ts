import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { TestDatabase } from '../../../tests/support/test-database.ts'
import type { Sql } from '../src/db/database.ts'

/** One database for a suite, without people at the beginning of each test. */
export function useEmptyAccounts(open: () => Promise<TestDatabase>): () => Sql {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await database.sql`TRUNCATE app_user, session, invitation, setup_secret, board CASCADE`
  })
  afterAll(async () => {
    await database.close()
  })
  return () => database.sql
}
