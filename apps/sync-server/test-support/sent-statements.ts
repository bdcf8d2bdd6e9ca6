import postgres, { type Sql } from 'postgres'

/** A client of its own, and what it has sent. Only PostgreSQL lets a second one in. */
export function openWatchedClient(url: string | null): { sql: Sql; sent: string[] } {
  const sent: string[] = []
  const sql = postgres(url ?? '', { max: 1, onnotice: () => {}, debug: (_, query) => sent.push(query) })
  return { sql, sent }
}
