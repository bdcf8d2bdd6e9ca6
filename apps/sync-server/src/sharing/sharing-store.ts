import type { BoardRole, BoardState, MemberRole } from '@samtavle/shared/access'
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

/** Rights on boards, and the members that give them. */
export type SharingStore = ReturnType<typeof createSharingStore>

/** The SQL of sharing. A board that was deleted before `deletedAfter` counts as gone. */
export function createSharingStore(sql: Sql) {
  return {
    /** Role and board in one query; undefined when there is no such board. */
    async access(userId: string, boardId: string, deletedAfter: Date): Promise<BoardAccess | undefined> {
      const rows = await withDeadline(sql<BoardAccess[]>`
        SELECT board.id AS "boardId", board.generation, board.title,
          CASE WHEN board.owner_id = ${userId} THEN 'owner' ELSE board_member.role END AS role,
          CASE WHEN board.deleted_at IS NOT NULL THEN 'deleted'
            WHEN board.archived_at IS NOT NULL THEN 'archived' ELSE 'active' END AS state
        FROM board
        LEFT JOIN board_member ON board_member.board_id = board.id AND board_member.user_id = ${userId}
        WHERE board.id = ${boardId} AND (board.deleted_at IS NULL OR board.deleted_at > ${deletedAfter})`)
      return rows[0]
    },

    /** Everybody on a board: the owner, then colleagues in the order in which they were added. */
    async members(boardId: string): Promise<MemberRow[]> {
      return await withDeadline(sql<MemberRow[]>`
        SELECT person.id AS "userId", person.name, person.colour, everybody.role
        FROM (
          SELECT owner_id AS user_id, 'owner' AS role, 0 AS rank, created_at AS added_at
          FROM board WHERE id = ${boardId}
          UNION ALL
          SELECT user_id, role, 1, added_at FROM board_member WHERE board_id = ${boardId}
        ) AS everybody
        JOIN app_user AS person ON person.id = everybody.user_id
        ORDER BY everybody.rank, everybody.added_at, person.id`)
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
          AND board.owner_id <> app_user.id
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
