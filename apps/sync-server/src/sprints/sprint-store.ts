import type { Sensitivity, SprintRole, SprintStatus } from '@samtavle/shared/access'
import type { Phase } from '@samtavle/shared/agenda'
import type { Locale } from '@samtavle/shared/locale'
import { type Sql, withDeadline } from '../db/database.ts'
import { insertBoards, type NewBoard } from '../db/new-boards.ts'
import { type CarriedLoops, carryLoops, giveLoopsBack } from '../loops/loop-carrying.ts'
import { insertProposals, type NewProposal } from './proposals.ts'

export type NewSprint = {
  id: string
  title: string
  challenge: string
  startDate: string
  programmeId: string
  locale: Locale
  /** JSON. */
  agenda: string
  commissioner: { name: string; userId: string | null }
  previousId: string | null
  createdBy: string
  createdAt: Date
  team: readonly { userId: string; role: SprintRole }[]
}

/** Milliseconds for creating a sprint: some twenty boards in one statement. */
const CREATE_DEADLINE_MS = 15_000

export type SprintStore = ReturnType<typeof createSprintStore>

/** The SQL that changes sprints. Every write is one statement; one on a deleted sprint changes nothing and says so. */
export function createSprintStore(sql: Sql) {
  return {
    /** Creates the sprint with its team, all its boards, and what it goes on with: there is never one without the other. */
    async create(sprint: NewSprint, boards: readonly NewBoard[], carried?: CarriedLoops): Promise<void> {
      const { id, title, challenge, startDate, programmeId, locale, agenda, commissioner } = sprint
      const created = sql`new_sprint AS (
        INSERT INTO sprint (id, title, challenge, start_date, programme_id, locale, status, agenda, commissioner_name,
          commissioner_id, previous_id, created_by, created_at)
        VALUES (${id}, ${title}, ${challenge}, ${startDate}::text::date, ${programmeId}, ${locale}, 'preparation',
          ${agenda}, ${commissioner.name}, ${commissioner.userId}, ${sprint.previousId}, ${sprint.createdBy},
          ${sprint.createdAt})
      )`
      const team = sql`new_team AS (
        INSERT INTO sprint_member (sprint_id, user_id, role, added_at)
        SELECT ${id}::uuid, user_id, role, ${sprint.createdAt}::timestamptz + place * interval '1 microsecond'
        FROM unnest(${sprint.team.map(({ userId }) => userId)}::uuid[], ${sprint.team.map(({ role }) => role)}::text[])
          WITH ORDINALITY AS new (user_id, role, place)
      )`
      const { createdBy: by, createdAt: at } = sprint
      const goesOn = carried === undefined ? [] : carryLoops(sql, carried, { id, by, at })
      await withDeadline(insertBoards(sql, boards, [created, team, ...goesOn]), CREATE_DEADLINE_MS)
    },

    /** Adds a board to a sprint that is there. */
    async addBoard(board: NewBoard): Promise<void> {
      await withDeadline(insertBoards(sql, [board]))
    },

    async change(
      sprintId: string,
      change: {
        title?: string | undefined
        challenge?: string | undefined
        commissioner?: NewSprint['commissioner'] | undefined
      },
    ): Promise<boolean> {
      const { title = null, challenge = null, commissioner } = change
      const result = await withDeadline(sql`
        UPDATE sprint SET title = coalesce(${title}::text, title), challenge = coalesce(${challenge}::text, challenge),
          commissioner_name = coalesce(${commissioner?.name ?? null}::text, commissioner_name),
          commissioner_id = CASE WHEN ${commissioner !== undefined}::boolean
            THEN ${commissioner?.userId ?? null}::uuid ELSE commissioner_id END
        WHERE id = ${sprintId} AND deleted_at IS NULL`)
      return result.count > 0
    },

    /**
     * Puts another agenda in the place of version `version`, and forgets the block that the team is at when it is not
     * in it. Answers the new version; undefined when somebody else changed it since.
     */
    async putAgenda(
      sprintId: string,
      next: { version: number; agenda: string; blocks: readonly string[] },
      proposals: readonly NewProposal[],
    ): Promise<number | undefined> {
      const rows = await withDeadline(sql<{ version: number }[]>`
        WITH changed AS (
          UPDATE sprint SET agenda = ${next.agenda}, agenda_version = agenda_version + 1,
            now_since = CASE WHEN now_block = ANY(${[...next.blocks]}::text[]) THEN now_since END,
            now_block = CASE WHEN now_block = ANY(${[...next.blocks]}::text[]) THEN now_block END
          WHERE id = ${sprintId} AND agenda_version = ${next.version} AND deleted_at IS NULL
          RETURNING id, status, agenda_version
        ),
        ${insertProposals(sql, sprintId, proposals)}
        SELECT agenda_version AS version FROM changed`)
      return rows[0]?.version
    },

    /** The block that the team is at; false when the sprint does not run. */
    async putNow(sprintId: string, block: string | null, now: Date): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE sprint SET now_block = ${block}, now_since = ${block === null ? null : now}
        WHERE id = ${sprintId} AND status = 'running' AND deleted_at IS NULL`)
      return result.count > 0
    },

    /** Takes a sprint from one status to another; false when it is not in the first one any more. */
    async putStatus(sprintId: string, from: SprintStatus, to: SprintStatus, now: Date): Promise<boolean> {
      const over = to === 'finished' || to === 'archived'
      const result = await withDeadline(sql`
        UPDATE sprint SET status = ${to}, now_block = NULL, now_since = NULL,
          finished_at = CASE WHEN ${over}::boolean THEN coalesce(finished_at, ${now}::timestamptz) END,
          archived_at = CASE WHEN ${to === 'archived'}::boolean THEN ${now}::timestamptz END
        WHERE id = ${sprintId} AND status = ${from} AND deleted_at IS NULL`)
      return result.count > 0
    },

    /** Marks the sprint and its boards as deleted, and answers which boards those are; undefined unless it is prepared. */
    async softDelete(sprintId: string, now: Date): Promise<string[] | undefined> {
      const rows = await withDeadline(sql<{ boards: string[] }[]>`
        WITH gone AS (
          UPDATE sprint SET deleted_at = ${now}
          WHERE id = ${sprintId} AND status = 'preparation' AND deleted_at IS NULL RETURNING id
        ),
        boards AS (
          UPDATE board SET deleted_at = ${now} FROM gone
          WHERE board.sprint_id = gone.id AND board.deleted_at IS NULL RETURNING board.id
        ),
        ${giveLoopsBack(sql)}
        SELECT coalesce((SELECT array_agg(id) FROM boards), '{}') AS boards FROM gone`)
      return rows[0]?.boards
    },

    /** Moves a board to another day, phase or sensitivity; false when it is not one of the sprint's. */
    async arrangeBoard(
      sprintId: string,
      boardId: string,
      place: { day?: string | undefined; phase?: Phase | undefined; sensitivity?: Sensitivity | undefined },
      proposals: readonly NewProposal[],
    ): Promise<boolean> {
      const rows = await withDeadline(sql`
        WITH changed AS (
          UPDATE board SET sprint_day = coalesce(${place.day ?? null}::text, sprint_day),
            phase = coalesce(${place.phase ?? null}::text, phase),
            sensitivity = coalesce(${place.sensitivity ?? null}::text, board.sensitivity)
          FROM sprint
          WHERE board.id = ${boardId} AND board.sprint_id = ${sprintId} AND board.deleted_at IS NULL
            AND sprint.id = board.sprint_id AND sprint.deleted_at IS NULL AND sprint.status <> 'archived'
          RETURNING sprint.id, sprint.status
        ),
        ${insertProposals(sql, sprintId, proposals)}
        SELECT id FROM changed`)
      return rows.length > 0
    },
  }
}
