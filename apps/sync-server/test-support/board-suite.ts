import { afterAll, beforeAll } from 'vitest'
import type { Sql } from '../src/db/database.ts'
import type { Clock } from '../src/rooms/clock.ts'
import { type BoardApi, createBoardApi } from './board-api.ts'

type OpenDatabase = { sql: Sql; close(): Promise<void> }
export type BoardSuite<Database extends OpenDatabase = OpenDatabase> = BoardApi & { database: Database }

/** The routes of boards on one database for a suite. There is nothing in it before the first test is about to run. */
export function useBoardApi<Database extends OpenDatabase>(
  open: () => Promise<Database>,
  textClock?: Clock,
): BoardSuite<Database> {
  const suite = {} as BoardSuite<Database>
  beforeAll(async () => {
    suite.database = await open()
    Object.assign(suite, await createBoardApi(suite.database.sql, textClock))
  })
  afterAll(() => suite.database?.close())
  return suite
}
