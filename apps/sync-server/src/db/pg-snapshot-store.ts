import type { Snapshot, SnapshotSource, SnapshotStore } from '../rooms/doc-store.ts'
import { type Sql, withDeadline } from './database.ts'
import { assertUsable, type Chain, type DamageReport, usableSnapshot } from './usable-snapshot.ts'

/** Deadline of a statement that carries a whole board, in milliseconds; nobody waits for it. */
export const SNAPSHOT_DEADLINE_MS = 10_000
/** What one snapshot takes in at most; a longer journal takes several. */
const ROWS_MAX = 100_000
const ROW_BYTES_MAX = 32 * 1024 * 1024

type Source = Chain & { generation: number; payload: Uint8Array | null; rows: Uint8Array; count: number; total: number }

/**
 * Snapshots on PostgreSQL and PGlite. No lock is held between reading and saving, because with a pool none could be kept
 * safely: the snapshot's number is the lock. Of several that began from the same one, the first takes the number.
 */
export function createPgSnapshotStore(sql: Sql, damaged: DamageReport = () => {}): SnapshotStore {
  return {
    async readSource(boardId: string, least: number): Promise<SnapshotSource | undefined> {
      // The rows come as one value: tens of thousands of them would hold the event loop up.
      const rows = await withDeadline(
        sql<Source[]>`
          WITH ${usableSnapshot(sql, boardId)},
          counted AS MATERIALIZED (
            SELECT seq, payload, row_number() OVER in_order AS place,
              sum(octet_length(payload)) OVER in_order - octet_length(payload) AS before
            FROM loose WINDOW in_order AS (ORDER BY seq)
          ),
          taken AS (SELECT * FROM counted WHERE place <= ${ROWS_MAX} AND before < ${ROW_BYTES_MAX}),
          total AS (SELECT count(*)::int AS rows FROM counted)
          SELECT own.generation, newest.number AS newest, newest.previous, usable.number AS used, usable.payload,
            total.rows AS total, (SELECT count(*)::int FROM taken) AS count,
            coalesce((
              SELECT string_agg(int8send(seq) || int4send(octet_length(payload)) || payload, ''::bytea ORDER BY seq)
              FROM taken
            ), ''::bytea) AS rows
          FROM own CROSS JOIN total LEFT JOIN newest ON true LEFT JOIN usable ON true
          WHERE total.rows >= ${least}`,
        SNAPSHOT_DEADLINE_MS,
      )
      const [found] = rows
      if (found === undefined) return undefined
      assertUsable(boardId, found, damaged)
      const { generation, newest, used, payload, count, total } = found
      return {
        generation,
        number: (newest ?? 0) + 1,
        previous: used === null || payload === null ? null : { number: used, payload },
        rows: found.rows,
        rowCount: count,
        complete: count === total,
      }
    },

    async saveSnapshot(snapshot: Snapshot): Promise<boolean> {
      const { boardId, generation, number, previous, payload, sha256, stateVector, seqs } = snapshot
      const rows = await withDeadline(
        sql`
          WITH saved AS (
            INSERT INTO board_snapshot
              (board_id, generation, number, previous, payload, sha256, state_vector, seqs)
            SELECT board.id, board.generation, ${number}, ${previous}::integer, ${payload}, ${sha256}, ${stateVector},
              ${`{${seqs.join()}}`}::bigint[]
            FROM board
            WHERE board.id = ${boardId} AND board.generation = ${generation} AND board.deleted_at IS NULL
              AND NOT EXISTS (
                SELECT FROM board_snapshot AS later
                WHERE later.board_id = board.id AND later.generation = board.generation AND later.number >= ${number}
              )
            ON CONFLICT DO NOTHING
            RETURNING board_id, generation
          ),
          replaced AS (
            DELETE FROM board_update AS journal
            USING saved, board_snapshot AS before, LATERAL unnest(before.seqs) AS held (seq)
            WHERE before.board_id = saved.board_id AND before.generation = saved.generation
              AND before.number = ${previous}::integer
              AND journal.board_id = saved.board_id AND journal.seq = held.seq
          ),
          outdated AS (
            DELETE FROM board_snapshot AS older
            USING saved
            WHERE older.board_id = saved.board_id AND older.generation = saved.generation
              AND older.number < ${previous}::integer
          )
          SELECT FROM saved`,
        SNAPSHOT_DEADLINE_MS,
      )
      return rows.length > 0
    },
  }
}
