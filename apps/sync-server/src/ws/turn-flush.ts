import type { Clock } from '../rooms/clock.ts'

/** What is written to a socket during one turn of the event loop goes out at its end, all at once. */
export type Flushable = {
  flush(): void
  /** When it was flushed last, by the stopwatch of who does it. */
  flushedAt: number
}

export type TurnFlush = {
  /** Has `flush` called once, at the end of this turn or as soon as the last round of writes has been paid for. */
  soon(socket: Flushable): void
  /** Milliseconds until anything is written again: 0 on a server that writes at once. */
  restMs(): number
}

export const FLUSH_PACE = {
  /** A round of writes that took so long is followed by a rest of so many times that. */
  rest: 8,
  /** The longest rest, in milliseconds: nobody sees it. */
  longestMs: 14,
  /** A rest is worth it when at least half of a round's sockets had been written to so many milliseconds before. */
  againMs: 24,
  /** What is not worth a timer, in milliseconds. */
  shortestMs: 1,
} as const

/**
 * A system call per frame is what a room server spends most of its time on. So every socket gets one a turn; and while
 * rounds of writes are dear, because many sockets are open on a busy board, what comes meanwhile goes with the next.
 * A quiet server writes at once, and so does one with many boards of a few people: there is nothing to put together.
 * @param stopwatch milliseconds that only go forward
 */
export function createTurnFlush(
  clock: Pick<Clock, 'after' | 'endOfTurn'>,
  stopwatch = () => performance.now(),
): TurnFlush {
  let waiting = new Set<Flushable>()
  let restsUntil = 0
  /** How long the last round took. */
  let lastMs = 0
  const flushAll = () => {
    const sockets = waiting
    waiting = new Set()
    const began = stopwatch()
    let again = 0
    for (const socket of sockets) {
      if (began - socket.flushedAt < FLUSH_PACE.againMs + lastMs) again += 1
      socket.flushedAt = began
      socket.flush()
    }
    const ended = stopwatch()
    lastMs = ended - began
    restsUntil = ended + (again * 2 < sockets.size ? 0 : Math.min(lastMs * FLUSH_PACE.rest, FLUSH_PACE.longestMs))
  }
  const restMs = () => {
    const rest = restsUntil - stopwatch()
    return rest < FLUSH_PACE.shortestMs ? 0 : rest
  }
  const soon = (socket: Flushable) => {
    if (waiting.size === 0) {
      const rest = restMs()
      if (rest === 0) clock.endOfTurn(flushAll)
      else clock.after(rest, flushAll)
    }
    waiting.add(socket)
  }
  return { soon, restMs }
}
