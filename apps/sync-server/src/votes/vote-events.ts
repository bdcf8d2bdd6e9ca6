import type { Clock } from '../rooms/clock.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'

/** How often a board is told at most that more are done, in milliseconds: each time everybody asks. */
export const DONE_TOLD_EVERY_MS = 1_000

export type VoteEvents = ReturnType<typeof createVoteEvents>

/** Tells those who are on a board that there is something to ask for. What it is, nobody is told here. */
export function createVoteEvents(deps: { rooms: Pick<RoomRegistry, 'tell'>; clock: Clock }) {
  const { rooms, clock } = deps
  /** Boards that were told a moment ago; `again` when there was more since. */
  const resting = new Map<string, { again: boolean; cancel: () => void }>()

  function tell(boardId: string): void {
    resting.get(boardId)?.cancel()
    rooms.tell(boardId, { type: 'vote' })
    const rest = { again: false, cancel: () => {} }
    rest.cancel = clock.after(DONE_TOLD_EVERY_MS, () => {
      resting.delete(boardId)
      if (rest.again) tell(boardId)
    })
    resting.set(boardId, rest)
  }

  return {
    /** At once. */
    tell,
    /** Now, or when the board was told a moment ago, soon and once. */
    tellInTurn(boardId: string): void {
      const rest = resting.get(boardId)
      if (rest === undefined) tell(boardId)
      else rest.again = true
    },
    close(): void {
      for (const { cancel } of resting.values()) cancel()
      resting.clear()
    },
  }
}
