/** What is written to a socket during one turn of the event loop goes out at its end, all at once. */
export type Flushable = { flush(): void }

/** Has `flush` called once at the end of this turn. */
export type TurnFlush = (socket: Flushable) => void

/** A system call per frame is what a room server spends most of its time on, so every socket gets one a turn. */
export function createTurnFlush(endOfTurn: (task: () => void) => void): TurnFlush {
  let waiting = new Set<Flushable>()
  const flushAll = () => {
    const sockets = waiting
    waiting = new Set()
    for (const socket of sockets) socket.flush()
  }
  return (socket) => {
    if (waiting.size === 0) endOfTurn(flushAll)
    waiting.add(socket)
  }
}
