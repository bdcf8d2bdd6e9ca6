import type { TrialSummary } from '@samtavle/shared/trial-api'
import type { TrialStatus } from '@samtavle/shared/trial-card'
import { type Sql, withDeadline } from '../db/database.ts'

type TrialRow = Omit<TrialSummary, 'mayLog' | 'hypothesis' | 'missing' | 'lastLine'> & { fields: string }

export type TrialStore = ReturnType<typeof createTrialStore>

/** The SQL of trial actions across boards. */
export function createTrialStore(sql: Sql) {
  return {
    /** Trials on boards that a person may know of, those in progress first. Grants nothing: ask for each board. */
    async trials(
      userId: string,
      only: { status?: TrialStatus | undefined; sprint?: string | undefined },
      most: number,
    ): Promise<TrialRow[]> {
      return await withDeadline(sql<TrialRow[]>`
        SELECT card.board_id AS "boardId", board.title AS board, card.section, card.shape_id AS shape, card.title,
          card.responsible, card.status, card.outcome, card.fields
        FROM board_card AS card
        JOIN board ON board.id = card.board_id
        JOIN board_text_state AS state ON state.board_id = board.id AND state.generation = board.generation
        WHERE board.deleted_at IS NULL AND card.kind = 'trial'
          AND (board.owner_id = ${userId}
            OR EXISTS (SELECT FROM board_member AS added WHERE added.board_id = board.id AND added.user_id = ${userId})
            OR EXISTS (
              SELECT FROM sprint_member AS team WHERE team.sprint_id = board.sprint_id AND team.user_id = ${userId}))
          ${only.status === undefined ? sql`` : sql`AND card.status = ${only.status}`}
          ${only.sprint === undefined ? sql`` : sql`AND board.sprint_id = ${only.sprint}`}
        ORDER BY array_position(ARRAY['running', 'ready', 'draft', 'finished'], card.status), board.created_at DESC,
          card.board_id, card.shape_id
        LIMIT ${most}`)
    },
  }
}
