import type { BoardRole, Sensitivity, SprintPlace, SprintRole, SprintStatus } from '@samtavle/shared/access'
import type { Phase } from '@samtavle/shared/agenda'
import type { Locale } from '@samtavle/shared/locale'
import { type BoardWays, boardIsArchived, boardWays, type Fragment, withRole } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

/** A sprint that is not deleted, with what one person is in it. `agenda` is JSON as it is stored. */
export type SprintRow = {
  id: string
  title: string
  challenge: string
  startDate: string
  programmeId: string
  locale: Locale
  status: SprintStatus
  agenda: string
  agendaVersion: number
  nowBlock: string | null
  nowSince: Date | null
  commissionerName: string
  commissionerId: string | null
  previousId: string | null
  purposeLockedAt: Date | null
  teamSize: number
  place: SprintPlace | null
}

export type NeighbourRow = { id: string; title: string; isPrevious: boolean }
export type SprintMemberRow = { id: string; name: string; colour: number; role: SprintRole }

/** A board of a sprint that one person may see. */
export type SprintBoardRow = {
  sprintId: string
  id: string
  key: string
  title: string
  templateId: string | null
  day: string
  phase: Phase | null
  sensitivity: Sensitivity
  short: boolean
  state: 'active' | 'archived'
  role: BoardRole
  editedAt: Date
}

export type PurposeRow = { number: number; purpose: string; plan: string }

export type SprintReadingStore = ReturnType<typeof createSprintReadingStore>

/** The SQL that asks for sprints. Nothing of a deleted one is ever answered. */
export function createSprintReadingStore(sql: Sql) {
  const seenBy = (person: string) => sql`
    SELECT sprint.id, sprint.title, sprint.challenge, sprint.start_date::text AS "startDate",
      sprint.programme_id AS "programmeId", sprint.locale, sprint.status, sprint.agenda,
      sprint.agenda_version AS "agendaVersion", sprint.now_block AS "nowBlock", sprint.now_since AS "nowSince",
      sprint.commissioner_name AS "commissionerName", sprint.commissioner_id AS "commissionerId",
      sprint.previous_id AS "previousId", sprint.purpose_locked_at AS "purposeLockedAt",
      (SELECT count(*)::int FROM sprint_member AS anybody WHERE anybody.sprint_id = sprint.id) AS "teamSize",
      coalesce(own.role, CASE WHEN sprint.commissioner_id = ${person} THEN 'commissioner' END) AS place
    FROM sprint LEFT JOIN sprint_member AS own ON own.sprint_id = sprint.id AND own.user_id = ${person}`

  const boards = async (person: string, ofSprints: Fragment): Promise<SprintBoardRow[]> => {
    const ways = boardWays(sql, person)
    const rows = await withDeadline(sql<(Omit<SprintBoardRow, 'role'> & BoardWays)[]>`
      SELECT sprint.id AS "sprintId", board.id, board.sprint_key AS key, board.title, board.template_id AS "templateId",
        board.sprint_day AS day, board.phase, board.sprint_short AS short, ${ways.columns},
        CASE WHEN ${boardIsArchived(sql)} THEN 'archived' ELSE 'active' END AS state,
        coalesce((
          SELECT at FROM board_update
          WHERE board_update.board_id = board.id AND board_update.generation = board.generation
          ORDER BY seq DESC LIMIT 1
        ), board.created_at) AS "editedAt"
      FROM board ${ways.joins}
      WHERE sprint.id IN (${ofSprints}) AND board.deleted_at IS NULL
      ORDER BY board.sprint_position, board.id`)
    return rows.flatMap((row) => {
      const { role, ...board } = withRole(row)
      return role === null ? [] : [{ ...board, role, sensitivity: row.sensitivity }]
    })
  }

  return {
    /** The sprint, with what this person is in it: null for a stranger. */
    async find(userId: string, sprintId: string): Promise<SprintRow | undefined> {
      const rows = await withDeadline(sql<SprintRow[]>`
        ${seenBy(userId)} WHERE sprint.id = ${sprintId} AND sprint.deleted_at IS NULL`)
      return rows[0]
    },

    /** The sprints in which this person is something. */
    async list(userId: string): Promise<SprintRow[]> {
      return await withDeadline(sql<SprintRow[]>`
        ${seenBy(userId)}
        WHERE sprint.deleted_at IS NULL AND (own.role IS NOT NULL OR sprint.commissioner_id = ${userId})
        ORDER BY sprint.start_date DESC, sprint.id`)
    },

    /** The team in the order in which it came together. */
    async team(sprintId: string): Promise<SprintMemberRow[]> {
      return await withDeadline(sql<SprintMemberRow[]>`
        SELECT person.id, person.name, person.colour, sprint_member.role
        FROM sprint_member JOIN app_user AS person ON person.id = sprint_member.user_id
        WHERE sprint_member.sprint_id = ${sprintId} ORDER BY sprint_member.added_at, person.name, person.id`)
    },

    /** The sprint that this one follows, and those that follow it, the oldest first: those in which this person is something. */
    async neighbours(
      { id, previousId }: Pick<SprintRow, 'id' | 'previousId'>,
      userId: string,
    ): Promise<NeighbourRow[]> {
      return await withDeadline(sql<NeighbourRow[]>`
        SELECT sprint.id, sprint.title, sprint.id IS NOT DISTINCT FROM ${previousId}::uuid AS "isPrevious"
        FROM sprint WHERE (sprint.id = ${previousId}::uuid OR sprint.previous_id = ${id}) AND sprint.deleted_at IS NULL
          AND (sprint.commissioner_id = ${userId} OR EXISTS (
            SELECT FROM sprint_member AS own WHERE own.sprint_id = sprint.id AND own.user_id = ${userId}))
        ORDER BY sprint.start_date, sprint.id`)
    },

    /** The boards of a sprint that this person may see, in the order of the programme. */
    async boardsOf(userId: string, sprintId: string): Promise<SprintBoardRow[]> {
      return await boards(userId, sql`${sprintId}::uuid`)
    },

    /** The boards of all sprints in which this person is something. */
    async boardsOfAll(userId: string): Promise<SprintBoardRow[]> {
      return await boards(userId, sql`SELECT sprint_id FROM sprint_member WHERE user_id = ${userId}`)
    },

    /** The keys of all boards that a sprint ever had, and the last place among them. */
    async boardKeys(sprintId: string): Promise<{ keys: Set<string>; last: number }> {
      const rows = await withDeadline(sql<{ key: string; position: number }[]>`
        SELECT sprint_key AS key, sprint_position AS position FROM board WHERE sprint_id = ${sprintId}`)
      return { keys: new Set(rows.map(({ key }) => key)), last: Math.max(0, ...rows.map(({ position }) => position)) }
    },

    /** The newest version of the purpose; undefined when none was written. */
    async purpose(sprintId: string): Promise<PurposeRow | undefined> {
      const rows = await withDeadline(sql<PurposeRow[]>`
        SELECT number, purpose, plan FROM sprint_purpose WHERE sprint_id = ${sprintId} ORDER BY number DESC LIMIT 1`)
      return rows[0]
    },

    /** Those of these people who are in the organisation. */
    async people(ids: readonly string[]): Promise<Set<string>> {
      const rows = await withDeadline(sql<{ id: string }[]>`
        SELECT id FROM app_user WHERE id = ANY(${[...ids]}::uuid[])`)
      return new Set(rows.map(({ id }) => id))
    },
  }
}
