import { type Sql, withDeadline } from '../db/database.ts'
import type { Link, Trace } from './evidence-store.ts'

/** Notes that somebody sent on, or is sending. */
export type Sending = {
  id: string
  byId: string
  sourceId: string
  targetId: string
  frameId: string | null
  asked: number
  links: Link[]
  /** By trace, the print of the note as it was put on the board. */
  prints: Record<string, string>
  isSettled: boolean
}
/** For how long a sending is remembered, in days. */
const KEPT_DAYS = 7

export type SendingStore = ReturnType<typeof createSendingStore>

/** The SQL of what is being sent on. */
export function createSendingStore(sql: Sql) {
  const columns = sql`
    id, by_id AS "byId", source_id AS "sourceId", target_id AS "targetId", frame_id AS "frameId", asked, links, prints,
    settled_at IS NOT NULL AS "isSettled"`
  const toSending = ({ links, prints, ...row }: Omit<Sending, 'links' | 'prints'> & Stored): Sending => {
    return { ...row, links: JSON.parse(links) as Link[], prints: JSON.parse(prints) as Sending['prints'] }
  }
  type Stored = { links: string; prints: string }

  return {
    /**
     * Writes down what is about to be sent, with its traces and links, in one statement. False when there is such a
     * sending already: then nothing was written.
     */
    async announce(
      sending: Omit<Sending, 'prints' | 'isSettled'>,
      traces: readonly Trace[],
      at: Date,
    ): Promise<boolean> {
      const { id, byId, sourceId, targetId, frameId, asked } = sending
      const links = JSON.stringify(sending.links)
      const rows = await withDeadline(sql`
        WITH begun AS (
          INSERT INTO evidence_sending (id, by_id, source_id, target_id, frame_id, asked, links, made_at)
          VALUES (${id}, ${byId}, ${sourceId}, ${targetId}, ${frameId}, ${asked}, ${links}, ${at})
          ON CONFLICT (id) DO NOTHING RETURNING by_id, made_at
        ),
        traced AS (
          INSERT INTO evidence_trace (id, board_id, shape_id, role, section, made_at)
          SELECT id, "boardId", shape, role, section, begun.made_at
          FROM begun, json_to_recordset(${JSON.stringify(traces)}::text::json)
            AS row (id uuid, "boardId" uuid, shape text, role text, section text)
          ON CONFLICT (id) DO NOTHING
        ),
        linked AS (
          INSERT INTO evidence_link (from_trace, to_trace, made_by, made_at)
          SELECT "from", "to", begun.by_id, begun.made_at
          FROM begun, json_to_recordset(${links}::text::json) AS row ("from" uuid, "to" uuid)
        )
        SELECT FROM begun`)
      return rows.length > 0
    },

    async find(id: string): Promise<Sending | undefined> {
      const rows = await withDeadline(sql<(Omit<Sending, 'links' | 'prints'> & Stored)[]>`
        SELECT ${columns} FROM evidence_sending WHERE id = ${id}`)
      return rows.map(toSending)[0]
    },

    /** Those that have to be seen to, the oldest first. */
    async open(most: number): Promise<Sending[]> {
      const rows = await withDeadline(sql<(Omit<Sending, 'links' | 'prints'> & Stored)[]>`
        SELECT ${columns} FROM evidence_sending WHERE settled_at IS NULL ORDER BY made_at, id LIMIT ${most}`)
      return rows.map(toSending)
    },

    /** They are about to be taken back: whether all links were withdrawn with their notes has to be seen to. */
    async beginTakingBack(id: string, at: Date): Promise<void> {
      await withDeadline(sql`
        UPDATE evidence_sending SET settled_at = NULL, taken_back_at = ${at} WHERE id = ${id}`)
    },

    /** Its notes and links agree now, after these links were withdrawn. */
    async settle(id: string, prints: Sending['prints'], gone: readonly Link[], at: Date): Promise<void> {
      await withDeadline(sql`
        WITH withdrawn AS (
          UPDATE evidence_link SET withdrawn_at = ${at}
          FROM json_to_recordset(${JSON.stringify(gone)}::text::json) AS row ("from" uuid, "to" uuid)
          WHERE from_trace = row."from" AND to_trace = row."to" AND withdrawn_at IS NULL
        )
        UPDATE evidence_sending SET settled_at = ${at}, prints = ${JSON.stringify(prints)} WHERE id = ${id}`)
    },

    /** Nothing of it was sent: its links are withdrawn, and it may be sent again under its id. */
    async giveUp(id: string, links: readonly Link[], at: Date): Promise<void> {
      await withDeadline(sql`
        WITH withdrawn AS (
          UPDATE evidence_link SET withdrawn_at = ${at}
          FROM json_to_recordset(${JSON.stringify(links)}::text::json) AS row ("from" uuid, "to" uuid)
          WHERE from_trace = row."from" AND to_trace = row."to" AND withdrawn_at IS NULL
        )
        DELETE FROM evidence_sending WHERE id = ${id} AND taken_back_at IS NULL`)
    },

    /**
     * Of the notes at the far ends of these links, those with which somebody went on: something builds on them, they
     * build on something more, a copy of them lies on another board, or they were given votes.
     */
    async usedSince({ id, targetId, links }: Pick<Sending, 'id' | 'targetId' | 'links'>): Promise<Set<string>> {
      const rows = await withDeadline(sql<{ to: string }[]>`
        SELECT row."to" FROM json_to_recordset(${JSON.stringify(links)}::text::json) AS row ("from" uuid, "to" uuid)
        WHERE EXISTS (
          SELECT FROM evidence_link AS link WHERE link.withdrawn_at IS NULL AND (link.from_trace = row."to"
            OR (link.to_trace = row."to" AND link.from_trace <> row."from"))
        ) OR EXISTS (SELECT FROM board_text AS text WHERE text.trace = row."to" AND text.board_id <> ${targetId})
        OR EXISTS (
          SELECT FROM note_vote AS given
          JOIN board_vote AS vote ON vote.board_id = given.board_id
          JOIN evidence_sending AS sending ON sending.id = ${id} AND sending.made_at < vote.shown_at
          WHERE given.trace = row."to" AND given.board_id = ${targetId} AND given.votes > 0
        )`)
      return new Set(rows.map(({ to }) => to))
    },

    /** Forgets what is older than anybody takes back. */
    async forgetOld(at: Date): Promise<void> {
      await withDeadline(sql`
        DELETE FROM evidence_sending WHERE made_at < ${at}::timestamptz - ${KEPT_DAYS}::int * interval '1 day'`)
    },
  }
}
