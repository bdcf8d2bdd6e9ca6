/** What the rooms tell the upkeep of stored boards (compaction, versions). Calls return at once and never throw. */
export interface Maintenance {
  /** Rows of a board were committed: how many, and their bytes. */
  committed(boardId: string, generation: number, rows: number, bytes: number): void
  /** The board left memory: nobody is there. */
  unloaded(boardId: string): void
}

/** Tells several, in this order. */
export function maintainedBy(...all: readonly Maintenance[]): Maintenance {
  return {
    committed(boardId, generation, rows, bytes) {
      for (const one of all) one.committed(boardId, generation, rows, bytes)
    },
    unloaded(boardId) {
      for (const one of all) one.unloaded(boardId)
    },
  }
}
