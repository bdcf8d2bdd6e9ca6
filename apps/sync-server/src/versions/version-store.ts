import { randomUUID } from 'node:crypto'
import { boardIsArchived } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'
import { SNAPSHOT_DEADLINE_MS } from '../db/pg-snapshot-store.ts'
import type { Captured } from './compactor.ts'
import { type Thinnable, VERSION_RETENTION_MS, type VersionKind, versionsToRemove } from './thinning.ts'

/** A version as lists show it. */
export type VersionRow = {
  id: string
  createdAt: Date
  kind: VersionKind
  name: string | null
  bytes: number
  records: number
  actorId: string | null
  actorName: string | null
}

/** A version with what it holds. */
export type StoredVersion = Pick<VersionRow, 'kind' | 'name' | 'createdAt'> & {
  payload: Uint8Array
  sha256: Uint8Array
}

export type NewVersion = {
  boardId: string
  captured: Captured
  kind: VersionKind
  name?: string
  actorId: string | null
  at: Date
}

/** Named versions that a board has at most. */
export const NAMED_MAX = 50
/** Boards that one statement purges. */
const PURGE_BATCH = 20
const PURGE_ROUNDS_MAX = 500

export type VersionStore = ReturnType<typeof createVersionStore>

/**
 * The SQL of versions, and of erasing what a board held. Each call is one statement, unless it says otherwise.
 * @param options.embedded the database is PGlite, which never tidies up by itself
 */
