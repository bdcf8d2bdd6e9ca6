import type { Sensitivity, SprintStatus } from '@samtavle/shared/access'
import type { LinkRight } from '@samtavle/shared/link-rights'
import type { LinkKind } from '@samtavle/shared/share-link-api'
import { boardIsArchived, type Fragment } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

/** What a link leads to. */
export type LinkTarget = { kind: LinkKind; id: string }

/** A link that is not withdrawn and whose time is not over. */
export type LinkRow = {
  id: string
  kind: LinkKind
  targetId: string
  right: LinkRight
  name: string
  mayAnswer: boolean
  /** For people with an account only. */
  needsAccount: boolean
  passcodeHash: string | null
  uses: number
  usesMax: number | null
  createdAt: Date
  createdBy: string
  expiresAt: Date
  lastUsedAt: Date | null
}

export type NewLink = Omit<LinkRow, 'uses' | 'lastUsedAt' | 'createdBy'> & { secretHash: Buffer; createdBy: string }

/** A link as one came by it, and what it is called that it leads to. */
export type FoundLink = LinkRow & {
  title: string | null
  /** Which snapshot this way opens, where the link is that of a sprint. */
  snapshotId: string | null
  /** This way was given to somebody who knew the passcode. */
  isPassed: boolean
}

export type LinkStore = ReturnType<typeof createLinkStore>

const COLUMN = { board: 'board_id', sprint: 'sprint_id', snapshot: 'snapshot_id' } as const

