import { INSIGHTS_SECTION } from '@samtavle/shared/evidence-step'
import type { NoteRole } from '@samtavle/shared/note-role'
import { type Sql, withDeadline } from '../db/database.ts'

export type Trace = { id: string; boardId: string; shape: string | null; role: NoteRole | null; section: string }
/** A trace with the template of the board on which it was marked, and what votes gave it. */
export type TraceRow = Trace & { template: string | null; votes: number | null }
export type Link = { from: string; to: string }
export type LinkRow = Link & { at: Date }
/** A text that bears a trace, on a board that is not deleted. */
export type PlaceRow = {
  trace: string
  boardId: string
  board: string
  shape: string
  section: string
  sectionKey: string | null
  template: string | null
  words: string
  role: NoteRole | null
}
/** The first of some texts, and how many there are in all. */
export type PlaceList = { count: number; rows: PlaceRow[] }

/** Texts that a list of those that are tied to nothing names. */
const LIST_MAX = 200
/** Places of all traces that are asked for together. */
const PLACES_MAX = 4_000

export type EvidenceStore = ReturnType<typeof createEvidenceStore>

/** The SQL of the evidence chain. */
export function createEvidenceStore(sql: Sql) {
  /** Links that hold, and the traces at both ends of them, from these traces on in both directions. */
  const reached = (from: readonly string[], most: number) => sql`
    WITH RECURSIVE behind (id) AS (
      SELECT unnest(${[...from]}::uuid[])
      UNION SELECT link.from_trace FROM behind JOIN evidence_link AS link ON link.to_trace = behind.id
        WHERE link.withdrawn_at IS NULL
    ),
    ahead (id) AS (
      SELECT unnest(${[...from]}::uuid[])
      UNION SELECT link.to_trace FROM ahead JOIN evidence_link AS link ON link.from_trace = ahead.id
        WHERE link.withdrawn_at IS NULL
    ),
    reached AS (SELECT id FROM behind UNION SELECT id FROM ahead LIMIT ${most})`

  const placeColumns = sql`
    text.board_id AS "boardId", board.title AS board, text.shape_id AS shape, text.section,
    text.section_key AS "sectionKey", board.template_id AS template, text.words, text.role`
  const tied = (end: 'from_trace' | 'to_trace') => sql`
    EXISTS (SELECT FROM evidence_link AS link WHERE link.${sql(end)} = text.trace AND link.withdrawn_at IS NULL)`

  /** Texts of these boards that no link ends at, or that none begins at. Examples never count. */
  async function untied(
    boardIds: readonly string[],
    end: 'from_trace' | 'to_trace',
    which: ReturnType<typeof tied>,
  ): Promise<PlaceList> {
    const rows = await withDeadline(sql<(PlaceRow & { count: number })[]>`
      SELECT text.trace, ${placeColumns}, count(*) OVER ()::int AS count
      FROM board_text AS text JOIN board ON board.id = text.board_id
      WHERE text.board_id = ANY(${[...boardIds]}::uuid[]) AND NOT text.example AND ${which} AND NOT ${tied(end)}
      ORDER BY board.sprint_position, board.created_at, text.board_id, text.shape_id LIMIT ${LIST_MAX}`)
    return { count: rows[0]?.count ?? 0, rows }
  }

  return {
    /** Makes traces and the links between them in one statement. What is there already stays; a withdrawn link holds again. */
    async add(traces: readonly Trace[], links: readonly Link[], by: string, at: Date): Promise<void> {
      await withDeadline(sql`
        WITH traced AS (
          INSERT INTO evidence_trace (id, board_id, shape_id, role, section, made_at)
          SELECT id, "boardId", shape, role, section, ${at}::timestamptz
          FROM json_to_recordset(${JSON.stringify(traces)}::text::json)
            AS row (id uuid, "boardId" uuid, shape text, role text, section text)
          ON CONFLICT (id) DO NOTHING
        )
        INSERT INTO evidence_link (from_trace, to_trace, made_by, made_at)
        SELECT "from", "to", ${by}::uuid, ${at}::timestamptz
        FROM json_to_recordset(${JSON.stringify(links)}::text::json) AS row ("from" uuid, "to" uuid)
        ON CONFLICT (from_trace, to_trace) DO UPDATE
          SET made_by = excluded.made_by, made_at = excluded.made_at, withdrawn_at = NULL
          WHERE evidence_link.withdrawn_at IS NOT NULL`)
    },

    async withdraw(links: readonly Link[], at: Date): Promise<number> {
      const result = await withDeadline(sql`
        UPDATE evidence_link SET withdrawn_at = ${at}
        FROM json_to_recordset(${JSON.stringify(links)}::text::json) AS row ("from" uuid, "to" uuid)
        WHERE from_trace = row."from" AND to_trace = row."to" AND withdrawn_at IS NULL`)
      return result.count
    },

    /** Of these traces, those that the server made: a page may write anything into its records. */
    async known(traces: readonly string[]): Promise<Set<string>> {
      const rows = await withDeadline(sql<{ id: string }[]>`
        SELECT id FROM evidence_trace WHERE id = ANY(${[...traces]}::uuid[])`)
      return new Set(rows.map(({ id }) => id))
    },

    /** The traces with which these notes of a board were marked, whatever they bear now. */
    async marked(boardId: string, shapes: readonly string[]): Promise<Map<string, string>> {
      const rows = await withDeadline(sql<{ shape: string; id: string }[]>`
        SELECT shape_id AS shape, id FROM evidence_trace
        WHERE board_id = ${boardId} AND shape_id = ANY(${[...shapes]}::text[]) ORDER BY made_at DESC`)
      return new Map(rows.map(({ shape, id }) => [shape, id]))
    },

    /** Does `to` lead to one of these already? Then a link from them to it would make a circle. */
    async leadsTo(to: string, from: readonly string[]): Promise<boolean> {
      const rows = await withDeadline(sql<{ circle: boolean }[]>`
        WITH RECURSIVE ahead (id) AS (
          SELECT ${to}::uuid
          UNION SELECT link.to_trace FROM ahead JOIN evidence_link AS link ON link.from_trace = ahead.id
            WHERE link.withdrawn_at IS NULL
        )
        SELECT EXISTS (SELECT FROM ahead WHERE id = ANY(${[...from]}::uuid[])) AS circle`)
      return rows[0]?.circle ?? false
    },

    /** What is behind and ahead of these traces, with the links between all of it; no more than `most` traces. */
    async chain(from: readonly string[], most: number): Promise<{ traces: TraceRow[]; links: LinkRow[] }> {
      const traces = await withDeadline(sql<TraceRow[]>`
        ${reached(from, most)}
        SELECT trace.id, trace.board_id AS "boardId", trace.shape_id AS shape, trace.role, trace.section,
          board.template_id AS template, nullif(note_vote.votes, 0) AS votes
        FROM reached JOIN evidence_trace AS trace ON trace.id = reached.id JOIN board ON board.id = trace.board_id
        LEFT JOIN note_vote ON note_vote.trace = trace.id AND note_vote.board_id = trace.board_id
        ORDER BY trace.made_at, trace.id`)
      const ids = traces.map(({ id }) => id)
      const links = await withDeadline(sql<LinkRow[]>`
        SELECT from_trace AS "from", to_trace AS "to", made_at AS at FROM evidence_link
        WHERE from_trace = ANY(${ids}::uuid[]) AND to_trace = ANY(${ids}::uuid[]) AND withdrawn_at IS NULL
        ORDER BY made_at, from_trace, to_trace`)
      return { traces, links }
    },

    /**
     * Every text that bears one of these traces, and the notes that were marked with them and bear none now, because the
     * board went back to an older version. Grants nothing: ask for each board.
     */
    async places(traces: readonly string[]): Promise<PlaceRow[]> {
      return await withDeadline(sql<PlaceRow[]>`
        SELECT found.trace, ${placeColumns}
        FROM (
          SELECT trace, board_id, shape_id FROM board_text WHERE trace = ANY(${[...traces]}::uuid[])
          UNION
          SELECT made.id, made.board_id, made.shape_id FROM evidence_trace AS made
          JOIN board_text AS bare ON bare.board_id = made.board_id AND bare.shape_id = made.shape_id
          WHERE made.id = ANY(${[...traces]}::uuid[]) AND bare.trace IS NULL
        ) AS found
        JOIN board_text AS text ON text.board_id = found.board_id AND text.shape_id = found.shape_id
        JOIN board ON board.id = text.board_id
        WHERE board.deleted_at IS NULL
        ORDER BY board.created_at, text.board_id, text.shape_id LIMIT ${PLACES_MAX}`)
    },

    /** The traces that texts of a board bear. */
    async onBoard(boardId: string): Promise<{ shape: string; trace: string }[]> {
      return await withDeadline(sql<{ shape: string; trace: string }[]>`
        SELECT text.shape_id AS shape, text.trace
        FROM board_text AS text JOIN evidence_trace AS trace ON trace.id = text.trace
        WHERE text.board_id = ${boardId} ORDER BY text.shape_id LIMIT 5000`)
    },

    /** Traces of texts on these boards that a link begins or ends at: votes give a note a trace too. */
    async tiedOn(boardIds: readonly string[]): Promise<string[]> {
      const rows = await withDeadline(sql<{ trace: string }[]>`
        SELECT DISTINCT text.trace FROM board_text AS text
        WHERE text.board_id = ANY(${[...boardIds]}::uuid[]) AND (${tied('from_trace')} OR ${tied('to_trace')})
        ORDER BY text.trace LIMIT 5000`)
      return rows.map(({ trace }) => trace)
    },

    /** For each of these traces, how many it builds on and how many build on it. */
    async counts(traces: readonly string[]): Promise<Map<string, { buildsOn: number; leadsTo: number }>> {
      const rows = await withDeadline(sql<{ id: string; buildsOn: number; leadsTo: number }[]>`
        SELECT trace.id,
          (SELECT count(*)::int FROM evidence_link WHERE to_trace = trace.id AND withdrawn_at IS NULL) AS "buildsOn",
          (SELECT count(*)::int FROM evidence_link WHERE from_trace = trace.id AND withdrawn_at IS NULL) AS "leadsTo"
        FROM unnest(${[...traces]}::uuid[]) AS trace (id)`)
      return new Map(rows.map(({ id, buildsOn, leadsTo }) => [id, { buildsOn, leadsTo }]))
    },

    /** Ideas on these boards that build on nothing. */
    async ideasWithout(boardIds: readonly string[]): Promise<PlaceList> {
      return await untied(boardIds, 'to_trace', sql`text.role = 'idea'`)
    },

    /** Insights on these boards that lead to nothing. */
    async insightsUnused(boardIds: readonly string[]): Promise<PlaceList> {
      return await untied(boardIds, 'from_trace', sql`text.section_key = ${INSIGHTS_SECTION}`)
    },

    /** Has something been written on one of these boards since its words were read? */
    async isBehind(boardIds: readonly string[]): Promise<boolean> {
      const rows = await withDeadline(sql<{ behind: boolean }[]>`
        SELECT EXISTS (
          SELECT FROM board LEFT JOIN board_text_state AS state ON state.board_id = board.id
          WHERE board.id = ANY(${[...boardIds]}::uuid[]) AND (state.board_id IS NULL OR
            (SELECT at FROM board_update AS row WHERE row.board_id = board.id ORDER BY seq DESC LIMIT 1) > state.read_at)
        ) AS behind`)
      return rows[0]?.behind ?? false
    },
  }
}
