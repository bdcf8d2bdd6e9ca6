import type { Sql } from './database.ts'

/** The connections of the journal. */
export type JournalConnections = {
  readonly sql: Sql
  /**
   * Gives up the connections that a query was sent over which got no answer in time. The driver would keep such a one
   * for ever, waiting for the answer; after as many as there are connections nothing would be stored any more.
   * @param hung the client that was asked; nothing happens when it was given up already
   */
  giveUp(hung: Sql): void
  /** Calls back whenever a connection has ended, for whatever reason. One listener. */
  onLost(listener: () => void): void
  /** @param timeout seconds that queries in flight are given */
  end(options: { timeout: number }): Promise<void>
}

/**
 * Connections that can be given up and opened anew, because the server has room for more.
 * @param open is handed what to call when one of its connections has ended
 */
export function createJournalConnections(open: (lost: () => void) => Sql): JournalConnections {
  let listener = () => {}
  const lost = () => listener()
  let sql = open(lost)
  const ending = new Set<Promise<void>>()
  return {
    get sql() {
      return sql
    },
    giveUp(hung) {
      if (hung !== sql) return
      sql = open(lost)
      const ended = hung.end({ timeout: 0 }).catch(() => {})
      ending.add(ended)
      void ended.then(() => ending.delete(ended))
    },
    onLost(told) {
      listener = told
    },
    async end(options) {
      await Promise.all([sql.end(options), ...ending])
    },
  }
}

/** The one session of the embedded database, which can neither be given up nor go back in time: it ends with its process. */
export function singleConnection(sql: Sql): JournalConnections {
  return { sql, giveUp() {}, onLost() {}, end: (options) => sql.end(options) }
}