/** The SQL of share links. */
export function createLinkStore(sql: Sql) {
  const open = (now: Date): Fragment => sql`link.withdrawn_at IS NULL AND link.expires_at > ${now}`
  const columns = sql`
    link.id, link.kind, coalesce(link.board_id, link.sprint_id, link.snapshot_id) AS "targetId",
    link.link_right AS right, link.name, link.may_answer AS "mayAnswer",
    link.needs_account AS "needsAccount", link.passcode_hash AS "passcodeHash",
    link.uses, link.uses_max AS "usesMax", link.created_at AS "createdAt", maker.name AS "createdBy",
    link.expires_at AS "expiresAt",
    greatest(link.last_used_at, (SELECT max(last_seen_at) FROM guest WHERE guest.link_id = link.id)) AS "lastUsedAt"`
  const of = ({ kind, id }: LinkTarget) => sql`link.${sql(COLUMN[kind])} = ${id}`

  /** Links whose board or sprint is open to guests. Of a snapshot, others say so. */
  const targetIsOpen = sql`
    (link.kind = 'snapshot'
      OR (board.deleted_at IS NULL AND board.sensitivity <> 'restricted' AND NOT ${boardIsArchived(sql)})
      OR (sprint.deleted_at IS NULL AND sprint.status <> 'archived'))`

  const find = async (door: Fragment, more: Fragment): Promise<FoundLink | undefined> => {
    const rows = await withDeadline(sql<FoundLink[]>`
      SELECT ${columns}, door.snapshot_id AS "snapshotId", door.is_passed AS "isPassed", coalesce(board.title, sprint.title) AS title
      FROM (${door}) AS door JOIN share_link AS link ON link.id = door.link_id
      JOIN app_user AS maker ON maker.id = link.created_by
      LEFT JOIN board ON board.id = link.board_id LEFT JOIN sprint ON sprint.id = link.sprint_id
      WHERE true ${more}`)
    return rows[0]
  }
  const bySecret = (hash: Buffer, now: Date) => sql`
    SELECT id AS link_id, NULL::uuid AS snapshot_id, false AS is_passed FROM share_link WHERE secret_hash = ${hash}
    UNION ALL
    SELECT link_id, snapshot_id, code_hash IS NULL FROM share_link_door WHERE secret_hash = ${hash} AND expires_at > ${now}`

  return {
    async create(link: NewLink): Promise<void> {
      const target = { board: null, sprint: null, snapshot: null, [link.kind]: link.targetId }
      await withDeadline(sql`
        INSERT INTO share_link (id, kind, board_id, sprint_id, snapshot_id, link_right, name, may_answer, needs_account, secret_hash,
          passcode_hash, uses_max, created_by, created_at, expires_at)
        VALUES (${link.id}, ${link.kind}, ${target.board}, ${target.sprint}, ${target.snapshot}, ${link.right},
          ${link.name}, ${link.mayAnswer}, ${link.needsAccount}, ${link.secretHash}, ${link.passcodeHash}, ${link.usesMax},
          ${link.createdBy}, ${link.createdAt}, ${link.expiresAt})`)
    },

    /** The open links to something, the newest first. */
    async list(target: LinkTarget, now: Date): Promise<LinkRow[]> {
      return await withDeadline(sql<LinkRow[]>`
        SELECT ${columns} FROM share_link AS link JOIN app_user AS maker ON maker.id = link.created_by
        WHERE ${of(target)} AND ${open(now)} ORDER BY link.created_at DESC, link.id`)
    },

    /** Changes an open link of the target; a later end only. False when there is none. */
    async change(
      target: LinkTarget,
      linkId: string,
      change: { right?: LinkRight | undefined; expiresAt?: Date | undefined },
      now: Date,
    ): Promise<boolean> {
      const { right = null, expiresAt = null } = change
      const result = await withDeadline(sql`
        UPDATE share_link AS link SET
          link_right = coalesce(${right}::text, link_right), expires_at = greatest(expires_at, ${expiresAt}::timestamptz)
        WHERE id = ${linkId} AND ${of(target)} AND ${open(now)}`)
      return result.count > 0
    },

    /** Closes an open link of the target for good; false when there is none. */
    async withdraw(target: LinkTarget, linkId: string, now: Date): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE share_link AS link SET withdrawn_at = ${now} WHERE id = ${linkId} AND ${of(target)} AND ${open(now)}`)
      return result.count > 0
    },

    /** Another way in by an open link, until `expiresAt` or until the link ends. Its end; undefined without the link. */
    async addDoor(
      door: { linkId: string; secretHash: Buffer; codeHash: Buffer | null; snapshotId: string | null; expiresAt: Date },
      now: Date,
    ): Promise<Date | undefined> {
      const rows = await withDeadline(sql<{ expiresAt: Date }[]>`
        INSERT INTO share_link_door (secret_hash, link_id, code_hash, snapshot_id, expires_at)
        SELECT ${door.secretHash}::bytea, link.id, ${door.codeHash}::bytea, ${door.snapshotId}::uuid,
          least(link.expires_at, ${door.expiresAt}::timestamptz)
        FROM share_link AS link WHERE link.id = ${door.linkId} AND ${open(now)}
        RETURNING expires_at AS "expiresAt"`)
      return rows[0]?.expiresAt
    },

    /** The open link that a secret leads by, when what it leads to is open too. */
    async openBySecret(secretHash: Buffer, now: Date): Promise<FoundLink | undefined> {
      return await find(bySecret(secretHash, now), sql`AND ${open(now)} AND ${targetIsOpen}`)
    },

    /** The link that a secret leads by, also one that is closed. */
    async anyBySecret(secretHash: Buffer, now: Date): Promise<(FoundLink & { isOpen: boolean }) | undefined> {
      const link = await find(bySecret(secretHash, now), sql``)
      if (link === undefined) return undefined
      const isOpen = (await find(bySecret(secretHash, now), sql`AND ${open(now)} AND ${targetIsOpen}`)) !== undefined
      return { ...link, isOpen }
    },

    /** The open link that a code leads by, when what it leads to is open too. */
    async openByCode(codeHash: Buffer, now: Date): Promise<FoundLink | undefined> {
      const door = sql`SELECT link_id, snapshot_id, false AS is_passed FROM share_link_door
        WHERE code_hash = ${codeHash} AND expires_at > ${now}`
      return await find(door, sql`AND ${open(now)} AND ${targetIsOpen}`)
    },

    /** Counts that a snapshot was opened by its link; false when the link is over. That of a sprint counts who joins. */
    async countOpening(linkId: string, now: Date, times = 1): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE share_link AS link SET uses = uses + (CASE WHEN kind = 'snapshot' THEN ${times}::int ELSE 0 END), last_used_at = ${now}
        WHERE id = ${linkId} AND ${open(now)}`)
      return result.count > 0
    },

    /** What a page of a sprint tells guests; undefined when it is deleted. */
    async sprint(sprintId: string) {
      const rows = await withDeadline(sql<
        {
          title: string
          challenge: string
          status: SprintStatus
          startDate: string
          agenda: string
          purpose: string | null
        }[]
      >`SELECT title, challenge, status, start_date::text AS "startDate", agenda,
          (SELECT purpose FROM sprint_purpose WHERE sprint_id = sprint.id ORDER BY number DESC LIMIT 1) AS purpose
        FROM sprint WHERE id = ${sprintId} AND deleted_at IS NULL`)
      return rows[0]
    },

    /** How a board is that is to be shared. */
    async sensitivity(boardId: string): Promise<Sensitivity | undefined> {
      const rows = await withDeadline(sql<{ sensitivity: Sensitivity }[]>`
        SELECT sensitivity FROM board WHERE id = ${boardId}`)
      return rows[0]?.sensitivity
    },

    /** Takes out ways in that are over, and guests whose link ended before `endedBefore`: their names are nobody's use. */
    async tidy(now: Date, endedBefore: Date): Promise<void> {
      await withDeadline(sql`DELETE FROM share_link_door WHERE expires_at <= ${now}`)
      await withDeadline(sql`
        DELETE FROM guest USING share_link AS link
        WHERE link.id = guest.link_id AND least(link.expires_at, link.withdrawn_at) <= ${endedBefore}`)
    },
  }
}
