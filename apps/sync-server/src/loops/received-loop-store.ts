import { type Sql, withDeadline } from '../db/database.ts'

type ReceivedRow = {
  id: string
  sprintId: string
  sprint: string
  question: string
  next: { date: string; atMinute: number } | null
  isEnded: boolean
}

export type ReceivedLoopStore = ReturnType<typeof createReceivedLoopStore>

/** The SQL of what the owner of a learning loop reads who is not of its sprint. */
export function createReceivedLoopStore(sql: Sql) {
  return {
    /** The loops that this person received, those that go on first. */
    async received(userId: string): Promise<ReceivedRow[]> {
      return await withDeadline(sql<ReceivedRow[]>`
        SELECT loop.id, sprint.id AS "sprintId", sprint.title AS sprint, loop.question,
          loop.ended_at IS NOT NULL AS "isEnded",
          CASE WHEN round.on_date IS NOT NULL AND loop.ended_at IS NULL
            THEN jsonb_build_object('date', round.on_date::text, 'atMinute', round.at_minute) END AS next
        FROM learning_loop AS loop
        JOIN sprint ON sprint.id = loop.sprint_id AND sprint.deleted_at IS NULL
        LEFT JOIN learning_round AS round ON round.loop_id = loop.id AND round.held_at IS NULL
        WHERE loop.owner_id = ${userId} AND loop.owner_receives
        ORDER BY loop.ended_at DESC NULLS FIRST, round.on_date, loop.created_at, loop.id LIMIT 200`)
    },

    /** The trial that a loop goes on learning from, on a board of its own sprint that is not deleted. */
    async trialOf(loopId: string): Promise<{ boardId: string; shape: string } | undefined> {
      const rows = await withDeadline(sql<{ boardId: string; shape: string }[]>`
        SELECT board.id AS "boardId", loop.trial_shape_id AS shape
        FROM learning_loop AS loop JOIN board ON board.id = loop.trial_board_id AND board.deleted_at IS NULL
        WHERE loop.id = ${loopId} AND loop.trial_shape_id IS NOT NULL`)
      return rows[0]
    },
  }
}
