import type { Clock } from '../rooms/clock.ts'
import { createRecurringWork } from '../rooms/recurring-work.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import { deletedAfter } from '../sharing/access-service.ts'
import type { BoardStore } from './board-store.ts'

/** Milliseconds. */
export const BOARD_EXPIRY = {
  firstMs: 30_000,
  everyMs: 60_000,
  /** Boards of one statement, and statements of one sweep: what is left waits for the next. */
  batch: 100,
  rounds: 20,
} as const

/**
 * Ends boards that were made to try things on when their time is over: for good, as if they had been deleted a month
 * ago, so that nobody takes them back and the upkeep erases what they held.
 */
export function createBoardExpiry(deps: {
  store: Pick<BoardStore, 'deleteExpired'>
  rooms: Pick<RoomControl, 'boardDeleted'>
  clock: Clock
  log: RoomLog
  now: () => Date
}) {
  const { store, rooms, clock, log, now } = deps
  const recurring = createRecurringWork({
    ...BOARD_EXPIRY,
    async work() {
      const boards = await sweep()
      if (boards > 0) log.info({ boards }, 'boards to try things on were deleted')
    },
    failure: 'boards to try things on were not deleted',
    clock,
    log,
  })

  /** Answers how many boards it ended. */
  async function sweep(): Promise<number> {
    let ended = 0
    for (let round = 0; round < BOARD_EXPIRY.rounds && !recurring.isClosed(); round++) {
      const at = now()
      const ids = await store.deleteExpired(at, deletedAfter(at), BOARD_EXPIRY.batch)
      for (const id of ids) rooms.boardDeleted(id)
      ended += ids.length
      if (ids.length < BOARD_EXPIRY.batch) break
    }
    return ended
  }

  return { sweep, start: recurring.start, close: recurring.close }
}
