import { randomUUID } from 'node:crypto'
import type { NoteRole } from '@samtavle/shared/note-role'
import type { Ballot } from '@samtavle/shared/vote-api'
import { type Sql, withDeadline } from '../db/database.ts'

/** A note that was in a vote. */
export type NoteInVote = {
  shape: string
  /** The trace that its record says; perhaps none of the server's. */
  said: string | null
  role: NoteRole | null
  section: string
}
/** What came of a vote: how many voted, and for notes with votes that do not bear their trace yet, which one it is. */
export type Count = { ballots: number; toMark: Map<string, string> }

type BallotRow = { votes: string; done: boolean }

export type VoteCount = ReturnType<typeof createVoteCount>

/** Counting a vote, which ends it. */
export function createVoteCount(sql: Sql) {
  return {
    /**
     * In one transaction, so that there is never a sum beside a ballot: adds up, gives notes with votes a trace, writes
     * the sums, erases the ballots and closes the vote. Dots on what is not among `notes` any more count nowhere.
     * @param notes all that was in the vote; those without a dot lose what an earlier vote gave them
     * @returns undefined when the vote is not open
     */
    async show(boardId: string, voteId: string, notes: readonly NoteInVote[], at: Date): Promise<Count | undefined> {
      const shown = sql.begin(async (tx): Promise<Count | undefined> => {
        // Ballots that are being given are waited for, and those that come later find the vote closed.
        const open = await tx`
          SELECT FROM board_vote WHERE id = ${voteId} AND board_id = ${boardId} AND shown_at IS NULL FOR UPDATE`
        if (open.length === 0) return undefined
        const cast = await tx<BallotRow[]>`
          SELECT votes, done FROM vote_ballot AS ballot WHERE vote_id = ${voteId} AND NOT EXISTS (
            SELECT FROM guest JOIN share_link AS link ON link.id = guest.link_id
            WHERE guest.id = ballot.guest_id AND link.withdrawn_at IS NOT NULL)`
        const known = await tx<{ id: string }[]>`
          SELECT id FROM evidence_trace WHERE id = ANY(${notes.flatMap(({ said }) => said ?? [])}::uuid[])`
        const marked = await tx<{ shape: string; id: string }[]>`
          SELECT shape_id AS shape, id FROM evidence_trace
          WHERE board_id = ${boardId} AND shape_id = ANY(${notes.map(({ shape }) => shape)}::text[])
          ORDER BY made_at DESC`
        const { traces, sums, toMark } = countedByTrace(notes, cast, {
          known: new Set(known.map(({ id }) => id)),
          marked: new Map(marked.map(({ shape, id }) => [shape, id])),
        })
        await tx`
          INSERT INTO evidence_trace (id, board_id, shape_id, role, section, made_at)
          SELECT trace, ${boardId}::uuid, shape, role, section, ${at}::timestamptz
          FROM json_to_recordset(${JSON.stringify(sums)}::text::json)
            AS row (trace uuid, shape text, role text, section text)
          ON CONFLICT (id) DO NOTHING`
        // None is written only where something else would be told.
        await tx`
          INSERT INTO note_vote (trace, board_id, votes)
          SELECT row.trace, ${boardId}::uuid, sum(row.votes)::int FROM (
            SELECT trace, votes FROM json_to_recordset(${JSON.stringify(sums)}::text::json)
              AS given (trace uuid, votes integer)
            UNION ALL SELECT DISTINCT trace, 0 FROM note_vote WHERE trace = ANY(${traces}::uuid[])
          ) AS row GROUP BY row.trace
          ON CONFLICT (trace, board_id) DO UPDATE SET votes = excluded.votes`
        await tx`DELETE FROM vote_ballot WHERE vote_id = ${voteId}`
        const ballots = cast.filter(isGiven).length
        await tx`UPDATE board_vote SET shown_at = ${at}, ballots = ${ballots} WHERE id = ${voteId}`
        return { ballots, toMark }
      })
      return await withDeadline(shown)
    },
  }
}

/** What a ballot says. */
export const votesOf = (votes: string): Ballot['votes'] => JSON.parse(votes) as Ballot['votes']

/** A ballot without a dot is one when its voter was done. */
const isGiven = ({ votes, done }: BallotRow): boolean => done || votesOf(votes).length > 0

type Sum = NoteInVote & { trace: string; votes: number }

/** Copies of a note on one board bear one trace: they are one note, whose votes are counted together. */
function countedByTrace(
  notes: readonly NoteInVote[],
  cast: readonly BallotRow[],
  { known, marked }: { known: ReadonlySet<string>; marked: ReadonlyMap<string, string> },
): { traces: string[]; sums: Sum[]; toMark: Map<string, string> } {
  const dotsOn = new Map<string, number>()
  for (const { shape, dots } of cast.flatMap(({ votes }) => votesOf(votes))) {
    dotsOn.set(shape, (dotsOn.get(shape) ?? 0) + dots)
  }
  const traces: string[] = []
  const sums: Sum[] = []
  const toMark = new Map<string, string>()
  for (const note of notes) {
    const votes = dotsOn.get(note.shape) ?? 0
    const bears = note.said !== null && known.has(note.said)
    const had = bears ? note.said : (marked.get(note.shape) ?? null)
    if (had !== null) traces.push(had)
    if (votes === 0) continue
    const trace = had ?? randomUUID()
    sums.push({ ...note, trace, votes })
    if (!bears) toMark.set(note.shape, trace)
  }
  return { traces, sums, toMark }
}
