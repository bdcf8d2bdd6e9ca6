import type { BoardRole, BoardState, MemberRole } from '@samtavle/shared/access'
import { type BoardWays, boardIsArchived, boardState, boardWays, withRole } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

/** What somebody is on a board, and how the board is. `role` is null for a stranger. */
export type BoardAccess = {
  boardId: string
  role: BoardRole | null
  state: BoardState
  generation: number
  title: string
}

export type MemberRow = { userId: string; name: string; colour: number; role: BoardRole }

/** Whose role on which boards. */
export type RolesOf = ({ boardId: string } | { sprintId: string }) & { userId?: string }
export type RoleOnBoard = { boardId: string; title: string; archived: boolean; userId: string; role: BoardRole | null }

/** Rights on boards, and the members that give them. */
export type SharingStore = ReturnType<typeof createSharingStore>

/** The SQL of sharing. A board that was deleted before `deletedAfter` counts as gone. */
export function createSharingStore(sql: Sql) {
  return {
    /** Role and board in one query, for those of these boards that there are. */
    async access(userId: string, boardIds: readonly string[], deletedAfter: Date): Promise<BoardAccess[]> {
      const ways = boardWays(sql, userId)
      const rows = await withDeadline(sql<(Omit<BoardAccess, 'role'> & BoardWays)[]>`
        SELECT board.id AS "boardId", board.generation, board.title, ${ways.columns}, ${boardState(sql)} AS state
        FROM board ${ways.joins}
        WHERE board.id = ANY(${[...boardIds]}::uuid[])
          AND (board.deleted_at IS NULL OR board.deleted_at > ${deletedAfter})`)
      return rows.map(withRole)
    },

    /**
     * Everybody on a board that is not deleted: the owner, then the sprint's team, then colleagues in the order in which
     * they were added.
     */
    async members(boardId: string): Promise<MemberRow[]> {
      const ways = boardWays(sql, sql`person.id`)
      const rows = await withDeadline(sql<(Omit<MemberRow, 'role'> & BoardWays)[]>`
        SELECT person.id AS "userId", person.name, person.colour, ${ways.columns}
        FROM board ${peopleOf(sql)} ${ways.joins}
        WHERE board.id = ${boardId} AND board.deleted_at IS NULL
        ORDER BY "isOwner" DESC, in_sprint.added_at, added.added_at, person.id`)
      return rows.map(withRole).filter((row): row is MemberRow => row.role !== null)
    },

    /**
     * What people are on boards now, for telling the rooms: of one board or of all of a sprint that are not deleted, and
     * of one person, also one without a role, or of everybody with a way to them.
     */
    async rolesOn(of: RolesOf): Promise<RoleOnBoard[]> {
      const ways = boardWays(sql, sql`person.id`)
      const boards = 'boardId' in of ? sql`board.id = ${of.boardId}` : sql`board.sprint_id = ${of.sprintId}`
      const people = of.userId === undefined ? peopleOf(sql) : sql`JOIN app_user AS person ON person.id = ${of.userId}`
      const rows = await withDeadline(sql<(Omit<RoleOnBoard, 'role'> & BoardWays)[]>`
        SELECT board.id AS "boardId", board.title, ${boardIsArchived(sql)} AS archived, person.id AS "userId",
          ${ways.columns}
        FROM board ${people} ${ways.joins}
        WHERE ${boards} AND board.deleted_at IS NULL`)
      return rows.map(withRole)
    },

    /**
     * Adds a colleague or changes what they may do. Answers their id as it is stored, or undefined when the board is
     * deleted, the person unknown, or the person its owner: the owner has no row.
     */
    async put(boardId: string, userId: string, role: MemberRole): Promise<string | undefined> {
      const rows = await withDeadline(sql<{ userId: string }[]>`
        INSERT INTO board_member (board_id, user_id, role)
        SELECT board.id, app_user.id, ${role}::text
        FROM board, app_user
        WHERE board.id = ${boardId} AND board.deleted_at IS NULL AND app_user.id = ${userId}
          AND (board.owner_id <> app_user.id OR board.sprint_id IS NOT NULL)
        ON CONFLICT (board_id, user_id) DO UPDATE SET role = excluded.role
        RETURNING user_id AS "userId"`)
      return rows[0]?.userId
    },

    /** Takes a colleague off a board; false when they were not on it. */
    async remove(boardId: string, userId: string): Promise<boolean> {
      const result = await withDeadline(
        sql`DELETE FROM board_member WHERE board_id = ${boardId} AND user_id = ${userId}`,
      )
      return result.count > 0
    },
  }
}

/** Joins everybody with a way to `board`, perhaps one that does not open it, as `person`. */
const peopleOf = (sql: Sql) => sql`
  CROSS JOIN LATERAL (
    SELECT board.owner_id AS id
    UNION SELECT user_id FROM board_member WHERE board_member.board_id = board.id
    UNION SELECT user_id FROM sprint_member WHERE sprint_member.sprint_id = board.sprint_id
  ) AS way JOIN app_user AS person ON person.id = way.id`
