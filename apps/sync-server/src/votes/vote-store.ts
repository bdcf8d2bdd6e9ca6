import type { Ballot } from '@samtavle/shared/vote-api'
import { type Sql, withDeadline } from '../db/database.ts'

/** Whose ballot it is. */
export type Voter = { kind: 'user' | 'guest'; id: string }

export type NewVote = {
  id: string
  boardId: string
  question: string
  dots: number
  section: { frame: string; name: string } | null
  startedBy: string
  startedAt: Date
}
/** `done` is how many say that they are; `own` what the voter who asks has chosen, as JSON. */
export type OpenVoteRow = Omit<NewVote, 'section'> & {
  frame: string | null
  section: string | null
  done: number
  own: string | null
  ownDone: boolean
}
export type ShownVoteRow = { id: string; question: string; shownAt: Date; ballots: number; dots: number }

export type VoteStore = ReturnType<typeof createVoteStore>

/** The SQL of votes. A ballot of a guest whose link was withdrawn counts nowhere. */
export function createVoteStore(sql: Sql) {
  /** A browser that came by several links is one voter, whichever of its guests it is just now. */
  const whose = ({ kind, id }: Voter) =>
    kind === 'user'
      ? sql`user_id = ${id}`
      : sql`guest_id IN (
          SELECT other.id FROM guest AS mine JOIN guest AS other ON other.session_hash = mine.session_hash
          WHERE mine.id = ${id})`
  const counts = (ballot: 'ballot' | 'own') => sql`NOT EXISTS (
    SELECT FROM guest JOIN share_link AS link ON link.id = guest.link_id
    WHERE guest.id = ${sql(ballot)}.guest_id AND link.withdrawn_at IS NOT NULL)`

  return {
    /** The vote that is open on a board, as this voter sees it. */
    async open(boardId: string, voter: Voter): Promise<OpenVoteRow | undefined> {
      const rows = await withDeadline(sql<OpenVoteRow[]>`
        SELECT vote.id, vote.board_id AS "boardId", vote.question, vote.dots, vote.frame_id AS frame, vote.section,
          coalesce(starter.name, '') AS "startedBy", vote.started_at AS "startedAt",
          (SELECT count(*)::int FROM vote_ballot AS ballot
            WHERE ballot.vote_id = vote.id AND ballot.done AND ${counts('ballot')}) AS done,
          own.votes AS own, coalesce(own.done, false) AS "ownDone"
        FROM board_vote AS vote LEFT JOIN app_user AS starter ON starter.id = vote.started_by
        LEFT JOIN vote_ballot AS own ON own.vote_id = vote.id AND ${whose(voter)} AND ${counts('own')}
        WHERE vote.board_id = ${boardId} AND vote.shown_at IS NULL`)
      return rows[0]
    },

    /** A vote of a board, open or shown. */
    async find(
      boardId: string,
      voteId: string,
    ): Promise<{ question: string; dots: number; frame: string | null; isShown: boolean } | undefined> {
      const rows = await withDeadline(sql<
        { question: string; dots: number; frame: string | null; isShown: boolean }[]
      >`SELECT question, dots, frame_id AS frame, shown_at IS NOT NULL AS "isShown" FROM board_vote
        WHERE id = ${voteId} AND board_id = ${boardId}`)
      return rows[0]
    },

    /** The last vote that was shown on a board. */
    async last(boardId: string): Promise<ShownVoteRow | undefined> {
      const rows = await withDeadline(sql<ShownVoteRow[]>`
        SELECT id, question, shown_at AS "shownAt", ballots, dots FROM board_vote
        WHERE board_id = ${boardId} AND shown_at IS NOT NULL ORDER BY shown_at DESC, id LIMIT 1`)
      return rows[0]
    },

    /** False while another one is open on the board. */
    async start({ section, ...vote }: NewVote): Promise<boolean> {
      const result = await withDeadline(sql`
        INSERT INTO board_vote (id, board_id, question, dots, frame_id, section, started_by, started_at)
        VALUES (${vote.id}, ${vote.boardId}, ${vote.question}, ${vote.dots}, ${section?.frame ?? null},
          ${section?.name ?? null}, ${vote.startedBy}, ${vote.startedAt})
        ON CONFLICT (board_id) WHERE shown_at IS NULL DO NOTHING`)
      return result.count > 0
    },

    /**
     * Takes a ballot instead of the one before, and instead of one that the same browser gave as another guest. Waits for
     * a vote that is being shown, and is then too late.
     * @returns whether more or fewer are done than before; undefined when the vote is not open
     */
    async cast(voteId: string, voter: Voter, { votes, done }: Ballot): Promise<boolean | undefined> {
      const [userId, guestId] = voter.kind === 'user' ? [voter.id, null] : [null, voter.id]
      const target = voter.kind === 'user' ? sql`(vote_id, user_id)` : sql`(vote_id, guest_id)`
      const rows = await withDeadline(sql<{ wasDone: boolean }[]>`
        WITH open AS (SELECT id FROM board_vote WHERE id = ${voteId} AND shown_at IS NULL FOR SHARE),
        before AS (
          SELECT coalesce(bool_or(done), false) AS done FROM vote_ballot WHERE vote_id = ${voteId} AND ${whose(voter)}
        ),
        other_guest AS (
          DELETE FROM vote_ballot AS ballot USING open
          WHERE ballot.vote_id = open.id AND ballot.guest_id <> ${guestId}::uuid AND ${whose(voter)}
        ),
        taken AS (
          INSERT INTO vote_ballot (vote_id, user_id, guest_id, votes, done)
          SELECT id, ${userId}::uuid, ${guestId}::uuid, ${JSON.stringify(votes)}::text, ${done}::boolean FROM open
          ON CONFLICT ${target} DO UPDATE SET votes = excluded.votes, done = excluded.done
          RETURNING done
        )
        SELECT before.done AS "wasDone" FROM taken, before`)
      return rows[0] && rows[0].wasDone !== done
    },

    /** Removes an open vote with all ballots; false when it is not open. */
    async cancel(boardId: string, voteId: string): Promise<boolean> {
      const result = await withDeadline(sql`
        DELETE FROM board_vote WHERE id = ${voteId} AND board_id = ${boardId} AND shown_at IS NULL`)
      return result.count > 0
    },
  }
}
