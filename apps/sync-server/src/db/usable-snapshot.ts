import type { Sql } from './database.ts'

/**
 * The beginning of every statement that reads a board's document: common table expressions, to be put behind `WITH`.
 * - `own` the board's generation, nothing when it is deleted;
 * - `newest` its newest snapshot; `usable` that one, or the one before it when its checksum is wrong;
 * - `loose` the journal rows that `usable` does not hold, whatever their numbers: one may be committed late.
 *
 * The checksum is computed where the bytes lie, so that a damaged snapshot costs no second question; and of one snapshot
 * only, as long as that one is whole: hence a step of its own.
 */
export const usableSnapshot = (sql: Sql, boardId: string) => sql`
  own AS MATERIALIZED (SELECT id, generation FROM board WHERE id = ${boardId} AND deleted_at IS NULL),
  newest AS MATERIALIZED (
    SELECT snapshot.number, snapshot.previous
    FROM own JOIN board_snapshot AS snapshot ON snapshot.board_id = own.id AND snapshot.generation = own.generation
    ORDER BY snapshot.number DESC LIMIT 1
  ),
  latest AS MATERIALIZED (
    SELECT snapshot.number, snapshot.payload, snapshot.sha256, snapshot.seqs
    FROM own CROSS JOIN newest JOIN board_snapshot AS snapshot
      ON snapshot.board_id = own.id AND snapshot.generation = own.generation AND snapshot.number = newest.number
  ),
  first_choice AS MATERIALIZED (SELECT number, payload, seqs FROM latest WHERE sha256(payload) = sha256),
  earlier AS MATERIALIZED (
    SELECT snapshot.number, snapshot.payload, snapshot.sha256, snapshot.seqs
    FROM own CROSS JOIN newest JOIN board_snapshot AS snapshot
      ON snapshot.board_id = own.id AND snapshot.generation = own.generation AND snapshot.number = newest.previous
    WHERE NOT EXISTS (SELECT FROM first_choice)
  ),
  second_choice AS MATERIALIZED (SELECT number, payload, seqs FROM earlier WHERE sha256(payload) = sha256),
  usable AS MATERIALIZED (SELECT * FROM first_choice UNION ALL SELECT * FROM second_choice),
  held AS MATERIALIZED (SELECT unnest(seqs) AS seq FROM usable),
  loose AS (
    SELECT journal.seq, journal.payload
    FROM own JOIN board_update AS journal ON journal.board_id = own.id AND journal.generation = own.generation
    WHERE NOT EXISTS (SELECT FROM held WHERE held.seq = journal.seq)
  )`

/** Numbers of the snapshots that a statement met: null where there is none. */
export type Chain = { newest: number | null; previous: number | null; used: number | null }

export type DamageReport = (boardId: string, chain: Chain) => void

/**
 * Reports a newest snapshot that could not be used.
 * @throws when rows are gone that only the damaged snapshot holds.
 */
export function assertUsable(boardId: string, chain: Chain, report: DamageReport): void {
  if (chain.newest === chain.used) return
  report(boardId, chain)
  // The rows of the first snapshot are all there: they go when the second is saved.
  if (chain.used === null && chain.previous !== null) {
    throw new Error(`the snapshots of board ${boardId} are damaged: ${chain.newest} and ${chain.previous}`)
  }
}
