import type { BoardRole, BoardState } from '@samtavle/shared/access'
import type { Locale } from '@samtavle/shared/locale'
import { type Sql, withDeadline } from '../db/database.ts'

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
}

export type NewBoard = {
  id: string
  title: string
  ownerId: string
  templateId: string | null
  locale: Locale
  /** The whole document as one update, or as several where one would be too large for a row. */
  seeds: readonly Uint8Array[]
  /** The board that this one is a copy of: what its records name is to be had on the copy too. */
  copyOf?: string
  /** Ids of pictures that the new board holds, beside those. */
  pictures?: readonly string[]
  /** Of a template of our own: its version, and what names the records of the seeds. */
  origin?: { version: number; digest: Uint8Array } | undefined
  /** When the board is gone for good; never when left out. */
  expiresAt?: Date | undefined
}

/** Boards: their names, states and first documents. */
export type BoardStore = ReturnType<typeof createBoardStore>

/** The SQL of boards. Every write is one statement; one on a deleted board changes nothing and says so. */
export function createBoardStore(sql: Sql) {
  /** What every answer about boards selects; `person` is who looks. */
  const seenBy = (person: string) => sql`
    SELECT board.id, board.title, board.template_id AS "templateId", board.locale,
      CASE WHEN board.owner_id = ${person} THEN 'owner' ELSE board_member.role END AS role,
      CASE WHEN board.deleted_at IS NOT NULL THEN 'deleted'
        WHEN board.archived_at IS NOT NULL THEN 'archived' ELSE 'active' END AS state,
      board.owner_id AS "ownerId", owner.name AS "ownerName", board.created_at AS "createdAt",
      board.expires_at AS "expiresAt",
      coalesce(newest.at, board.created_at) AS "editedAt", editor.id AS "editorId", editor.name AS "editorName"
    FROM board
    JOIN app_user AS owner ON owner.id = board.owner_id
    LEFT JOIN board_member ON board_member.board_id = board.id AND board_member.user_id = ${person}
    LEFT JOIN LATERAL (
      SELECT at, actor_id FROM board_update
      WHERE board_update.board_id = board.id AND board_update.generation = board.generation
      ORDER BY seq DESC LIMIT 1
    ) AS newest ON true
    LEFT JOIN app_user AS editor ON editor.id = newest.actor_id`

  return {
    /** The boards that a person owns or was added to, newest edit first. Deleted ones are their owner's alone. */
    async list(userId: string, state: BoardState, deletedAfter: Date): Promise<BoardRow[]> {
      const inState = {
        active: sql`board.deleted_at IS NULL AND board.archived_at IS NULL`,
        archived: sql`board.deleted_at IS NULL AND board.archived_at IS NOT NULL`,
        deleted: sql`board.deleted_at > ${deletedAfter} AND board.owner_id = ${userId}`,
      }[state]
      return await withDeadline(sql<BoardRow[]>`
        ${seenBy(userId)}
        WHERE ${inState} AND (board.owner_id = ${userId} OR board_member.user_id IS NOT NULL)
        ORDER BY "editedAt" DESC, board.id`)
    },

    /** One board that is not deleted, as this person sees it. Grants nothing: ask the access service first. */
    async find(userId: string, boardId: string): Promise<BoardRow | undefined> {
      const rows = await withDeadline(sql<BoardRow[]>`
        ${seenBy(userId)}
        WHERE board.id = ${boardId} AND board.deleted_at IS NULL`)
      return rows[0]
    },

    /** Creates the board together with its document and its pictures: there is never one without the other. */
    async create(board: NewBoard): Promise<void> {
      const generation = 1
      const pictures = [...(board.pictures ?? [])]
      const { origin, expiresAt = null } = board
      const rows = board.seeds.map((payload) => {
        return { board_id: board.id, generation, actor_id: board.ownerId, payload }
      })
      await withDeadline(sql`
        WITH created AS (
          INSERT INTO board (id, title, owner_id, template_id, locale, generation, template_version, template_digest,
            expires_at)
          VALUES (${board.id}, ${board.title}, ${board.ownerId}, ${board.templateId}, ${board.locale}, ${generation},
            ${origin?.version ?? null}::int, ${origin?.digest ?? null}::bytea, ${expiresAt}::timestamptz)
        ),
        pictures AS (
          INSERT INTO board_asset (board_id, asset_id, generation, added_by, added_at)
          SELECT ${board.id}::uuid, asset_id, ${generation}::int, added_by, now()
          FROM board_asset WHERE board_id = ${board.copyOf ?? null}::uuid
          UNION ALL
          SELECT ${board.id}::uuid, id, ${generation}::int, ${board.ownerId}::uuid, now()
          FROM asset WHERE id IN (SELECT decode(hex, 'hex') FROM unnest(${pictures}::text[]) AS hex)
        )
        INSERT INTO board_update ${sql(rows, 'board_id', 'generation', 'actor_id', 'payload')}`)
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
        RETURNING title, archived_at IS NOT NULL AS archived`)
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
