import { SNAPSHOT_BYTES_MAX, type SnapshotStore } from '../rooms/doc-store.ts'
import type { Built, SnapshotBuilder } from './snapshot-builder.ts'

/** Where a compaction stands; a test may end it there. */
export type CompactionStep = 'read' | 'built' | 'saved'

/** `nothing`: too few rows, or none that a snapshot can hold. `superseded`: somebody else was faster. */
export type Compaction = 'saved' | 'nothing' | 'superseded'

/** A board's document as it is stored now, gzipped. */
export type Captured = Built & { generation: number }

/** Snapshots that one call saves at most, for a journal that one does not take in. */
const ROUNDS_MAX = 20

export type Compactor = ReturnType<typeof createCompactor>

/**
 * Turns journals into snapshots. Ended at any step, also between the database's commit and its answer, it leaves a board
 * that loads whole: one statement saves the snapshot and removes rows, and only those that the snapshot before holds.
 */
export function createCompactor(deps: {
  store: SnapshotStore
  builder: SnapshotBuilder
  failpoint?: (step: CompactionStep, boardId: string) => Promise<void> | void
}) {
  const { store, builder, failpoint = () => {} } = deps

  async function compactOnce(boardId: string, least: number): Promise<Compaction | 'partly'> {
    const source = await store.readSource(boardId, least)
    await failpoint('read', boardId)
    if (source === undefined) return 'nothing'
    const { generation, number, complete } = source
    const previous = source.previous?.number ?? null
    const { payload, sha256, stateVector, seqs } = await builder.build(source)
    await failpoint('built', boardId)
    if (seqs.length === 0) return 'nothing'
    if (payload.byteLength > SNAPSHOT_BYTES_MAX) throw new Error(`a snapshot of ${payload.byteLength} bytes`)
    const snapshot = { boardId, generation, number, previous, payload, sha256, stateVector, seqs }
    const saved = await store.saveSnapshot(snapshot)
    await failpoint('saved', boardId)
    if (!saved) return 'superseded'
    return complete ? 'saved' : 'partly'
  }

  /**
   * Saves a snapshot of the board when at least `least` rows lie behind the newest one.
   * @throws when it could not; nothing is lost then, and it may be tried again
   */
  async function compact(boardId: string, least = 1): Promise<Compaction> {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const outcome = await compactOnce(boardId, round === 0 ? least : 1)
      if (outcome !== 'partly') return outcome
    }
    throw new Error(`the journal of board ${boardId} does not come to an end`)
  }

  return {
    compact,

    /** The document as it is stored now; undefined when there is no such board. */
    async capture(boardId: string): Promise<Captured | undefined> {
      let source = await store.readSource(boardId, 0)
      if (source?.complete === false) {
        await compact(boardId)
        source = await store.readSource(boardId, 0)
        if (source?.complete === false) throw new Error(`the journal of board ${boardId} grows too fast`)
      }
      if (source === undefined) return undefined
      const { generation } = source
      return { ...(await builder.build(source, { zipped: true })), generation }
    },
  }
}
