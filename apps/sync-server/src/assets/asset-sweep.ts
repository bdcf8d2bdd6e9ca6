import { assetsShown } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { Clock } from '../rooms/clock.ts'
import { createRecurringWork } from '../rooms/recurring-work.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { AssetFiles } from './asset-files.ts'
import type { AssetStore, HeldAsset } from './asset-store.ts'

const HOUR = 60 * 60_000

/** Milliseconds. */
export const ASSET_SWEEP = {
  firstMs: 10 * 60_000,
  everyMs: 6 * HOUR,
  /** Between two boards, so that people come first. */
  pauseMs: 250,
  /**
   * For so long a picture that nothing shows stays: somebody may undo in a tab that was open all the time, or come back
   * from a month without a connection. As long as a deleted board and an automatic version.
   */
  unusedMs: 30 * 24 * HOUR,
  /** What was put on a board less long ago may be on its way into the document, and a file on its way into the table. */
  youngMs: 2 * HOUR,
} as const

/** What lies on boards, now and in their versions. */
export type BoardRecords = {
  /** Undefined when the board is deleted. */
  now(boardId: string): Promise<{ generation: number; records: readonly BoardRecord[] } | undefined>
  versions(boardId: string): AsyncIterable<readonly BoardRecord[]>
}

export type Swept = { taken: number; removed: number }

/**
 * Removes pictures that nobody can come back to: those that nothing on their board has shown for a month, nor one of its
 * versions shows; those of boards that were erased; and files that no board holds.
 */
export function createAssetSweep(deps: {
  store: AssetStore
  files: AssetFiles
  records: BoardRecords
  clock: Clock
  log: RoomLog
}) {
  const { store, files, records, clock, log } = deps
  const recurring = createRecurringWork({
    ...ASSET_SWEEP,
    work: async () => log.info(await sweep(), 'pictures that nobody needs were removed'),
    failure: 'pictures that nobody needs were not removed',
    clock,
    log,
  })

  const before = (ms: number): Date => new Date(clock.now() - ms)

  async function sweepBoard(boardId: string): Promise<number> {
    const held = await store.heldBy(boardId)
    const stored = await records.now(boardId)
    if (stored === undefined) return 0
    const { generation } = stored
    const shown = assetsShown(stored.records)
    const idsOf = (which: (asset: HeldAsset) => boolean) => held.filter(which).map(({ id }) => id)

    const back = (asset: HeldAsset) => asset.unusedSince !== null || asset.generation < generation
    await store.note(
      boardId,
      idsOf((asset) => shown.has(asset.id) && back(asset)),
      { since: null, generation },
    )

    // Of a generation that was erased: what is not shown now is to be gone, as all else of it.
    const erased = (asset: HeldAsset) => asset.generation < generation
    const old = (asset: HeldAsset) =>
      asset.unusedSince !== null && asset.unusedSince.getTime() <= clock.now() - ASSET_SWEEP.unusedMs
    const unused = held.filter(({ id }) => !shown.has(id))
    const due = new Set(unused.filter((asset) => erased(asset) || old(asset)).map(({ id }) => id))
    const fresh = unused.filter((asset) => asset.unusedSince === null && !erased(asset)).map(({ id }) => id)
    await store.note(boardId, fresh, { since: new Date(clock.now()), generation: 0 })
    if (due.size === 0) return 0
    for await (const version of records.versions(boardId)) {
      if (recurring.isClosed()) return 0
      for (const id of assetsShown(version)) due.delete(id)
    }
    return await store.take(boardId, [...due], before(ASSET_SWEEP.youngMs))
  }

  /**
   * Whoever puts the same picture on a board right now looks whether the file is there after they noted it, and we look
   * for their note after the file is gone: one of the two sees the other.
   */
  async function removeFile(id: string): Promise<boolean> {
    const stream = await files.open(id)
    if (stream === undefined) return false
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
    await files.remove(id)
    if ((await store.known(id)) === undefined) return true
    await files.put(id, bytes)
    return false
  }

  async function sweepFiles(): Promise<number> {
    let removed = 0
    for (let ids = await store.forgetUnheld(before(ASSET_SWEEP.youngMs)); ids.length > 0 && !recurring.isClosed(); ) {
      for (const id of ids) if (await removeFile(id)) removed += 1
      ids = await store.forgetUnheld(before(ASSET_SWEEP.youngMs))
    }
    await store.forgetSent(before(ASSET_SWEEP.youngMs))
    // What a crash left: bytes that came, and no row.
    for await (const id of files.list(before(ASSET_SWEEP.youngMs))) {
      if (recurring.isClosed()) break
      if ((await store.known(id)) === undefined && (await removeFile(id))) removed += 1
    }
    await files.tidy(before(ASSET_SWEEP.youngMs))
    return removed
  }

  /** Everything once, a board at a time. A board that cannot be read keeps its pictures. */
  async function sweep(): Promise<Swept> {
    let taken = await store.takeFromPurged()
    for (let boards = await store.boardsAfter(null); boards.length > 0 && !recurring.isClosed(); ) {
      for (const boardId of boards) {
        if (recurring.isClosed()) break
        try {
          taken += await sweepBoard(boardId)
        } catch (error) {
          log.error({ boardId, err: error }, 'the pictures of a board could not be looked through')
        }
        await new Promise<void>((resolve) => clock.after(ASSET_SWEEP.pauseMs, resolve))
      }
      boards = await store.boardsAfter(boards.at(-1) ?? null)
    }
    return { taken, removed: recurring.isClosed() ? 0 : await sweepFiles() }
  }

  return { sweep, start: recurring.start, close: recurring.close }
}
