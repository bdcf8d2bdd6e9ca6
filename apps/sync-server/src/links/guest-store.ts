import type { BoardState, Sensitivity, SprintStatus } from '@samtavle/shared/access'
import { boardRoleByLinks, type LinkRight } from '@samtavle/shared/link-rights'
import { boardState } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

/** Somebody who joined a link, as their session says. */
export type GuestRow = { guestId: string; linkId: string; name: string; colour: number; expiresAt: Date }

export type Joining = {
  linkId: string
  guestId: string
  /** Null: the word for a guest, and a number. */
  name: string | null
  word: string
  colour: number
  /** SHA-256 of the token that the browser had, and of the one that it gets. */
  before: Buffer | null
  session: Buffer
}

/** Whose guests: of one link, one board or all boards of a sprint. */
export type GuestsOf = { linkId: string } | { boardId: string } | { sprintId: string }

export type GuestStore = ReturnType<typeof createGuestStore>

/** The SQL of guests. A guest whose link is over or withdrawn is nobody. */
export function createGuestStore(sql: Sql) {
  const open = (now: Date) => sql`link.withdrawn_at IS NULL AND link.expires_at > ${now}`

  return {
    /**
     * Lets somebody in by an open link and uses it once, in one statement: a link that is used up lets in nobody more,
     * however many come at once. A browser that is in already stays the guest that it is, and uses nothing. Every
     * joining gives the browser a new session for all that it joined. Undefined when the link does not let them in;
     * else until when the session is good for anything.
     */
    async join(joining: Joining, now: Date): Promise<{ until: Date } | undefined> {
      const { linkId, guestId, name, word, colour, before, session } = joining
      const rows = await withDeadline(sql<{ until: Date }[]>`
        WITH known AS (
          SELECT id FROM guest WHERE session_hash = ${before}::bytea AND link_id = ${linkId}
        ), used AS (
          UPDATE share_link AS link SET last_used_at = ${now},
            uses = uses + CASE WHEN EXISTS (SELECT FROM known) THEN 0 ELSE 1 END
          WHERE id = ${linkId} AND ${open(now)}
            AND (EXISTS (SELECT FROM known) OR uses_max IS NULL OR uses < uses_max)
          RETURNING id, uses, expires_at
        ), moved AS (
          UPDATE guest SET session_hash = ${session},
            name = CASE WHEN link_id = ${linkId} THEN coalesce(${name}::text, name) ELSE name END
          WHERE session_hash = ${before}::bytea AND EXISTS (SELECT FROM used)
          RETURNING link_id
        ), added AS (
          INSERT INTO guest (id, link_id, name, colour, session_hash, created_at, last_seen_at)
          SELECT ${guestId}::uuid, used.id, coalesce(${name}::text, ${word}::text || ' ' || used.uses),
            ${colour}::smallint, ${session}::bytea, ${now}::timestamptz, ${now}::timestamptz
          FROM used WHERE NOT EXISTS (SELECT FROM known)
        )
        SELECT greatest(used.expires_at, (
          SELECT max(other.expires_at) FROM moved JOIN share_link AS other ON other.id = moved.link_id
        )) AS until FROM used`)
      return rows[0]
    },

    /** What a session opens of one board: the board, and who came; undefined when no link of it leads there. */
    async onBoard(session: Buffer, boardId: string, now: Date) {
      const rows = await withDeadline(sql<
        (GuestRow & {
          right: LinkRight
          generation: number
          title: string
          sensitivity: Sensitivity
          state: BoardState
        })[]
      >`SELECT guest.id AS "guestId", guest.link_id AS "linkId", guest.name, guest.colour, link.expires_at AS "expiresAt",
          link.link_right AS right, board.generation, board.title, board.sensitivity, ${boardState(sql)} AS state
        FROM guest JOIN share_link AS link ON link.id = guest.link_id JOIN board ON board.id = link.board_id
        WHERE guest.session_hash = ${session} AND link.board_id = ${boardId} AND ${open(now)}
        ORDER BY guest.created_at, guest.id`)
      const [first] = rows
      if (first === undefined) return undefined
      // Of several links to one board the one that gives most, of equal ones the first.
      const rights = rows.map(({ right }) => right)
      const role = boardRoleByLinks(rights, first.sensitivity)
      const best = rows.find(({ right }) => boardRoleByLinks([right], first.sensitivity) === role) ?? first
      const { right: _, sensitivity: __, ...found } = best
      return { ...found, boardId, role }
    },

    /** What a session opens of one sprint. */
    async inSprint(session: Buffer, sprintId: string, now: Date) {
      const rows = await withDeadline(sql<(GuestRow & { status: SprintStatus })[]>`
        SELECT guest.id AS "guestId", guest.link_id AS "linkId", guest.name, guest.colour,
          link.expires_at AS "expiresAt", sprint.status
        FROM guest JOIN share_link AS link ON link.id = guest.link_id JOIN sprint ON sprint.id = link.sprint_id
        WHERE guest.session_hash = ${session} AND link.sprint_id = ${sprintId} AND ${open(now)}
          AND sprint.deleted_at IS NULL
        ORDER BY link.expires_at DESC LIMIT 1`)
      return rows[0]
    },

    /** Everything that a session opens. */
    async passes(session: Buffer, now: Date) {
      return await withDeadline(sql<
        { id: string; name: string; colour: number; kind: 'board' | 'sprint'; targetId: string; linkId: string }[]
      >`SELECT guest.id, guest.name, guest.colour, link.kind, link.id AS "linkId",
          coalesce(link.board_id, link.sprint_id) AS "targetId"
        FROM guest JOIN share_link AS link ON link.id = guest.link_id
        WHERE guest.session_hash = ${session} AND link.kind <> 'snapshot' AND ${open(now)}
        ORDER BY guest.created_at DESC, guest.id`)
    },

    /** A guest was there; written once in a while. */
    async seen(guestId: string, now: Date, unlessAfter: Date): Promise<void> {
      await withDeadline(sql`
        UPDATE guest SET last_seen_at = ${now} WHERE id = ${guestId} AND last_seen_at < ${unlessAfter}`)
    },

    /** Forgets a session and who it was; answers what it opened. */
    async leave(session: Buffer): Promise<{ guestId: string; boardId: string | null }[]> {
      return await withDeadline(sql<{ guestId: string; boardId: string | null }[]>`
        DELETE FROM guest USING share_link AS link
        WHERE guest.session_hash = ${session} AND link.id = guest.link_id
        RETURNING guest.id AS "guestId", link.board_id AS "boardId"`)
    },

    /** What guests are on boards now, for telling the rooms: null for those whose link is over, withdrawn or closed. */
    async rolesOn(of: GuestsOf, now: Date) {
      const which =
        'linkId' in of
          ? sql`link.id = ${of.linkId}`
          : 'boardId' in of
            ? sql`link.board_id = ${of.boardId}`
            : sql`board.sprint_id = ${of.sprintId}`
      const rows = await withDeadline(sql<
        { guestId: string; boardId: string; right: LinkRight; sensitivity: Sensitivity; isOpen: boolean }[]
      >`SELECT guest.id AS "guestId", board.id AS "boardId", link.link_right AS right, board.sensitivity,
          (${open(now)}) AS "isOpen"
        FROM share_link AS link JOIN board ON board.id = link.board_id JOIN guest ON guest.link_id = link.id
        WHERE ${which} AND board.deleted_at IS NULL`)
      return rows.map(({ guestId, boardId, right, sensitivity, isOpen }) => ({
        ...{ guestId, boardId },
        role: isOpen ? boardRoleByLinks([right], sensitivity) : null,
      }))
    },
  }
}
