import type { BoardState } from '@samtavle/shared/access'
import type { NoteRole } from '@samtavle/shared/note-role'
import type { Folded } from '@samtavle/shared/text-search'
import { type BoardWays, boardState, boardWays, withRole } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'
import type { BoardText } from './board-texts.ts'

/** A board that somebody may see, by its name. */
export type SeenBoard = { id: string; title: string; state: BoardState }
/** One of the texts that were found on a board, and how many there are on it in all. */
export type FoundText = {
  boardId: string
  shape: string
  section: string
  role: NoteRole | null
  words: string
  count: number
}

/** Rows that one statement writes. */
const ROWS_AT_ONCE = 1_000
/** What the database's clock and a commit under way may be apart by. */
const MARGIN = '1 minute'

export type BoardTextStore = ReturnType<typeof createBoardTextStore>

/** The SQL of the words on boards. */
export function createBoardTextStore(sql: Sql) {
  /** True when something was written on a board since its words were read. */
  const writtenSince = (margin: string) => sql`
    (state.board_id IS NULL OR state.generation <> board.generation
      OR (SELECT at FROM board_update AS row WHERE row.board_id = board.id ORDER BY seq DESC LIMIT 1)
        > state.read_at - ${margin}::interval)`
  const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

  return {
    /** The boards that a person may see, the newest first. */
    async seen(userId: string): Promise<SeenBoard[]> {
      const ways = boardWays(sql, userId)
      const rows = await withDeadline(sql<(SeenBoard & BoardWays)[]>`
        SELECT board.id, board.title, ${boardState(sql)} AS state, ${ways.columns} FROM board ${ways.joins}
        WHERE board.deleted_at IS NULL AND ${ways.some} ORDER BY board.created_at DESC, board.id`)
      return rows.map(withRole).flatMap(({ id, title, state, role }) => (role === null ? [] : [{ id, title, state }]))
    },

    /** Texts that hold all the words, on these boards; of each the first few, and of the boards those edited last. */
    async find(
      boardIds: readonly string[],
      words: readonly Folded[],
      most: { boards: number; onEach: number },
    ): Promise<FoundText[]> {
      const all = words.map(
        ({ plain, respelt }) =>
          sql`AND (text.plain LIKE ${pattern(plain)} OR coalesce(text.respelt, text.plain) LIKE ${pattern(respelt)})`,
      )
      return await withDeadline(sql<FoundText[]>`
        WITH found AS (
          SELECT text.board_id, text.shape_id, text.section, text.role, text.words, board.created_at,
            row_number() OVER (PARTITION BY text.board_id ORDER BY text.section, text.shape_id) AS place,
            count(*) OVER (PARTITION BY text.board_id) AS count
          FROM board
          JOIN board_text_state AS state ON state.board_id = board.id AND state.generation = board.generation
          JOIN board_text AS text ON text.board_id = board.id
          WHERE board.id = ANY(${[...boardIds]}::uuid[]) ${all}
        ),
        newest AS (
          SELECT board_id, coalesce(
            (SELECT at FROM board_update AS row WHERE row.board_id = found.board_id ORDER BY seq DESC LIMIT 1),
            created_at) AS at
          FROM found WHERE place = 1 ORDER BY at DESC, board_id LIMIT ${most.boards}
        )
        SELECT found.board_id AS "boardId", shape_id AS shape, section, role, words, count::int AS count
        FROM newest JOIN found ON found.board_id = newest.board_id AND found.place <= ${most.onEach}
        ORDER BY newest.at DESC, found.board_id, found.place`)
    },

    /** Has one of these boards words that were not read yet? */
    async isBehind(boardIds: readonly string[]): Promise<boolean> {
      const rows = await withDeadline(sql<{ behind: boolean }[]>`
        SELECT EXISTS (
          SELECT FROM board LEFT JOIN board_text_state AS state ON state.board_id = board.id
          WHERE board.id = ANY(${[...boardIds]}::uuid[]) AND ${writtenSince('0')}
        ) AS behind`)
      return rows[0]?.behind ?? false
    },

    /** Boards whose words were perhaps not read since their last change. */
    async unread(): Promise<string[]> {
      const rows = await withDeadline(sql<{ id: string }[]>`
        SELECT board.id FROM board
        LEFT JOIN board_text_state AS state ON state.board_id = board.id
        WHERE board.deleted_at IS NULL AND (${writtenSince(MARGIN)}
          -- Of rows that were written and are gone, the snapshot tells that holds them.
          OR (SELECT max(created_at) FROM board_snapshot AS snapshot WHERE snapshot.board_id = board.id)
            > state.read_at - ${MARGIN}::interval)
        ORDER BY board.created_at DESC`)
      return rows.map(({ id }) => id)
    },

    /** The database's clock, as text: what is read afterwards is at least of then. */
    async now(): Promise<string> {
      const rows = await withDeadline(sql<{ now: string }[]>`SELECT now()::text AS now`)
      return rows[0]?.now ?? ''
    },

    /** What is known of a board: the digest of each text. */
    async digests(boardId: string): Promise<Map<string, string>> {
      const rows = await withDeadline(sql<{ shape: string; digest: string }[]>`
        SELECT shape_id AS shape, digest FROM board_text WHERE board_id = ${boardId}`)
      return new Map(rows.map(({ shape, digest }) => [shape, digest]))
    },

    /** Writes what changed. Nothing of a board that was deleted meanwhile, or is of another generation. */
    async save(
      board: { id: string; generation: number; readAt: string },
      changed: readonly BoardText[],
      gone: readonly string[],
    ): Promise<void> {
      const alive = sql`SELECT id FROM board
        WHERE id = ${board.id} AND generation = ${board.generation} AND deleted_at IS NULL`
      for (let from = 0; from < changed.length; from += ROWS_AT_ONCE) {
        const rows = JSON.stringify(changed.slice(from, from + ROWS_AT_ONCE))
        await withDeadline(sql`
          INSERT INTO board_text (board_id, shape_id, section, section_key, role, words, plain, respelt, trace, example,
            digest)
          SELECT alive.id, row.shape, row.section, row."sectionKey", row.role, row.words, row.plain, row.respelt, row.trace,
            row.example, row.digest
          FROM (${alive}) AS alive, json_to_recordset(${rows}::text::json) AS row (
            shape text, section text, "sectionKey" text, role text, words text, plain text, respelt text, trace uuid,
            example boolean, digest text)
          ON CONFLICT (board_id, shape_id) DO UPDATE SET section = excluded.section, section_key = excluded.section_key,
            role = excluded.role, words = excluded.words, plain = excluded.plain, respelt = excluded.respelt,
            trace = excluded.trace, example = excluded.example, digest = excluded.digest`)
      }
      await withDeadline(sql`
        WITH alive AS (${alive}),
        gone AS (
          DELETE FROM board_text USING alive
          WHERE board_text.board_id = alive.id AND board_text.shape_id = ANY(${[...gone]}::text[])
        )
        INSERT INTO board_text_state (board_id, generation, read_at)
        SELECT id, ${board.generation}::int, ${board.readAt}::timestamptz FROM alive
        ON CONFLICT (board_id) DO UPDATE SET generation = excluded.generation, read_at = excluded.read_at`)
    },
  }
}
