import { type Sql, withDeadline } from '../db/database.ts'
import type { BoardCard } from './board-cards.ts'

export type BoardCardStore = ReturnType<typeof createBoardCardStore>

/** The SQL of keeping the cards of boards. */
export function createBoardCardStore(sql: Sql) {
  return {
    /** Writes what changed, and forgets what is gone. Nothing of a board that is deleted or of another generation. */
    async save(board: { id: string; generation: number }, cards: readonly BoardCard[]): Promise<void> {
      const shapes = cards.map(({ shape }) => shape)
      await withDeadline(sql`
        WITH alive AS (
          SELECT id FROM board
          WHERE id = ${board.id} AND generation = ${board.generation} AND deleted_at IS NULL
        ),
        gone AS (
          DELETE FROM board_card USING alive
          WHERE board_card.board_id = alive.id AND NOT board_card.shape_id = ANY(${shapes}::text[])
        )
        INSERT INTO board_card (board_id, shape_id, kind, section, status, outcome, title, responsible, fields)
        SELECT alive.id, row.shape, row.kind, row.section, row.status, row.outcome, row.title, row.responsible,
          row.fields
        FROM alive, json_to_recordset(${JSON.stringify(cards)}::text::json) AS row (
          shape text, kind text, section text, status text, outcome text, title text, responsible text, fields text)
        ON CONFLICT (board_id, shape_id) DO UPDATE SET kind = excluded.kind, section = excluded.section,
          status = excluded.status, outcome = excluded.outcome, title = excluded.title,
          responsible = excluded.responsible, fields = excluded.fields
        WHERE (board_card.section, board_card.status, board_card.outcome, board_card.title, board_card.responsible,
          board_card.fields) IS DISTINCT FROM (excluded.section, excluded.status, excluded.outcome, excluded.title,
          excluded.responsible, excluded.fields)`)
    },
  }
}
