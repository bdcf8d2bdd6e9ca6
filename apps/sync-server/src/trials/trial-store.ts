import type { TrialSummary } from '@samtavle/shared/trial-api'
import type { TrialStatus } from '@samtavle/shared/trial-card'
import { type Sql, withDeadline } from '../db/database.ts'

type TrialRow = Omit<TrialSummary, 'mayLog' | 'hypothesis' | 'missing' | 'lastLine'> & { fields: string }

export type TrialStore = ReturnType<typeof createTrialStore>

/** The SQL of trial actions across boards. */
export function createTrialStore(sql: Sql) {
  return {
    /** Trials on these boards, those in progress first. */
    async trials(
      boardIds: readonly string[],
      only: { status?: TrialStatus | undefined; sprint?: string | undefined },
      most: number,
    ): Promise<TrialRow[]> {
      return await withDeadline(sql<TrialRow[]>`
        SELECT card.board_id AS "boardId", board.title AS board, card.section, card.shape_id AS shape, card.title,
          card.responsible, card.status, card.outcome, card.fields
        FROM board_card AS card
        JOIN board ON board.id = card.board_id
        JOIN board_text_state AS state ON state.board_id = board.id AND state.generation = board.generation
        WHERE board.id = ANY(${[...boardIds]}::uuid[]) AND board.deleted_at IS NULL AND card.kind = 'trial'
          ${only.status === undefined ? sql`` : sql`AND card.status = ${only.status}`}
          ${only.sprint === undefined ? sql`` : sql`AND board.sprint_id = ${only.sprint}`}
        ORDER BY array_position(ARRAY['running', 'ready', 'draft', 'finished'], card.status), board.created_at DESC,
          card.board_id, card.shape_id
        LIMIT ${most}`)
    },
  }
}
