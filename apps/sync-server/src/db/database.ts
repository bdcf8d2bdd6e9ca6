import { connect, Socket } from 'node:net'
import { AppError } from '@samtavle/shared/errors'
import postgres from 'postgres'

/**
 * The postgres.js client, whatever database stands behind it. Inside `sql.begin` only the transaction's own client may be
 * used: on one connection the outer one waits for itself for ever.
 */
export type Sql = postgres.Sql
/** The client inside `sql.begin`. */
export type Transaction = postgres.TransactionSql
/** Application deadline of an ordinary query, in milliseconds. */
export const QUERY_DEADLINE_MS = 5_000

export type DatabaseTarget = string | Readonly<{ socketPath: string }>

/**
 * A postgres.js client; it connects at the first query. On PostgreSQL the server's own timeouts are set on every
 * connection. A socket path is the embedded database, which has one session: it is kept for as long as the process
 * lives, and `max` is 1.
 * @param options.lost is called when one of its connections has ended
 */
export function connectDatabase(target: DatabaseTarget, options: { max: number; lost?: () => void }): Sql {
  const { lost = () => {} } = options
  const common = { connect_timeout: 5, onnotice: () => {}, onclose: () => lost(), backoff: reconnectDelay }
  if (typeof target === 'string') {
    return postgres(target, {
      ...common,
      max: options.max,
      idle_timeout: 60,
      connection: {
        application_name: 'samtavle',
        statement_timeout: 10_000,
        lock_timeout: 2_000,
        idle_in_transaction_session_timeout: 10_000,
      },
    })
  }
  return postgres({
    ...common,
    ...singleSession(target.socketPath),
    max: 1,
    max_lifetime: null,
    idle_timeout: 0,
    username: 'postgres',
    database: 'postgres',
    connection: { application_name: 'samtavle' },
  })
}

/**
 * The driver opens a second connection to cancel a query. The embedded database would keep that one open for ever
 * without cancelling anything, so it is given a socket that closes at once.
 */
function singleSession(path: string): { socket: () => Socket } {
  let current: Socket | undefined
  return {
    socket() {
      if (current === undefined || current.destroyed) {
        current = connect(path)
        return current
      }
      const closed = new Socket()
      // Later, because the driver listens for the end only when it has the socket.
      setImmediate(() => closed.destroy())
      return closed
    },
  }
}

/** Seconds before the next try to connect: soon at first, never more than two. */
function reconnectDelay(retries: number): number {
  return Math.min(0.1 * 2 ** Math.min(retries, 5), 2) * (0.5 + Math.random() / 2)
}

/** What the driver's queries carry. Its public `cancel()` drops this promise, and a rejection would end the process. */
type Cancellable = { active?: boolean; canceller?: ((query: unknown) => Promise<unknown>) | null }

/**
 * Only the query that the server works on may be cancelled. Of one that is sent and waits behind another, the driver
 * forgets that an answer is still to come, and gives it to the next query; of one that is not sent yet and opened the
 * connection, it never uses that connection again.
 */
function cancel(query: Cancellable): void {
  const { canceller, active } = query
  if (typeof canceller !== 'function' || active !== true) return
  query.canceller = null
  canceller(query).catch(() => {})
}

/**
 * Waits for a query for at most `ms`, because a frozen database never times out by itself. Afterwards the query is
 * cancelled where that is possible (an embedded database ignores it) and its late answer is dropped.
 * @throws AppError `unavailable` past the deadline; else what the query throws.
 */
export async function withDeadline<T>(query: PromiseLike<T> & Cancellable, ms: number = QUERY_DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('unavailable', `the database did not answer within ${ms} ms`, { retryAfter: 2 }))
      cancel(query)
    }, ms)
  })
  try {
    return await Promise.race([query, deadline])
  } finally {
    clearTimeout(timer)
  }
}

/** SQLSTATE classes and driver codes that say "not now" rather than "wrong": connection, shutdown, timeouts, space. */
const NOT_NOW = /^(08|53|57P|57014|55P03|25P03|CONNECTION_|CONNECT_TIMEOUT)/
const SOCKET_FAILED = /^(ECONN|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/

/** True for an error that trying again later may cure: the database is away, restarting or too slow. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof code !== 'string') return false
  if (NOT_NOW.test(code)) return true
  // Files fail with the same codes; a query's error carries the query, a connection's the call that failed.
  return SOCKET_FAILED.test(code) && ('query' in error || syscall === 'connect' || syscall === 'getaddrinfo')
}
