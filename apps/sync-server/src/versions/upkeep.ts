import type { Clock } from '../rooms/clock.ts'
import type { Maintenance } from '../rooms/maintenance.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { Compactor } from './compactor.ts'
import { createJobQueue } from './job-queue.ts'
import type { VersionStore } from './version-store.ts'

/** When what is done: rows, bytes and milliseconds. */
export const UPKEEP = {
  /** A journal of so many rows or bytes is compacted. */
  rows: 500,
  bytes: 1024 * 1024,
  /** A board is compacted no more often while people work: a large one takes a second of the thread every time. */
  restMs: 30_000,
  /** So many rows of a board that left memory are worth a snapshot. */
  rowsLeftBehind: 20,
  /** A version is taken so long after the first change since the one before. */
  versionEveryMs: 5 * 60_000,
  /** Between two jobs, so that the database has time for people. */
  pauseMs: 250,
  /** After a failure, doubled with each one more. */
  retryMs: { first: 5_000, longest: 60 * 60_000 },
  /** How often what is past its time is removed, and when first. */
  sweepEveryMs: 60 * 60_000,
  firstSweepMs: 60_000,
  /** How long stopping waits for the job at hand. */
  closeMs: 1_000,
  /** A deleted board keeps its content for so long. */
  purgeAfterMs: 30 * 24 * 60 * 60_000,
} as const

/** What has happened to a board since it was last looked after. */
type Board = {
  rows: number
  bytes: number
  /** Milliseconds since 1970 until which it is not compacted again. */
  restsUntil: number
  cancelCompaction: (() => void) | null
  cancelVersion: (() => void) | null
}

export type UpkeepStats = {
  /** Since the start: snapshots saved, jobs that failed, automatic versions kept. */
  compactions: number
  failures: number
  versions: number
  /** Jobs that wait. */
  waiting: number
}

export interface Upkeep extends Maintenance {
  /** Begins to remove what is past its time. */
  start(): void
  stats(): UpkeepStats
  /** Takes no more work; resolves when the job at hand is over, or takes too long: nothing durable depends on it. */
  close(): Promise<void>
}

/**
 * Looks after stored boards, one job at a time: compaction when a journal has grown or its board has left memory,
 * versions while people work, and the end of what is past its time.
 */
export function createUpkeep(deps: {
  compactor: Compactor
  versions: Pick<VersionStore, 'add' | 'thin' | 'removeExpired' | 'removeLeftovers' | 'purge' | 'giveBackSpace'>
  clock: Clock
  log: RoomLog
}): Upkeep {
  const { compactor, versions, clock, log } = deps
  const boards = new Map<string, Board>()
  const count = { compactions: 0, failures: 0, versions: 0 }
  const queue = createJobQueue({
    clock,
    pauseMs: UPKEEP.pauseMs,
    retryMs: UPKEEP.retryMs,
    onFailure(name, failures, error) {
      count.failures += 1
      log.error({ job: name, failures, err: error }, 'upkeep of a stored board failed, trying again later')
    },
  })
  let cancelSweep = () => {}

  function compact(boardId: string, least: number): void {
    queue.add(`compact ${boardId}`, async () => {
      if ((await compactor.compact(boardId, least)) === 'saved') count.compactions += 1
    })
  }

  function compactAfterRest(boardId: string, board: Board): void {
    if (board.cancelCompaction !== null) return
    const begin = () => {
      Object.assign(board, { rows: 0, bytes: 0, cancelCompaction: null, restsUntil: clock.now() + UPKEEP.restMs })
      compact(boardId, 1)
    }
    const rest = board.restsUntil - clock.now()
    if (rest <= 0) begin()
    else board.cancelCompaction = clock.after(rest, begin)
  }

  function takeVersion(boardId: string): void {
    queue.add(`version ${boardId}`, async () => {
      const at = new Date(clock.now())
      const captured = await compactor.capture(boardId)
      if (captured === undefined) return
      if ((await versions.add({ boardId, captured, kind: 'automatic', actorId: null, at })) === undefined) return
      count.versions += 1
      await versions.thin(boardId, at)
    })
  }

  function sweep(): void {
    cancelSweep = clock.after(UPKEEP.sweepEveryMs, sweep)
    queue.add('sweep', async () => {
      const now = clock.now()
      await versions.purge(new Date(now - UPKEEP.purgeAfterMs), new Date(now))
      await versions.removeExpired(new Date(now))
      await versions.removeLeftovers()
      await versions.giveBackSpace()
    })
  }

  function boardOf(boardId: string): Board {
    const known = boards.get(boardId)
    if (known !== undefined) return known
    const board: Board = { rows: 0, bytes: 0, restsUntil: 0, cancelCompaction: null, cancelVersion: null }
    boards.set(boardId, board)
    return board
  }

  return {
    start() {
      cancelSweep = clock.after(UPKEEP.firstSweepMs, sweep)
    },

    committed(boardId, _generation, rows, bytes) {
      if (queue.isClosed()) return
      const board = boardOf(boardId)
      board.rows += rows
      board.bytes += bytes
      if (board.rows >= UPKEEP.rows || board.bytes >= UPKEEP.bytes) compactAfterRest(boardId, board)
      board.cancelVersion ??= clock.after(UPKEEP.versionEveryMs, () => {
        board.cancelVersion = null
        takeVersion(boardId)
      })
    },

    unloaded(boardId) {
      if (queue.isClosed()) return
      const board = boards.get(boardId)
      boards.delete(boardId)
      board?.cancelCompaction?.()
      if (board?.cancelVersion != null) {
        board.cancelVersion()
        takeVersion(boardId)
      }
      // Also when nothing was committed here: rows may be left from before this server was started.
      compact(boardId, UPKEEP.rowsLeftBehind)
    },

    stats: () => ({ ...count, waiting: queue.waiting() }),

    async close() {
      cancelSweep()
      for (const { cancelVersion, cancelCompaction } of boards.values()) {
        cancelVersion?.()
        cancelCompaction?.()
      }
      boards.clear()
      let cancel = () => {}
      const late = new Promise<void>((resolve) => {
        cancel = clock.after(UPKEEP.closeMs, resolve)
      })
      await Promise.race([queue.close(), late])
      cancel()
    },
  }
}
