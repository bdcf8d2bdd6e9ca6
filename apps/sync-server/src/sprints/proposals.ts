import { randomUUID } from 'node:crypto'
import type { LogType } from '@samtavle/shared/sprint-log'
import type { Fragment } from '../db/board-ways.ts'
import type { Sql } from '../db/database.ts'

/** A line that the product proposes for the process log; a person adds it, or sets it aside. */
export type NewProposal = { type: LogType; day: string | null; from: string; to: string; madeAt: Date }

/**
 * Part of a statement, after `changed`, which answers the sprint's `id` and `status` when there is a change: proposes
 * lines while the sprint runs. One about the plan that goes on where an open one ended becomes one with it, and is
 * nothing when it is back where that began.
 */
export function insertProposals(sql: Sql, sprintId: string, proposals: readonly NewProposal[]): Fragment {
  const rows = JSON.stringify(proposals.map((proposal) => ({ id: randomUUID(), ...proposal })))
  return sql`
    proposed AS (
      SELECT new.*, open.id AS open_id FROM changed
      CROSS JOIN json_to_recordset(${rows}::text::json) AS new (
        id uuid, type text, day text, "from" text, "to" text, "madeAt" timestamptz)
      LEFT JOIN LATERAL (
        SELECT id FROM sprint_proposal
        WHERE sprint_id = ${sprintId} AND line IS NULL AND set_aside_at IS NULL AND type = 'plan'
          AND new.type = 'plan' AND to_words = new."from"
        ORDER BY made_at DESC LIMIT 1
      ) AS open ON true
      WHERE changed.status = 'running'
    ),
    went_on AS (
      UPDATE sprint_proposal SET to_words = proposed."to", day = proposed.day,
        set_aside_at = CASE WHEN from_words = proposed."to" THEN proposed."madeAt" END
      FROM proposed WHERE sprint_proposal.id = proposed.open_id
    ),
    new_proposals AS (
      INSERT INTO sprint_proposal (id, sprint_id, type, day, from_words, to_words, made_at)
      SELECT id, ${sprintId}::uuid, type, day, "from", "to", "madeAt" FROM proposed WHERE open_id IS NULL
    )`
}
