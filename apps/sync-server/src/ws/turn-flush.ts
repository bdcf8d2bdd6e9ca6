import type { Clock } from '../rooms/clock.ts'

/** What is written to a socket during one turn of the event loop goes out at its end, all at once. */
export type Flushable = { flush(): void }

export type TurnFlush = {
  /** Has `flush` called once, at the end of this turn or as soon as the last round of writes has been paid for. */
  soon(socket: Flushable): void
  /** Milliseconds until anything is written again: 0 on a server that writes at once. */
  restMs(): number
}

export const FLUSH_PACE = {
  /** A round of writes that took so long is followed by a rest of so many times that. */
  rest: 5,
  /** The longest rest, in milliseconds: nobody sees it. */
  longestMs: 12,
  /** What is not worth a timer, in milliseconds. */
  shortestMs: 1,
} as const

/**
 * A system call per frame is what a room server spends most of its time on. So every socket gets one a turn; and while
 * rounds of writes are dear, because many sockets are open on a busy board, what comes meanwhile goes with the next.
 * A quiet server writes at once.
 * @param stopwatch milliseconds that only go forward
 */
export function createTurnFlush(
  clock: Pick<Clock, 'after' | 'endOfTurn'>,
  stopwatch = () => performance.now(),
): TurnFlush {
  let waiting = new Set<Flushable>()
  let restsUntil = 0
  const flushAll = () => {
    const sockets = waiting
    waiting = new Set()
    const began = stopwatch()
    for (const socket of sockets) socket.flush()
    const ended = stopwatch()
    restsUntil = ended + Math.min((ended - began) * FLUSH_PACE.rest, FLUSH_PACE.longestMs)
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