export function createVersionStore(sql: Sql, options: { embedded: boolean }) {
  return {
    /** Versions of a board's present generation, newest first. */
    async list(boardId: string): Promise<VersionRow[]> {
      return await withDeadline(sql<VersionRow[]>`
        SELECT version.id, version.created_at AS "createdAt", version.kind, version.name, version.bytes, version.records,
          person.id AS "actorId", person.name AS "actorName"
        FROM board JOIN board_version AS version
          ON version.board_id = board.id AND version.generation = board.generation
        LEFT JOIN app_user AS person ON person.id = version.actor_id
        WHERE board.id = ${boardId} AND board.deleted_at IS NULL
        ORDER BY version.created_at DESC, version.id`)
    },

    /** The gzipped document of a version, and its checksum; undefined when the board has no such version. */
    async read(boardId: string, versionId: string): Promise<StoredVersion | undefined> {
      const rows = await withDeadline(
        sql<StoredVersion[]>`
          SELECT version.payload, version.sha256, version.kind, version.name, version.created_at AS "createdAt"
          FROM board JOIN board_version AS version
            ON version.board_id = board.id AND version.generation = board.generation
          WHERE board.id = ${boardId} AND board.deleted_at IS NULL AND version.id = ${versionId}`,
        SNAPSHOT_DEADLINE_MS,
      )
      return rows[0]
    },

    /**
     * Keeps a version, unless the newest one holds the same and no name is given, or the board has too many names.
     * Undefined when nothing was kept.
     */
    async add({ boardId, captured, kind, name, actorId, at }: NewVersion): Promise<string | undefined> {
      const { generation, payload, sha256, bytes, records } = captured
      const id = randomUUID()
      const rows = await withDeadline(
        sql<{ id: string }[]>`
          INSERT INTO board_version
            (id, board_id, generation, kind, name, actor_id, payload, sha256, bytes, records, created_at)
          SELECT ${id}, board.id, board.generation, ${kind}, ${name ?? null}, ${actorId}, ${payload}, ${sha256}, ${bytes},
            ${records}, ${at}
          FROM board
          WHERE board.id = ${boardId} AND board.generation = ${generation} AND board.deleted_at IS NULL
            AND CASE WHEN ${kind} = 'named' THEN ${NAMED_MAX} > (
                SELECT count(*) FROM board_version AS other WHERE other.board_id = board.id AND other.kind = 'named'
              ) ELSE ${sha256} IS DISTINCT FROM (
                SELECT other.sha256 FROM board_version AS other WHERE other.board_id = board.id
                ORDER BY other.created_at DESC LIMIT 1
              ) END
          RETURNING id`,
        SNAPSHOT_DEADLINE_MS,
      )
      return rows[0]?.id
    },

    /** Removes what `versionsToRemove` says, in two statements. */
    async thin(boardId: string, now: Date): Promise<number> {
      const versions = await withDeadline(sql<Thinnable[]>`
        SELECT id, kind, created_at AS "createdAt" FROM board_version WHERE board_id = ${boardId}`)
      const superfluous = versionsToRemove(versions, now)
      if (superfluous.length === 0) return 0
      const removed = await withDeadline(
        sql`DELETE FROM board_version WHERE board_id = ${boardId} AND id IN ${sql(superfluous)}`,
      )
      return removed.count
    },

    /** Removes the versions of all boards that are past their time. */
    async removeExpired(now: Date): Promise<number> {
      const before = new Date(now.getTime() - VERSION_RETENTION_MS)
      const removed = await withDeadline(
        sql`DELETE FROM board_version WHERE kind <> 'named' AND created_at <= ${before}`,
        SNAPSHOT_DEADLINE_MS,
      )
      return removed.count
    },

    /**
     * Begins a new generation of the board with this document, and erases all that is stored of the old one. The rows of
     * the new generation begin with an empty one, which says who did it. False when the board is not as it was.
     */
    async replaceBoard(board: {
      boardId: string
      generation: number
      actorId: string
      document: Pick<Captured, 'payload' | 'sha256' | 'stateVector'>
    }): Promise<boolean> {
      const { boardId, generation, actorId, document } = board
      const rows = await withDeadline(
        sql`
          WITH raised AS (
            UPDATE board SET generation = generation + 1
            WHERE id = ${boardId} AND generation = ${generation} AND deleted_at IS NULL AND NOT ${boardIsArchived(sql)}
            RETURNING id, generation
          ),
          old_rows AS (
            DELETE FROM board_update AS old USING raised
            WHERE old.board_id = raised.id AND old.generation < raised.generation
          ),
          old_clients AS (
            DELETE FROM board_client AS old USING raised
            WHERE old.board_id = raised.id AND old.generation < raised.generation
          ),
          old_snapshots AS (
            DELETE FROM board_snapshot AS old USING raised
            WHERE old.board_id = raised.id AND old.generation < raised.generation
          ),
          old_versions AS (
            DELETE FROM board_version AS old USING raised
            WHERE old.board_id = raised.id AND old.generation < raised.generation
          ),
          no_votes AS (DELETE FROM board_vote AS old USING raised WHERE old.board_id = raised.id),
          first_snapshot AS (
            INSERT INTO board_snapshot (board_id, generation, number, previous, payload, sha256, state_vector, seqs)
            SELECT id, generation, 1, 0, ${document.payload}, ${document.sha256}, ${document.stateVector}, '{}'
            FROM raised
          )
          INSERT INTO board_update (board_id, generation, actor_id, payload)
          SELECT id, generation, ${actorId}::uuid, '\\x0000'::bytea FROM raised
          RETURNING board_id`,
        SNAPSHOT_DEADLINE_MS,
      )
      return rows.length > 0
    },

    /**
     * Removes what an old generation left behind: rows and snapshots that were on their way when it ended. Four
     * statements.
     * @param boardId only this board; every board without one
     */
    async removeLeftovers(boardId: string | null = null): Promise<void> {
      const ofOldGeneration = sql`
        USING board
        WHERE board.generation > 1 AND (${boardId}::uuid IS NULL OR board.id = ${boardId}::uuid)
          AND old.board_id = board.id AND old.generation < board.generation`
      await withDeadline(sql`DELETE FROM board_update AS old ${ofOldGeneration}`, SNAPSHOT_DEADLINE_MS)
      await withDeadline(sql`DELETE FROM board_snapshot AS old ${ofOldGeneration}`, SNAPSHOT_DEADLINE_MS)
      await withDeadline(sql`DELETE FROM board_version AS old ${ofOldGeneration}`, SNAPSHOT_DEADLINE_MS)
      await withDeadline(sql`DELETE FROM board_client AS old ${ofOldGeneration}`, SNAPSHOT_DEADLINE_MS)
    },

    /** Makes the space of removed rows usable again where the database does not do so by itself. */
    async giveBackSpace(): Promise<void> {
      if (!options.embedded) return
      for (const table of ['board_update', 'board_snapshot', 'board_version']) {
        await withDeadline(sql`VACUUM (ANALYZE) ${sql(table)}`, SNAPSHOT_DEADLINE_MS)
      }
    },

    /**
     * Erases what boards held that were deleted at `deletedBefore` or earlier: journal, snapshots, versions, votes,
     * members and title. Their rows stay, with a raised generation, so that their ids answer as before. One statement for some boards
     * at a time; a deletion that is taken back meanwhile wins.
     */
    async purge(deletedBefore: Date, now: Date): Promise<number> {
      let purged = 0
      for (let round = 0; round < PURGE_ROUNDS_MAX; round++) {
        const rows = await withDeadline(
          sql`
            WITH due AS (
              SELECT id FROM board WHERE deleted_at <= ${deletedBefore} AND purged_at IS NULL
              ORDER BY deleted_at LIMIT ${PURGE_BATCH}
            ),
            purged AS (
              UPDATE board SET purged_at = ${now}, generation = generation + 1, title = ''
              FROM due
              WHERE board.id = due.id AND board.deleted_at <= ${deletedBefore} AND board.purged_at IS NULL
              RETURNING board.id
            ),
            no_rows AS (DELETE FROM board_update AS old USING purged WHERE old.board_id = purged.id),
            no_clients AS (DELETE FROM board_client AS old USING purged WHERE old.board_id = purged.id),
            no_snapshots AS (DELETE FROM board_snapshot AS old USING purged WHERE old.board_id = purged.id),
            no_versions AS (DELETE FROM board_version AS old USING purged WHERE old.board_id = purged.id),
            no_texts AS (DELETE FROM board_text AS old USING purged WHERE old.board_id = purged.id),
            no_text_state AS (DELETE FROM board_text_state AS old USING purged WHERE old.board_id = purged.id),
            no_votes AS (DELETE FROM board_vote AS old USING purged WHERE old.board_id = purged.id),
            no_sums AS (
              DELETE FROM note_vote AS old USING purged WHERE old.board_id = purged.id AND NOT EXISTS (
                SELECT FROM board_text AS copy WHERE copy.trace = old.trace AND copy.board_id <> purged.id)
            ),
            no_members AS (DELETE FROM board_member AS old USING purged WHERE old.board_id = purged.id)
            SELECT id FROM purged`,
          SNAPSHOT_DEADLINE_MS,
        )
        purged += rows.length
        if (rows.length < PURGE_BATCH) break
      }
      return purged
    },
  }
}
