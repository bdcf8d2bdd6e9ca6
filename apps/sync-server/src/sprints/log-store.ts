import { randomUUID } from 'node:crypto'
import type { LogType } from '@samtavle/shared/sprint-log'
import { type Sql, type Transaction, withDeadline } from '../db/database.ts'
import { numbered } from '../db/numbered.ts'
import type {
  DecisionRow,
  LogLineRow,
  NewDecision,
  NewLogLine,
  NewPurpose,
  ProposalRow,
  PurposeRow,
} from './log-rows.ts'

export type LogStore = ReturnType<typeof createLogStore>

/**
 * The SQL of process logs, purposes and decisions. All of it only adds; triggers refuse anything else.
 * @param timeZone where days begin and end
 */
export function createLogStore(sql: Sql, timeZone: string) {
  const written = sql`row.by_role AS "byRole", coalesce(author.name, '') AS "byName", row.at`
  const author = sql`LEFT JOIN app_user AS author ON author.id = row.by_id`

  return {
    async lines(sprintId: string): Promise<LogLineRow[]> {
      return await withDeadline(sql<LogLineRow[]>`
        SELECT row.number, row.type, row.day, row.from_words AS from, row.to_words AS to, row.why,
          row.decided_by AS "decidedBy", row.consequence, row.corrects, ${written}
        FROM sprint_log_line AS row ${author} WHERE row.sprint_id = ${sprintId} ORDER BY row.number`)
    },

    async purposes(sprintId: string): Promise<PurposeRow[]> {
      return await withDeadline(sql<PurposeRow[]>`
        SELECT row.number, row.purpose, row.plan, row.why, ${written}
        FROM sprint_purpose AS row ${author} WHERE row.sprint_id = ${sprintId} ORDER BY row.number`)
    },

    async decisions(sprintId: string): Promise<DecisionRow[]> {
      return await withDeadline(sql<DecisionRow[]>`
        SELECT row.number, row.kind, row.words, row.outcome, row.conditions, row.reason, row.phase,
          row.decided_by AS "decidedBy", row.decided_at AS "decidedAt", row.corrects, ${written}
        FROM sprint_decision AS row ${author} WHERE row.sprint_id = ${sprintId} ORDER BY row.number`)
    },

    /** Those that nobody has answered. */
    async proposals(sprintId: string): Promise<ProposalRow[]> {
      return await withDeadline(sql<ProposalRow[]>`
        SELECT id, type, day, from_words AS from, to_words AS to, made_at AS "madeAt"
        FROM sprint_proposal WHERE sprint_id = ${sprintId} AND line IS NULL AND set_aside_at IS NULL
        ORDER BY made_at, type DESC`)
    },

    async lineType(sprintId: string, number: number): Promise<LogType | undefined> {
      const rows = await withDeadline(sql<{ type: LogType }[]>`
        SELECT type FROM sprint_log_line WHERE sprint_id = ${sprintId} AND number = ${number}`)
      return rows[0]?.type
    },

    async hasDecision(sprintId: string, number: number): Promise<boolean> {
      const rows = await withDeadline(sql`
        SELECT FROM sprint_decision WHERE sprint_id = ${sprintId} AND number = ${number}`)
      return rows.length > 0
    },

    /**
     * Adds a line, in the same statement in which its proposal becomes it. Of lines that say that nothing changed
     * there is one a day: its number is answered again.
     * @returns undefined when the proposal is not open any more
     */
    async addLine(sprintId: string, line: NewLogLine): Promise<number | undefined> {
      const { proposal, at } = line
      const [row] = await numbered(() =>
        withDeadline(sql<{ number: number }[]>`
        WITH next AS (SELECT coalesce(max(number), 0) + 1 AS number FROM sprint_log_line WHERE sprint_id = ${sprintId}),
        same AS (
          SELECT number FROM sprint_log_line
          WHERE sprint_id = ${sprintId} AND type = 'no-change' AND ${line.type}::text = 'no-change'
            AND ${line.corrects}::integer IS NULL AND corrects IS NULL
            AND (at AT TIME ZONE ${timeZone})::date = (${at}::timestamptz AT TIME ZONE ${timeZone})::date
          LIMIT 1
        ),
        taken AS (
          UPDATE sprint_proposal SET line = next.number FROM next
          WHERE id = ${proposal}::uuid AND sprint_id = ${sprintId} AND line IS NULL AND set_aside_at IS NULL
          RETURNING id
        ),
        added AS (
          INSERT INTO sprint_log_line (sprint_id, number, type, day, from_words, to_words, why, decided_by, consequence,
            corrects, by_id, by_role, at)
          SELECT ${sprintId}::uuid, next.number, ${line.type}::text, ${line.day}::text, ${line.from}::text,
            ${line.to}::text, ${line.why}::text, ${line.decidedBy}::text, ${line.consequence}::text,
            ${line.corrects}::integer, ${line.byId}::uuid, ${line.byRole}::text, ${at}::timestamptz
          FROM next
          WHERE (${proposal}::uuid IS NULL OR EXISTS (SELECT FROM taken)) AND NOT EXISTS (SELECT FROM same)
          RETURNING number
        )
        SELECT number FROM added UNION ALL SELECT number FROM same`),
      )
      return row?.number
    },

    /**
     * Adds a version of the purpose. After the lock it needs a reason, and proposes a line for what is different.
     * @returns undefined when the reason is missing
     */
    async addPurpose(sprintId: string, version: NewPurpose): Promise<number | undefined> {
      const { purpose, plan, why, at } = version
      // The sprint's row is held, so that the lock comes before it or after it; a version after the lock is later than it.
      const [row] = await numbered(() =>
        withDeadline(sql<{ number: number }[]>`
        WITH held AS (SELECT purpose_locked_at AS locked_at FROM sprint WHERE id = ${sprintId} FOR NO KEY UPDATE),
        before AS (
          SELECT number, purpose, plan FROM sprint_purpose WHERE sprint_id = ${sprintId} ORDER BY number DESC LIMIT 1
        ),
        added AS (
          INSERT INTO sprint_purpose (sprint_id, number, purpose, plan, why, by_id, by_role, at)
          SELECT ${sprintId}::uuid, coalesce((SELECT number FROM before), 0) + 1, ${purpose}::text, ${plan}::text,
            ${why}::text, ${version.byId}::uuid, ${version.byRole}::text,
            greatest(${at}::timestamptz, held.locked_at + interval '1 millisecond')
          FROM held WHERE held.locked_at IS NULL OR ${why}::text <> ''
          RETURNING number
        ),
        proposed AS (
          INSERT INTO sprint_proposal (id, sprint_id, type, day, from_words, to_words, made_at)
          SELECT change.id, ${sprintId}::uuid, change.type, NULL, change.old_words, change.new_words, ${at}::timestamptz
          FROM held, added, before, LATERAL (VALUES
            (${randomUUID()}::uuid, 'purpose', before.purpose, ${purpose}::text),
            (${randomUUID()}::uuid, 'plan', before.plan, ${plan}::text)
          ) AS change (id, type, old_words, new_words)
          WHERE held.locked_at IS NOT NULL AND change.old_words <> change.new_words AND change.new_words <> ''
        )
        SELECT number FROM added`),
      )
      return row?.number
    },

    /**
     * Makes the newest version the original, once.
     * @returns whether there is an original now
     */
    async lockPurpose(sprintId: string, at: Date): Promise<boolean> {
      const locked = sql.begin(async (tx) => {
        // Waits for a version that is being added; only the next statement can see it.
        await tx`SELECT FROM sprint WHERE id = ${sprintId} FOR NO KEY UPDATE`
        await tx`
          UPDATE sprint SET purpose_locked_at = newest.at FROM (
            SELECT greatest(${at}::timestamptz, max(at)) AS at FROM sprint_purpose
            WHERE sprint_id = ${sprintId} HAVING count(*) > 0
          ) AS newest WHERE id = ${sprintId} AND purpose_locked_at IS NULL`
        return await tx`SELECT FROM sprint WHERE id = ${sprintId} AND purpose_locked_at IS NOT NULL`
      })
      return (await withDeadline(locked)).length > 0
    },

    /**
     * Adds a decision.
     * @param within a transaction in which something else is written with it: who runs that tries again when the number
     * is taken, see `numbered`
     */
    async addDecision(sprintId: string, decision: NewDecision, within?: Transaction): Promise<number | undefined> {
      const { at } = decision
      const add = (db: Sql | Transaction) => db<{ number: number }[]>`
        INSERT INTO sprint_decision (sprint_id, number, kind, words, outcome, conditions, reason, phase, decided_by,
          decided_at, corrects, by_id, by_role, at)
        SELECT ${sprintId}::uuid, coalesce(max(number), 0) + 1, ${decision.kind}::text, ${decision.words}::text,
          ${decision.outcome}::text, ${decision.conditions}::text, ${decision.reason}::text, ${decision.phase}::text,
          ${decision.decidedBy}::text, ${at}::timestamptz, ${decision.corrects}::integer, ${decision.byId}::uuid,
          ${decision.byRole}::text, ${at}::timestamptz
        FROM sprint_decision WHERE sprint_id = ${sprintId}
        RETURNING number`
      const [row] = within === undefined ? await numbered(() => withDeadline(add(sql))) : await add(within)
      return row?.number
    },

    /** Sets a proposal aside, or takes that back when `at` is null; false when it has become a line, or there is none. */
    async setAside(sprintId: string, id: string, at: Date | null): Promise<boolean> {
      const rows = await withDeadline(sql`
        UPDATE sprint_proposal SET set_aside_at = ${at}
        WHERE id = ${id} AND sprint_id = ${sprintId} AND line IS NULL RETURNING id`)
      return rows.length > 0
    },
  }
}
