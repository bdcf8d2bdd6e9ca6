import type { DocStore, JournalRow } from './doc-store.ts'

/** The port in memory, for tests: keeps what a database would, and nothing longer than the process. */
export type MemoryDocStore = DocStore & {
  /** Makes the board exist; a board that exists gets the generation. */
  putBoard(boardId: string, generation?: number): void
  deleteBoard(boardId: string): void
  /** Everything that was appended, in order. */
  readonly rows: readonly JournalRow[]
}

export function createMemoryDocStore(): MemoryDocStore {
  const boards = new Map<string, number>()
  const rows: JournalRow[] = []
  return {
    rows,
    putBoard: (boardId, generation = 1) => void boards.set(boardId, generation),
    deleteBoard: (boardId) => void boards.delete(boardId),
    async append(added) {
      // Copied: a database would not keep the caller's buffers either.
      for (const row of added) rows.push({ ...row, payload: row.payload.slice() })
    },
    async load(boardId) {
      const generation = boards.get(boardId)
      if (generation === undefined) return undefined
      const own = rows.filter((row) => row.boardId === boardId && row.generation === generation)
      return { generation, payloads: own.map((row) => row.payload) }
    },
  }
}
