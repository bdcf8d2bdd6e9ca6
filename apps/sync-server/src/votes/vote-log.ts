import type { Locale } from '@samtavle/shared/locale'
import { type Sql, withDeadline } from '../db/database.ts'
import { shownVoteProposal } from '../sprints/proposal-words.ts'
import { insertProposals } from '../sprints/proposals.ts'

export type VoteLog = ReturnType<typeof createVoteLog>

/** What the process log of a sprint is told of votes on its boards. */
export function createVoteLog({ sql, now }: { sql: Sql; now: () => Date }) {
  return {
    /** Proposes a line about a vote that was shown, where the board is one of a sprint that runs. */
    async propose(boardId: string, vote: { question: string; ballots: number }): Promise<void> {
      const [board] = await withDeadline(sql<{ title: string; sprintId: string; locale: Locale }[]>`
        SELECT board.title, sprint.id AS "sprintId", sprint.locale
        FROM board JOIN sprint ON sprint.id = board.sprint_id AND sprint.deleted_at IS NULL
        WHERE board.id = ${boardId}`)
      if (board === undefined) return
      const proposal = shownVoteProposal({ board: board.title, ...vote }, board.locale, now())
      await withDeadline(sql`
        WITH changed AS (SELECT id, status FROM sprint WHERE id = ${board.sprintId}),
        ${insertProposals(sql, board.sprintId, [proposal])}
        SELECT id FROM changed`)
    },
  }
}
