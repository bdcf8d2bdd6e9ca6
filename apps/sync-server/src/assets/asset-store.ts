import { ASSET_LIMITS, type AssetType } from '@samtavle/shared/board-asset'
import { boardIsArchived, boardWays } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

export type StoredAsset = { id: string; type: AssetType; bytes: number; width: number; height: number }

/** A picture as one board holds it. */
export type HeldAsset = { id: string; generation: number; unusedSince: Date | null; addedAt: Date }

/** Boards, and assets, that one statement looks at. */
const BATCH = 200
/** Places of pictures that one import looks at. */
const PLACES_MAX = 5_000

export type AssetStore = ReturnType<typeof createAssetStore>

const key = (id: string): Buffer => Buffer.from(id, 'hex')

/** The SQL of pictures. Every call is one statement. Ids are in hex here and bytes in the database. */
export function createAssetStore(sql: Sql) {
  return {
    /**
     * Puts a picture on a board that can be edited; one that lies there already is only noted again. False when the
     * board cannot be edited or holds as many pictures as it may.
     */
    async add(asset: StoredAsset, board: { boardId: string; actorId: string; now: Date }): Promise<boolean> {
      const { id, type, bytes, width, height } = asset
      const { boardId, actorId, now } = board
      const rows = await withDeadline(sql`
        WITH stored AS (
          INSERT INTO asset (id, type, bytes, width, height, stored_at)
          VALUES (${key(id)}, ${type}, ${bytes}, ${width}, ${height}, ${now})
          ON CONFLICT (id) DO UPDATE SET stored_at = EXCLUDED.stored_at
          RETURNING id
        )
        INSERT INTO board_asset (board_id, asset_id, generation, added_by, added_at)
        SELECT board.id, stored.id, board.generation, ${actorId}::uuid, ${now}::timestamptz
        FROM board CROSS JOIN stored
        WHERE board.id = ${boardId} AND board.deleted_at IS NULL AND NOT ${boardIsArchived(sql)}
          AND ${ASSET_LIMITS.perBoard} > (
            SELECT count(*) FROM board_asset AS other WHERE other.board_id = board.id AND other.asset_id <> stored.id
          )
        ON CONFLICT (board_id, asset_id) DO UPDATE
          SET generation = EXCLUDED.generation, added_at = EXCLUDED.added_at, unused_since = NULL
        RETURNING board_id`)
      return rows.length > 0
    },

    /**
     * Notes a picture that a person sent for a board to come. False, and nothing is noted, when as many others wait as a
     * board may hold: sent since then, and on no board yet.
     */
    async send(asset: StoredAsset, sender: { userId: string; since: Date; now: Date }): Promise<boolean> {
      const { id, type, bytes, width, height } = asset
      const { userId, since, now } = sender
      const rows = await withDeadline(sql`
        WITH stored AS (
          INSERT INTO asset (id, type, bytes, width, height, stored_at)
          SELECT ${key(id)}::bytea, ${type}::text, ${bytes}::integer, ${width}::integer, ${height}::integer,
            ${now}::timestamptz
          WHERE ${ASSET_LIMITS.perBoard} > (
            SELECT count(*) FROM sent_asset
            WHERE user_id = ${userId}::uuid AND asset_id <> ${key(id)}::bytea AND sent_at >= ${since}::timestamptz
              AND NOT EXISTS (SELECT FROM board_asset WHERE board_asset.asset_id = sent_asset.asset_id)
          )
          ON CONFLICT (id) DO UPDATE SET stored_at = EXCLUDED.stored_at
          RETURNING id
        )
        INSERT INTO sent_asset (user_id, asset_id, sent_at) SELECT ${userId}::uuid, id, ${now}::timestamptz FROM stored
        ON CONFLICT (user_id, asset_id) DO UPDATE SET sent_at = EXCLUDED.sent_at
        RETURNING asset_id`)
      return rows.length > 0
    },

    /** Lets what a person sent since then wait from now on; not what began to wait in the last minute. */
    async renewSent(userId: string, since: Date, now: Date): Promise<void> {
      const minuteAgo = new Date(now.getTime() - 60_000)
      await withDeadline(sql`
        UPDATE sent_asset SET sent_at = ${now}
        WHERE user_id = ${userId} AND sent_at >= ${since} AND sent_at < ${minuteAgo}`)
    },

    /** Those of these pictures that this person has sent since then. */
    async sentBy(userId: string, ids: readonly string[], since: Date): Promise<string[]> {
      if (ids.length === 0) return []
      const rows = await withDeadline(sql<{ id: string }[]>`
        SELECT encode(asset_id, 'hex') AS id FROM sent_asset
        WHERE user_id = ${userId} AND asset_id IN ${sql(ids.map(key))} AND sent_at >= ${since}`)
      return rows.map(({ id }) => id)
    },

    /** Forgets who sent pictures before this moment. */
    async forgetSent(before: Date): Promise<void> {
      await withDeadline(sql`DELETE FROM sent_asset WHERE sent_at < ${before}`)
    },

    /** What is known of a picture, on whatever board. Grants nothing. */
    async known(id: string): Promise<StoredAsset | undefined> {
      const rows = await withDeadline(sql<Omit<StoredAsset, 'id'>[]>`
        SELECT type, bytes, width, height FROM asset WHERE id = ${key(id)}`)
      return rows[0] && { id, ...rows[0] }
    },

    /** What is known of a picture that this board holds. Grants nothing: ask the access service first. */
    async find(boardId: string, id: string): Promise<StoredAsset | undefined> {
      const rows = await withDeadline(sql<Omit<StoredAsset, 'id'>[]>`
        SELECT asset.type, asset.bytes, asset.width, asset.height
        FROM board_asset JOIN asset ON asset.id = board_asset.asset_id
        WHERE board_asset.board_id = ${boardId} AND board_asset.asset_id = ${key(id)}`)
      return rows[0] && { id, ...rows[0] }
    },

    /** On which of the boards that a person may know of each of these pictures lies. Grants nothing: ask the access service then. */
    async placesOf(ids: readonly string[], userId: string): Promise<{ id: string; boardId: string }[]> {
      if (ids.length === 0) return []
      return await withDeadline(sql<{ id: string; boardId: string }[]>`
        SELECT encode(board_asset.asset_id, 'hex') AS id, board.id AS "boardId"
        FROM board_asset JOIN board ON board.id = board_asset.board_id
        WHERE board_asset.asset_id IN ${sql(ids.map(key))} AND board.deleted_at IS NULL
          AND ${boardWays(sql, userId).some}
        LIMIT ${PLACES_MAX}`)
    },

    /** Boards that hold pictures and are not deleted, some at a time, in the order of their ids. */
    async boardsAfter(boardId: string | null): Promise<string[]> {
      const rows = await withDeadline(sql<{ id: string }[]>`
        SELECT board.id FROM board
        WHERE board.deleted_at IS NULL AND (${boardId}::uuid IS NULL OR board.id > ${boardId}::uuid)
          AND EXISTS (SELECT FROM board_asset WHERE board_asset.board_id = board.id)
        ORDER BY board.id LIMIT ${BATCH}`)
      return rows.map(({ id }) => id)
    },

    /** The pictures of one board. */
    async heldBy(boardId: string): Promise<HeldAsset[]> {
      return await withDeadline(sql<HeldAsset[]>`
        SELECT encode(asset_id, 'hex') AS id, generation, unused_since AS "unusedSince", added_at AS "addedAt"
        FROM board_asset WHERE board_id = ${boardId} ORDER BY asset_id`)
    },

    /** Notes since when pictures of a board are not shown (null: they are), and the generation in which that was seen. */
    async note(
      boardId: string,
      ids: readonly string[],
      seen: { since: Date | null; generation: number },
    ): Promise<void> {
      if (ids.length === 0) return
      const { since, generation } = seen
      await withDeadline(sql`
        UPDATE board_asset SET unused_since = ${since}::timestamptz, generation = greatest(generation, ${generation}::int)
        WHERE board_id = ${boardId} AND asset_id IN ${sql(ids.map(key))}`)
    },

    /** Takes pictures from a board, unless somebody put them there again after `before`. */
    async take(boardId: string, ids: readonly string[], before: Date): Promise<number> {
      if (ids.length === 0) return 0
      const result = await withDeadline(sql`
        DELETE FROM board_asset
        WHERE board_id = ${boardId} AND added_at <= ${before} AND asset_id IN ${sql(ids.map(key))}`)
      return result.count
    },

    /** Takes all pictures from boards whose content was erased. */
    async takeFromPurged(): Promise<number> {
      const result = await withDeadline(sql`
        DELETE FROM board_asset USING board WHERE board.id = board_asset.board_id AND board.purged_at IS NOT NULL`)
      return result.count
    },

    /** Forgets pictures that no board holds and that were stored and sent before this moment; some at a time. */
    async forgetUnheld(before: Date): Promise<string[]> {
      const rows = await withDeadline(sql<{ id: string }[]>`
        DELETE FROM asset WHERE id IN (
          SELECT id FROM asset
          WHERE stored_at < ${before} AND NOT EXISTS (SELECT FROM board_asset WHERE board_asset.asset_id = asset.id)
            AND NOT EXISTS (SELECT FROM sent_asset WHERE sent_asset.asset_id = asset.id AND sent_at >= ${before})
          LIMIT ${BATCH}
        ) AND NOT EXISTS (SELECT FROM board_asset WHERE board_asset.asset_id = asset.id)
        RETURNING encode(id, 'hex') AS id`)
      return rows.map(({ id }) => id)
    },
  }
}
