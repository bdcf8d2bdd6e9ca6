import { AppError } from '@samtavle/shared/errors'
import type { DocStore, JournalRow, StoredDoc } from '../rooms/doc-store.ts'
import { type Sql, withDeadline } from './database.ts'
import type { JournalConnections } from './journal-connections.ts'
import { type CommittedRow, isKept, RollbackWatch } from './rollback-watch.ts'
import { assertUsable, type Chain, type DamageReport, usableSnapshot } from './usable-snapshot.ts'

/** Deadlines in milliseconds: a frozen database never times out by itself. */
export const APPEND_DEADLINE_MS = 2_000
/**
 * So many bytes of a statement give it a millisecond more: 4 MiB a second. A whole board on a slow disk would else be
 * given up and sent again for ever; the largest still has less than the server's own `statement_timeout`.
 */
const BYTES_PER_MS = 4 * 1024
export const LOAD_DEADLINE_MS = 5_000

type Head = Chain & { generation: number; clients: Record<string, number[]> | null }

/**
 * The journal on PostgreSQL and PGlite. Each call is one statement of its own, never a transaction of several: across a
 * lost connection the driver may run the rest of one outside it.
 * @param damaged is told of a snapshot that is passed over because its checksum is wrong
 * @param rolledBack is told, before anything more is appended, that rows are gone which this store had committed
 */
export function createPgDocStore(
  connections: JournalConnections,
  damaged: DamageReport = () => {},
  rolledBack: () => void = () => {},
): DocStore {
  const watch = new RollbackWatch((row) => ask((sql) => isKept(sql, row), LOAD_DEADLINE_MS), rolledBack)
  connections.onLost(() => watch.connectionLost())

  /** @throws what the query throws; past the deadline its connections are given up */
  async function ask<T>(query: (sql: Sql) => PromiseLike<T>, deadlineMs: number): Promise<T> {
    const { sql } = connections
    try {
      return await withDeadline(query(sql), deadlineMs)
    } catch (error) {
      if (error instanceof AppError) connections.giveUp(sql)
      throw error
    }
  }

  return {
    async append(rows: readonly JournalRow[]): Promise<void> {
      if (rows.length === 0) return
      const values = rows.map(({ boardId, generation, actorId, payload }) => {
        return { board_id: boardId, generation, actor_id: actorId, payload }
      })
      const claims = rows.flatMap(({ boardId, generation, claims = [] }) =>
        claims.map(({ clientId, principal }) => {
          return { board_id: boardId, generation, client_id: clientId, principal }
        }),
      )
      const bytes = rows.reduce((sum, { payload }) => sum + payload.byteLength, 0)
      await watch.check()
      const [last] = await ask(
        (sql) => sql<CommittedRow[]>`
          WITH added AS (
            INSERT INTO board_update ${sql(values, 'board_id', 'generation', 'actor_id', 'payload')}
            RETURNING board_id, generation, seq, at
          )${claims.length === 0 ? sql`` : claiming(sql, claims)}
          SELECT board_id AS "boardId", generation, seq, at FROM added ORDER BY seq DESC LIMIT 1`,
        APPEND_DEADLINE_MS + bytes / BYTES_PER_MS,
      )
      if (last !== undefined) watch.committed(last)
    },

    async load(boardId: string): Promise<StoredDoc | undefined> {
      // One statement, so that the generation, its snapshot and its rows are of one moment.
      const rows = await ask(
        (sql) => sql<{ head: Head | null; payload: Uint8Array | null }[]>`
          WITH ${usableSnapshot(sql, boardId)},
          claimed AS (
            SELECT client.principal, json_agg(client.client_id) AS clients
            FROM own JOIN board_client AS client ON client.board_id = own.id AND client.generation = own.generation
            GROUP BY client.principal
          )
          SELECT head, payload FROM (
            SELECT 0 AS place, 0::bigint AS seq, usable.payload,
              json_build_object('generation', own.generation, 'newest', newest.number, 'previous', newest.previous,
                'used', usable.number, 'clients', (SELECT json_object_agg(principal, clients) FROM claimed)) AS head
            FROM own LEFT JOIN newest ON true LEFT JOIN usable ON true
            UNION ALL
            SELECT 1, seq, payload, NULL FROM loose
          ) AS stored
          ORDER BY place, seq`,
        LOAD_DEADLINE_MS,
      )
      const head = rows[0]?.head
      if (head === undefined || head === null) return undefined
      assertUsable(boardId, head, damaged)
      const claims = Object.entries(head.clients ?? {}).flatMap(([principal, clients]) =>
        clients.map((clientId) => ({ clientId, principal })),
      )
      return { generation: head.generation, payloads: rows.flatMap(({ payload }) => payload ?? []), claims }
    },
  }
}

type ClaimRow = { board_id: string; generation: number; client_id: number; principal: string }

/** Claims in the statement that makes the rows durable; who was first stays the owner. */
const claiming = (sql: Sql, claims: readonly ClaimRow[]) => sql`,
          claimed AS (
            INSERT INTO board_client ${sql(claims, 'board_id', 'generation', 'client_id', 'principal')}
            ON CONFLICT DO NOTHING
          )`
