import type { Sensitivity, SprintRole, SprintStatus } from '@samtavle/shared/access'
import type { Locale } from '@samtavle/shared/locale'
import { type Sql, withDeadline } from '../db/database.ts'
import type { SnapshotOf } from './snapshot-rows.ts'

/** A board that a snapshot can draw on. */
export type SourceBoardRow = { id: string; title: string; key: string | null; sensitivity: Sensitivity }
export type AboutSprint = {
  title: string
  challenge: string
  locale: Locale
  programmeId: string
  status: SprintStatus
  /** JSON: `Agenda`. */
  agenda: string
}
export type NamedRow = { name: string; role: SprintRole | 'owner' | 'colleague' }

export type SnapshotSourceStore = ReturnType<typeof createSnapshotSourceStore>

/** The SQL that asks for what a snapshot is composed of. */
export function createSnapshotSourceStore(sql: Sql) {
  return {
    /** The boards of a sprint in the order of its programme, or the one board; none that is deleted. */
    async boards({ sprintId, boardId }: SnapshotOf): Promise<SourceBoardRow[]> {
      const which = sprintId === null ? sql`board.id = ${boardId}` : sql`board.sprint_id = ${sprintId}`
      return await withDeadline(sql<SourceBoardRow[]>`
        SELECT board.id, board.title, board.sprint_key AS key, board.sensitivity
        FROM board WHERE ${which} AND board.deleted_at IS NULL ORDER BY board.sprint_position, board.id`)
    },

    /** The sprint that a board is of; null for one of no sprint. */
    async sprintOf(boardId: string): Promise<string | null> {
      const rows = await withDeadline(sql<{ sprintId: string | null }[]>`
        SELECT sprint_id AS "sprintId" FROM board WHERE id = ${boardId}`)
      return rows[0]?.sprintId ?? null
    },

    async boardLocale(boardId: string): Promise<Locale> {
      const rows = await withDeadline(sql<{ locale: Locale }[]>`SELECT locale FROM board WHERE id = ${boardId}`)
      return rows[0]?.locale ?? 'da'
    },

    async sprint(sprintId: string): Promise<AboutSprint | undefined> {
      const rows = await withDeadline(sql<AboutSprint[]>`
        SELECT title, challenge, locale, programme_id AS "programmeId", agenda, status FROM sprint
        WHERE id = ${sprintId} AND deleted_at IS NULL`)
      return rows[0]
    },

    /** The newest version of the purpose, with the reason that the log gives for it. */
    async purpose(sprintId: string): Promise<{ words: string; version: number; why: string } | null> {
      const rows = await withDeadline(sql<{ words: string; version: number; why: string }[]>`
        SELECT purpose AS words, number AS version, why FROM sprint_purpose
        WHERE sprint_id = ${sprintId} ORDER BY number DESC LIMIT 1`)
      return rows[0] ?? null
    },

    /**
     * Everybody whose name must not be read: the team or the people of the board, and whoever wrote on the boards, as the
     * server knows it, also those who have left.
     */
    async names({ sprintId, boardId }: SnapshotOf, boards: readonly string[]): Promise<NamedRow[]> {
      const own =
        sprintId === null
          ? sql`SELECT owner_id AS id, 'owner' AS role FROM board WHERE id = ${boardId}
              UNION ALL SELECT user_id, 'colleague' FROM board_member WHERE board_id = ${boardId}`
          : sql`SELECT user_id AS id, role FROM sprint_member WHERE sprint_id = ${sprintId}`
      return await withDeadline(sql<NamedRow[]>`
        WITH own AS (${own}),
        everybody AS (
          SELECT id, role FROM own
          UNION ALL SELECT DISTINCT principal, 'colleague' FROM board_client
            WHERE board_id = ANY(${[...boards]}::uuid[]) AND principal NOT IN (SELECT id FROM own)
        )
        SELECT person.name, everybody.role FROM everybody JOIN app_user AS person ON person.id = everybody.id
        ORDER BY person.name, person.id`)
    },

    /** Sprints that run. */
    async running(): Promise<
      { id: string; agenda: string; programmeId: string; locale: Locale; prepared: string[] }[]
    > {
      return await withDeadline(sql`
        SELECT sprint.id, sprint.agenda, sprint.programme_id AS "programmeId", sprint.locale,
          coalesce((SELECT array_agg(day) FROM snapshot_prepared WHERE sprint_id = sprint.id), '{}') AS prepared
        FROM sprint WHERE sprint.status = 'running' AND sprint.deleted_at IS NULL`)
    },
  }
}
