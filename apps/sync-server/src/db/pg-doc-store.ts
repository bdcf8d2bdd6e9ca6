import type { DocStore, JournalRow, StoredDoc } from '../rooms/doc-store.ts'
import { type Sql, withDeadline } from './database.ts'

/** Deadlines in milliseconds: a frozen database never times out by itself. */
export const APPEND_DEADLINE_MS = 2_000
export const LOAD_DEADLINE_MS = 5_000

/**
 * The journal on PostgreSQL and PGlite. Each call is one statement of its own, never a transaction of several: across a
 * lost connection the driver may run the rest of one outside it.
 */
export function createPgDocStore(sql: Sql): DocStore {
  return {
    async append(rows: readonly JournalRow[]): Promise<void> {
      if (rows.length === 0) return
      const values = rows.map(({ boardId, generation, actorId, payload }) => {
        return { board_id: boardId, generation, actor_id: actorId, payload }
      })
      await withDeadline(
        sql`INSERT INTO board_update ${sql(values, 'board_id', 'generation', 'actor_id', 'payload')}`,
        APPEND_DEADLINE_MS,
      )
    },

    async load(boardId: string): Promise<StoredDoc | undefined> {
      // One statement, so that the generation and its rows are of one moment.
      const rows = await withDeadline(
        sql<{ generation: number; payload: Uint8Array | null }[]>`
          SELECT board.generation, board_update.payload
          FROM board
          LEFT JOIN board_update ON board_update.board_id = board.id AND board_update.generation = board.generation
          WHERE board.id = ${boardId} AND board.deleted_at IS NULL
          ORDER BY board_update.seq`,
        LOAD_DEADLINE_MS,
      )
      const [first] = rows
      if (first === undefined) return undefined
      return { generation: first.generation, payloads: rows.flatMap(({ payload }) => payload ?? []) }
    },
  }
}
