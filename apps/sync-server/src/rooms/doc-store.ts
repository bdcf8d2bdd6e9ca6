/**
 * Where documents lie between edits. Rooms know this port only; `db/pg-doc-store.ts` implements it on PostgreSQL and
 * PGlite, and every implementation passes `tests/support/doc-store-contract.ts`.
 */

/** One update on its way into the journal. */
export type JournalRow = {
  boardId: string
  generation: number
  /** Who sent it, or null for the server itself. */
  actorId: string | null
  payload: Uint8Array
}

/** What is stored of a board: applying all of it, in any order, gives the document. */
export type StoredDoc = {
  generation: number
  payloads: Uint8Array[]
}

export interface DocStore {
  /**
   * Makes the rows durable in one statement: when it resolves, all of them are committed; when it rejects, it is
   * unknown whether any is. Appending a row again is harmless, so the caller retries. At most one call is in flight.
   */
  append(rows: readonly JournalRow[]): Promise<void>

  /** All that is stored of a board that exists and is not deleted; undefined otherwise. */
  load(boardId: string): Promise<StoredDoc | undefined>
}
