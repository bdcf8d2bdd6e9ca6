/**
 * Where documents lie between edits. Rooms know this port only; `db/pg-doc-store.ts` implements it on PostgreSQL and
 * PGlite, and every implementation passes `tests/support/doc-store-contract.ts`.
 */

/** A client id of a board's document, and who wrote with it first. */
export type ClientClaim = { clientId: number; principal: string }

/** One update on its way into the journal. */
export type JournalRow = {
  boardId: string
  generation: number
  /** Who sent it, or null for the server itself. */
  actorId: string | null
  payload: Uint8Array
  /** Client ids that the update uses first. One that is somebody's already stays theirs. */
  claims?: readonly ClientClaim[]
}

/**
 * What is stored of a board: applying all of it, in any order, gives the document. The snapshot, when there is one, comes
 * first.
 */
export type StoredDoc = {
  generation: number
  payloads: Uint8Array[]
  /** Whose the client ids of this generation are. */
  claims: ClientClaim[]
}

export interface DocStore {
  /**
   * Makes the rows and their claims durable in one statement: when it resolves, all of them are committed; when it rejects, it is
   * unknown whether any is. Appending a row again is harmless, so the caller retries. At most one call is in flight.
   */
  append(rows: readonly JournalRow[]): Promise<void>

  /**
   * All that is stored of a board that exists and is not deleted; undefined otherwise. Rejects when a snapshot is
   * damaged and nothing takes its place: a board is never handed out with less than it has.
   */
  load(boardId: string): Promise<StoredDoc | undefined>
}

/** What the next snapshot of a board is made of. */
export type SnapshotSource = {
  generation: number
  /** Its place in the board's chain of snapshots. */
  number: number
  /** The snapshot that it builds on; null when there is none. */
  previous: { number: number; payload: Uint8Array } | null
  /** The rows beyond `previous`: for each its number (8 bytes), its length (4 bytes), and the update. */
  rows: Uint8Array
  rowCount: number
  /** False when there are more rows than one snapshot takes in. */
  complete: boolean
}

export type Snapshot = {
  boardId: string
  generation: number
  number: number
  previous: number | null
  /** All of the document as one update; at most `SNAPSHOT_BYTES_MAX`. */
  payload: Uint8Array
  sha256: Uint8Array
  stateVector: Uint8Array
  /** Exactly the rows that it holds beyond `previous`. */
  seqs: BigInt64Array
}

/**
 * Largest snapshot and largest row, in bytes: a document of the largest size, and room for its history. A row is that
 * large only when a whole board is stored again; of clients none is larger than `LIMITS` says.
 */
export const SNAPSHOT_BYTES_MAX = 24 * 1024 * 1024

/** Where snapshots lie, beside the journal that they stand for. */
export interface SnapshotStore {
  /** What a new snapshot is made of; undefined when there is no such board, or fewer than `least` rows. */
  readSource(boardId: string, least: number): Promise<SnapshotSource | undefined>
  /**
   * Saves a snapshot and removes the rows of the one before it, in one statement. False, with nothing changed, when
   * somebody else saved one meanwhile, or the board is deleted or of another generation.
   */
  saveSnapshot(snapshot: Snapshot): Promise<boolean>
}
