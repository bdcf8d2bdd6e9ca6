import { type Sql, withDeadline } from '../db/database.ts'

/** A note of a board and what the last vote that it was in gave it. */
export type NoteVotes = { boardId: string; shape: string; trace: string; votes: number }

export type NoteVoteStore = ReturnType<typeof createNoteVoteStore>

/** The SQL of what votes that were shown gave to notes. Grants nothing: ask for each board. */
export function createNoteVoteStore(sql: Sql) {
  return {
    /**
     * Notes of these boards with votes: those that were marked there, whatever they bear now, and copies as soon as their
     * words were read. Of what is gone some may still be among it.
     */
    async onBoards(boardIds: readonly string[]): Promise<NoteVotes[]> {
      const ids = [...boardIds]
      return await withDeadline(sql<NoteVotes[]>`
        SELECT DISTINCT ON (found.board_id, found.shape)
          found.board_id AS "boardId", found.shape, found.trace, note_vote.votes
        FROM (
          SELECT board_id, shape_id AS shape, trace, 1 AS preference FROM board_text
          WHERE board_id = ANY(${ids}::uuid[]) AND trace IS NOT NULL
          UNION ALL
          SELECT made.board_id, made.shape_id, made.id, 2 FROM evidence_trace AS made
          LEFT JOIN board_text_state AS state ON state.board_id = made.board_id
          LEFT JOIN board_text AS text ON text.board_id = made.board_id AND text.shape_id = made.shape_id
          WHERE made.board_id = ANY(${ids}::uuid[]) AND made.shape_id IS NOT NULL
            -- Not what is known to be gone since it was marked.
            AND (text.shape_id IS NOT NULL OR state.board_id IS NULL OR state.read_at <= made.made_at)
        ) AS found JOIN note_vote ON note_vote.trace = found.trace
        ORDER BY found.board_id, found.shape, found.preference, found.trace`)
    },

    /** By trace. */
    async ofTraces(traces: readonly string[]): Promise<Map<string, number>> {
      const rows = await withDeadline(sql<{ trace: string; votes: number }[]>`
        SELECT trace, votes FROM note_vote WHERE trace = ANY(${[...traces]}::uuid[])`)
      return new Map(rows.map(({ trace, votes }) => [trace, votes]))
    },

    /** A note that is sent on takes its votes along. @returns how many had any */
    async carry(sent: readonly { from: string; to: string }[]): Promise<number> {
      const result = await withDeadline(sql`
        INSERT INTO note_vote (trace, votes)
        SELECT sent."to", note_vote.votes
        FROM json_to_recordset(${JSON.stringify(sent)}::text::json) AS sent ("from" uuid, "to" uuid)
        JOIN note_vote ON note_vote.trace = sent."from"
        ON CONFLICT (trace) DO NOTHING`)
      return result.count
    },
  }
}
