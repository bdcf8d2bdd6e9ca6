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
  /** @param timeout seconds that queries in flight are given */
  end(options: { timeout: number }): Promise<void>
}

/** Connections that can be given up and opened anew, because the server has room for more. */
export function createJournalConnections(open: () => Sql): JournalConnections {
  let sql = open()
  const ending = new Set<Promise<void>>()
  return {
    get sql() {
      return sql
    },
    giveUp(hung) {
      if (hung !== sql) return
      sql = open()
      const ended = hung.end({ timeout: 0 }).catch(() => {})
      ending.add(ended)
      void ended.then(() => ending.delete(ended))
    },
    async end(options) {
      await Promise.all([sql.end(options), ...ending])
    },
  }
}

/** The one session of the embedded database, which cannot be given up: it answers, or its process is at an end. */
export function singleConnection(sql: Sql): JournalConnections {
  return { sql, giveUp() {}, end: (options) => sql.end(options) }
}
