import type {
  ClientClaim,
  DocStore,
  JournalRow,
  Snapshot,
  SnapshotStore,
} from '../../apps/sync-server/src/rooms/doc-store.ts'

/** The ports in memory, for tests: keeps what a database would, and nothing longer than the process. */
export type MemoryDocStore = DocStore &
  SnapshotStore & {
    /** Makes the board exist; a board that exists gets the generation. */
    putBoard(boardId: string, generation?: number): void
    deleteBoard(boardId: string): void
    /** From now on the checksum of this snapshot is wrong. */
    damageSnapshot(boardId: string, number: number): void
    /** A row that was given its number before all others, and is committed only now. */
    appendLate(row: JournalRow): void
    /** Everything that was appended, and that no later snapshot made superfluous, in order. */
    readonly rows: readonly JournalRow[]
  }

type StoredRow = JournalRow & { seq: bigint }
type StoredSnapshot = Snapshot & { damaged: boolean }

/** @param damaged is told of a snapshot that is passed over because its checksum is wrong */
export function createMemoryDocStore(damaged: (boardId: string) => void = () => {}): MemoryDocStore {
  const boards = new Map<string, number>()
  let rows: StoredRow[] = []
  let snapshots: StoredSnapshot[] = []
  let seq = 0n
  const claims = new Map<string, ClientClaim & { boardId: string; generation: number }>()

  /** The newest snapshot of a board, the one that can be used, and the rows that this one does not hold. */
  function usable(boardId: string, generation: number) {
    const chain = snapshots.filter((one) => one.boardId === boardId && one.generation === generation)
    const newest = chain.sort((a, b) => b.number - a.number)[0]
    const choices = [newest, chain.find((one) => one.number === newest?.previous)]
    const used = choices.find((one) => one !== undefined && !one.damaged)
    if (newest !== used) damaged(boardId)
    if (newest !== undefined && used === undefined && newest.previous !== null) throw new Error('damaged snapshots')
    const held = new Set(used?.seqs)
    const own = rows.filter((row) => row.boardId === boardId && row.generation === generation && !held.has(row.seq))
    return { newest, used, own }
  }

  return {
    get rows() {
      return rows
    },
    putBoard: (boardId, generation = 1) => void boards.set(boardId, generation),
    deleteBoard: (boardId) => void boards.delete(boardId),
    damageSnapshot(boardId, number) {
      for (const one of snapshots) if (one.boardId === boardId && one.number === number) one.damaged = true
    },
    appendLate: (row) => void rows.unshift({ ...row, seq: (rows[0]?.seq ?? 0n) - 1n }),
    async append(added) {
      // Copied: a database would not keep the caller's buffers either.
      for (const row of added) {
        seq += 1n
        rows.push({ ...row, payload: row.payload.slice(), seq })
        for (const claim of row.claims ?? []) {
          const key = `${row.boardId} ${row.generation} ${claim.clientId}`
          if (!claims.has(key)) claims.set(key, { ...claim, boardId: row.boardId, generation: row.generation })
        }
      }
    },
    async load(boardId) {
      const generation = boards.get(boardId)
      if (generation === undefined) return undefined
      const { used, own } = usable(boardId, generation)
      const snapshot = used === undefined ? [] : [used.payload]
      const claimed = [...claims.values()].filter((one) => one.boardId === boardId && one.generation === generation)
      return {
        generation,
        payloads: [...snapshot, ...own.map((row) => row.payload)],
        claims: claimed.map(({ clientId, principal }) => ({ clientId, principal })),
      }
    },
    async readSource(boardId, least) {
      const generation = boards.get(boardId)
      if (generation === undefined) return undefined
      const { newest, used, own } = usable(boardId, generation)
      if (own.length < least) return undefined
      const previous = used === undefined ? null : { number: used.number, payload: used.payload.slice() }
      const number = (newest?.number ?? 0) + 1
      return { generation, number, previous, rows: frame(own), rowCount: own.length, complete: true }
    },
    async saveSnapshot(snapshot) {
      const { boardId, generation, number, previous } = snapshot
      const isOfChain = (one: Snapshot) => one.boardId === boardId && one.generation === generation
      if (boards.get(boardId) !== generation) return false
      if (snapshots.some((one) => isOfChain(one) && one.number >= number)) return false
      const before = snapshots.find((one) => isOfChain(one) && one.number === previous)
      const gone = new Set(before?.seqs)
      rows = rows.filter((row) => row.boardId !== boardId || !gone.has(row.seq))
      snapshots = snapshots.filter((one) => !isOfChain(one) || previous === null || one.number >= previous)
      snapshots.push({ ...snapshot, payload: snapshot.payload.slice(), damaged: false })
      return true
    },
  }
}

/** Rows as one value, in the form of `SnapshotSource`. */
function frame(rows: readonly StoredRow[]): Uint8Array {
  const bytes = new Uint8Array(rows.reduce((sum, { payload }) => sum + 12 + payload.byteLength, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { seq, payload } of rows) {
    view.setBigInt64(at, seq)
    view.setUint32(at + 8, payload.byteLength)
    bytes.set(payload, at + 12)
    at += 12 + payload.byteLength
  }
  return bytes
}
