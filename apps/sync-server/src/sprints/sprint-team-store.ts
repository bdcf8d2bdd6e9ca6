import type { SprintRole } from '@samtavle/shared/access'
import { type Sql, withDeadline } from '../db/database.ts'
import { insertProposals, type NewProposal } from './proposals.ts'

export type SprintTeamStore = ReturnType<typeof createSprintTeamStore>

/** The SQL of who is in a sprint. Each write is one statement, and none of them takes the last facilitator away. */
export function createSprintTeamStore(sql: Sql) {
  /**
   * Somebody leads the sprint without this person. The rows are locked: of two facilitators who leave at once, the
   * second sees that the first is gone.
   */
  const leads = (sprintId: string) => sql`
    leads AS (
      SELECT user_id FROM sprint_member WHERE sprint_id = ${sprintId} AND role = 'facilitator'
      ORDER BY user_id FOR UPDATE
    )`

  return {
    /** What somebody is in a sprint; undefined for a stranger. */
    async role(sprintId: string, userId: string): Promise<SprintRole | undefined> {
      const rows = await withDeadline(sql<{ role: SprintRole }[]>`
        SELECT role FROM sprint_member WHERE sprint_id = ${sprintId} AND user_id = ${userId}`)
      return rows[0]?.role
    },

    /** Adds somebody, or changes their role; false when that would leave nobody to lead, or there is no such person. */
    async put(sprintId: string, userId: string, role: SprintRole, now: Date): Promise<boolean> {
      const result = await withDeadline(sql`
        WITH ${leads(sprintId)}
        INSERT INTO sprint_member (sprint_id, user_id, role, added_at)
        SELECT sprint.id, app_user.id, ${role}::text, ${now}::timestamptz FROM sprint, app_user
        WHERE sprint.id = ${sprintId} AND sprint.deleted_at IS NULL AND app_user.id = ${userId}
          AND (${role === 'facilitator'}::boolean OR EXISTS (SELECT FROM leads WHERE user_id <> ${userId}))
        ON CONFLICT (sprint_id, user_id) DO UPDATE SET role = excluded.role`)
      return result.count > 0
    },

    /** Takes somebody out of the team; false when that would leave nobody to lead, or they are not in it. */
    async remove(sprintId: string, userId: string, proposals: readonly NewProposal[]): Promise<boolean> {
      const rows = await withDeadline(sql`
        WITH ${leads(sprintId)},
        removed AS (
          DELETE FROM sprint_member WHERE sprint_id = ${sprintId} AND user_id = ${userId}
            AND (role <> 'facilitator' OR EXISTS (SELECT FROM leads WHERE user_id <> ${userId}))
          RETURNING sprint_id
        ),
        changed AS (SELECT sprint.id, sprint.status FROM sprint JOIN removed ON removed.sprint_id = sprint.id),
        ${insertProposals(sql, sprintId, proposals)}
        SELECT id FROM changed`)
      return rows.length > 0
    },
  }
}
