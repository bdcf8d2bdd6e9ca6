import * as Y from 'yjs'
import type { ClientClaim, DocStore, JournalRow, StoredDoc } from '../../apps/sync-server/src/rooms/doc-store.ts'

/** A row with the number that the database gave it before it was committed, as an identity column does. */
export type NumberedRow = JournalRow & { seq: number }

type Snapshot = { generation: number; payload: Uint8Array }
type Claim = ClientClaim & { generation: number }
type Board = { generation: number; deleted: boolean; rows: NumberedRow[]; claims: Claim[]; snapshot?: Snapshot }
/** A snapshot that is being made of the rows that were read. */
export type Compaction = {
  boardId: string
  generation: number
  read: readonly NumberedRow[]
  /** The newest number given out when the rows were read: says nothing of which rows could be seen then. */
  upTo: number
  payload: Uint8Array
}

/**
 * A database in memory, at the grain of its commits: numbers are given when a statement starts and rows can be seen
 * when it ends, so that a lower number may come to light after a higher one.
 */
export class FuzzJournal implements DocStore {
  readonly #boards = new Map<string, Board>()
  readonly #onCommit: (row: NumberedRow) => void
  #seq = 0

  constructor(onCommit: (row: NumberedRow) => void = () => {}) {
    this.#onCommit = onCommit
  }

  putBoard(boardId: string, generation = 1): void {
    const board = this.#boards.get(boardId)
    if (board === undefined) this.#boards.set(boardId, { generation, deleted: false, rows: [], claims: [] })
    else board.generation = generation
  }

  deleteBoard(boardId: string): void {
    const board = this.#boards.get(boardId)
    if (board !== undefined) board.deleted = true
  }

  generationOf(boardId: string): number {
    return this.#boards.get(boardId)?.generation ?? 0
  }

  isDeleted(boardId: string): boolean {
    return this.#boards.get(boardId)?.deleted ?? true
  }

  rowCount(boardId: string): number {
    return this.#boards.get(boardId)?.rows.length ?? 0
  }

  /** Starts a statement. Copied: a database would not keep the caller's buffers either. */
  reserve(rows: readonly JournalRow[]): NumberedRow[] {
    return rows.map((row) => {
      this.#seq += 1
      return { ...row, payload: row.payload.slice(), seq: this.#seq }
    })
  }

  /** Ends a statement: its rows are durable. */
  commit(rows: readonly NumberedRow[]): void {
    for (const row of rows) {
      const board = this.#boards.get(row.boardId)
      board?.rows.push(row)
      for (const claim of row.claims ?? []) {
        const isTaken = board?.claims.some(
          (one) => one.clientId === claim.clientId && one.generation === row.generation,
        )
        if (!isTaken) board?.claims.push({ ...claim, generation: row.generation })
      }
      this.#onCommit(row)
    }
  }

  async append(rows: readonly JournalRow[]): Promise<void> {
    this.commit(this.reserve(rows))
  }

  async load(boardId: string): Promise<StoredDoc | undefined> {
    const board = this.#boards.get(boardId)
    if (board === undefined || board.deleted) return undefined
    const { generation, snapshot } = board
    const rows = board.rows.filter((row) => row.generation === generation).map((row) => row.payload)
    const claims = board.claims.filter((claim) => claim.generation === generation)
    return { generation, payloads: snapshot?.generation === generation ? [snapshot.payload, ...rows] : rows, claims }
  }

  /** Reads what there is and makes a snapshot of it; `finishCompaction` stores it. */
  async startCompaction(boardId: string): Promise<Compaction | undefined> {
    const stored = await this.load(boardId)
    const board = this.#boards.get(boardId)
    if (stored === undefined || board === undefined || board.rows.length === 0) return undefined
    const doc = new Y.Doc()
    for (const payload of stored.payloads) Y.applyUpdate(doc, payload)
    const payload = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    const read = board.rows.filter((row) => row.generation === stored.generation)
    return { boardId, generation: stored.generation, read, upTo: this.#seq, payload }
  }

  /** Puts the snapshot in the place of exactly those rows that are in it; nothing when another one came first. */
  finishCompaction(compaction: Compaction): void {
    const { boardId, generation, read, payload } = compaction
    const board = this.#boards.get(boardId)
    if (board === undefined || board.deleted || board.generation !== generation) return
    if (!read.every((row) => board.rows.includes(row))) return
    board.snapshot = { generation, payload }
    board.rows = board.rows.filter((row) => !this.isCovered(row, compaction))
  }

  /** May this row go, now that there is a snapshot of the rows that were read? */
  protected isCovered(row: NumberedRow, { read }: Compaction): boolean {
    return read.includes(row)
  }
}
