import type { BoardRole, BoardState } from '@samtavle/shared/access'
import type { Locale } from '@samtavle/shared/locale'
import { type BoardWays, boardIsArchived, boardState, boardWays, withRole } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'
import { insertBoards, type NewBoard } from '../db/new-boards.ts'

/** A board as lists show it, seen by one person. */
export type BoardRow = {
  id: string
  title: string
  role: BoardRole
  state: BoardState
  templateId: string | null
  locale: Locale
  ownerId: string
  ownerName: string
  createdAt: Date
  editedAt: Date
  editorId: string | null
  editorName: string | null
  expiresAt: Date | null
  sprintId: string | null
  sprintTitle: string | null
  sprintDay: string | null
}

type SeenRow = Omit<BoardRow, 'role'> & BoardWays

/** Boards: their names, states and first documents. */
export type BoardStore = ReturnType<typeof createBoardStore>

/** The SQL of boards. Every write is one statement; one on a deleted board changes nothing and says so. */
export function createBoardStore(sql: Sql) {
  /** What every answer about boards selects; `person` is who looks. */
  const seenBy = (person: string) => {
    const ways = boardWays(sql, person)
    return {
      some: ways.some,
      rows: sql`
        SELECT board.id, board.title, board.template_id AS "templateId", board.locale, ${ways.columns},
          ${boardState(sql)} AS state, board.owner_id AS "ownerId", owner.name AS "ownerName",
          board.created_at AS "createdAt", board.expires_at AS "expiresAt",
          sprint.id AS "sprintId", sprint.title AS "sprintTitle", board.sprint_day AS "sprintDay",
          coalesce(newest.at, board.created_at) AS "editedAt", editor.id AS "editorId", editor.name AS "editorName"
        FROM board
        JOIN app_user AS owner ON owner.id = board.owner_id
        ${ways.joins}
        LEFT JOIN LATERAL (
          SELECT at, actor_id FROM board_update
          WHERE board_update.board_id = board.id AND board_update.generation = board.generation
          ORDER BY seq DESC LIMIT 1
        ) AS newest ON true
        LEFT JOIN app_user AS editor ON editor.id = newest.actor_id`,
    }
  }

  return {
    /** The boards that a person may see, newest edit first. Deleted ones are their owners' alone. */
    async list(userId: string, state: BoardState, deletedAfter: Date): Promise<BoardRow[]> {
      const inState = {
        active: sql`board.deleted_at IS NULL AND NOT ${boardIsArchived(sql)}`,
        archived: sql`board.deleted_at IS NULL AND ${boardIsArchived(sql)}`,
        deleted: sql`board.deleted_at > ${deletedAfter}`,
      }[state]
      const { rows, some } = seenBy(userId)
      const found = await withDeadline(sql<SeenRow[]>`
        ${rows} WHERE ${inState} AND ${some} ORDER BY "editedAt" DESC, board.id`)
      return found.map(withRole).filter((row): row is BoardRow => {
        return state === 'deleted' ? row.role === 'owner' : row.role !== null
      })
    },

    /**
     * One board that is not deleted, as this person sees it. Grants nothing: ask the access service first.
     * @param role what a guest is on it, to whom no way of a person leads
     */
    async find(userId: string, boardId: string, role?: BoardRole): Promise<BoardRow | undefined> {
      const rows = await withDeadline(sql<SeenRow[]>`
        ${seenBy(userId).rows} WHERE board.id = ${boardId} AND board.deleted_at IS NULL`)
      return rows
        .map(withRole)
        .map((row) => (role === undefined ? row : { ...row, role }))
        .find((row): row is BoardRow => row.role !== null)
    },

    /** Creates the board together with its document and its pictures. */
    async create(board: NewBoard): Promise<void> {
      await withDeadline(insertBoards(sql, [board]))
    },

    /** Renames the board, or moves it into or out of the archive. Undefined when it is deleted. */
    async change(
      boardId: string,
      change: { title?: string | undefined; archived?: boolean | undefined },
      now: Date,
    ): Promise<{ title: string; archived: boolean } | undefined> {
      const { title = null, archived = null } = change
      const rows = await withDeadline(sql<{ title: string; archived: boolean }[]>`
        UPDATE board SET
          title = coalesce(${title}::text, title),
          archived_at = CASE ${archived}::boolean
            WHEN true THEN coalesce(archived_at, ${now}::timestamptz) WHEN false THEN NULL ELSE archived_at END
        WHERE id = ${boardId} AND deleted_at IS NULL
        RETURNING title, ${boardIsArchived(sql)} AS archived`)
      return rows[0]
    },

    /** Lets a board that would be gone after its time stay; false when it is deleted. */
    async keep(boardId: string): Promise<boolean> {
      const result = await withDeadline(
        sql`UPDATE board SET expires_at = NULL WHERE id = ${boardId} AND deleted_at IS NULL`,
      )
      return result.count > 0
    },

    /**
     * Deletes some of the boards whose time was over at `now`, as of `deletedAt`, and answers their ids. One statement:
     * who keeps a board meanwhile keeps it.
     */
    async deleteExpired(now: Date, deletedAt: Date, limit: number): Promise<string[]> {
      const rows = await withDeadline(sql<{ id: string }[]>`
        UPDATE board SET deleted_at = ${deletedAt}
        WHERE id IN (
          SELECT id FROM board WHERE expires_at <= ${now} AND deleted_at IS NULL ORDER BY expires_at LIMIT ${limit}
        ) AND expires_at <= ${now} AND deleted_at IS NULL
        RETURNING id`)
      return rows.map(({ id }) => id)
    },

    /** Marks the board as deleted; false when it already is. */
    async softDelete(boardId: string, now: Date): Promise<boolean> {
      const result = await withDeadline(
        sql`UPDATE board SET deleted_at = ${now} WHERE id = ${boardId} AND deleted_at IS NULL`,
      )
      return result.count > 0
    },

    /** Takes a deletion back; false when there is none that can be. */
    async restore(boardId: string, deletedAfter: Date): Promise<boolean> {
      const result = await withDeadline(
        sql`UPDATE board SET deleted_at = NULL WHERE id = ${boardId} AND deleted_at > ${deletedAfter}`,
      )
      return result.count > 0
    },

    /** Where a copy comes from. */
    async origin(boardId: string): Promise<{ templateId: string | null; locale: Locale } | undefined> {
      const rows = await withDeadline(sql<{ templateId: string | null; locale: Locale }[]>`
        SELECT template_id AS "templateId", locale FROM board WHERE id = ${boardId} AND deleted_at IS NULL`)
      return rows[0]
    },

    /** The newest journal number of a board as text; another one whenever its document changed. */
    async newestSeq(boardId: string): Promise<string> {
      const rows = await withDeadline(sql<{ seq: string }[]>`
        SELECT seq::text AS seq FROM board_update WHERE board_id = ${boardId} ORDER BY seq DESC LIMIT 1`)
      return rows[0]?.seq ?? '0'
    },
  }
}
