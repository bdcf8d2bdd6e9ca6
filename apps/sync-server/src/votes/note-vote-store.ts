import type { Fragment } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

/** A note of a board and what the last vote that it was in gave it. Of what is gone some may still be told. */
export type NoteVotes = { boardId: string; shape: string; votes: number }

export type NoteVoteStore = ReturnType<typeof createNoteVoteStore>

/** The SQL of what votes that were shown gave to notes. Grants nothing: ask for each board. */
export function createNoteVoteStore(sql: Sql) {
  const given = sql`coalesce(own.votes, home.votes)`
  /** Joins what a note has on a board: what was given there, else where it was marked. */
  const whatWasGiven = (trace: Fragment, board: Fragment) => sql`
    JOIN evidence_trace AS marked ON marked.id = ${trace}
    LEFT JOIN note_vote AS own ON own.trace = marked.id AND own.board_id = ${board}
    LEFT JOIN note_vote AS home ON home.trace = marked.id AND home.board_id = marked.board_id`

  /**
   * Notes of these boards with votes: those that bear a trace, and those that were marked there, whatever they bear now.
   * @param bearing which texts bear which traces: `board_id`, `shape`, `trace`
   */
  async function find(boardIds: readonly string[], bearing: Fragment): Promise<NoteVotes[]> {
    return await withDeadline(sql<NoteVotes[]>`
      SELECT "boardId", shape, votes FROM (
        SELECT DISTINCT ON (found.board_id, found.shape)
          found.board_id AS "boardId", found.shape, ${given} AS votes
        FROM (
          SELECT board_id, shape, trace, 1 AS preference FROM (${bearing}) AS bearing
          UNION ALL
          SELECT made.board_id, made.shape_id, made.id, 2 FROM evidence_trace AS made
          LEFT JOIN board_text_state AS state ON state.board_id = made.board_id
          LEFT JOIN board_text AS text ON text.board_id = made.board_id AND text.shape_id = made.shape_id
          WHERE made.board_id = ANY(${[...boardIds]}::uuid[]) AND made.shape_id IS NOT NULL
            -- Not what is known to be gone since it was marked.
            AND (text.shape_id IS NOT NULL OR state.board_id IS NULL OR state.read_at <= made.made_at)
        ) AS found
        ${whatWasGiven(sql`found.trace`, sql`found.board_id`)}
        WHERE ${given} IS NOT NULL
        ORDER BY found.board_id, found.shape, found.preference, found.trace
      ) AS told WHERE votes > 0`)
  }

  return {
    /** Notes with votes, by the words of the boards as they were read last: copies a moment later. */
    onBoards: async (boardIds: readonly string[]): Promise<NoteVotes[]> =>
      await find(
        boardIds,
        sql`SELECT board_id, shape_id AS shape, trace FROM board_text
          WHERE board_id = ANY(${[...boardIds]}::uuid[]) AND trace IS NOT NULL`,
      ),

    /** Notes with votes of a board of which it is known which shapes bear which traces. */
    onBoard: async (boardId: string, bearing: readonly { shape: string; trace: string }[]): Promise<NoteVotes[]> =>
      await find(
        [boardId],
        sql`SELECT ${boardId}::uuid AS board_id, shape, trace
          FROM json_to_recordset(${JSON.stringify(bearing)}::text::json) AS row (shape text, trace uuid)`,
      ),

    /**
     * Notes that are sent from one board to another take their votes along, as they are then.
     * @param sent their traces, there and here
     * @returns how many had any
     */
    async carry(boards: { from: string; to: string }, sent: readonly { from: string; to: string }[]): Promise<number> {
      const result = await withDeadline(sql`
        INSERT INTO note_vote (trace, board_id, votes)
        SELECT sent."to", ${boards.to}::uuid, ${given}
        FROM json_to_recordset(${JSON.stringify(sent)}::text::json) AS sent ("from" uuid, "to" uuid)
        ${whatWasGiven(sql`sent."from"`, sql`${boards.from}::uuid`)}
        WHERE ${given} > 0
        ON CONFLICT (trace, board_id) DO NOTHING`)
      return result.count
    },
  }
}
