import type { Duplex } from 'node:stream'

/**
 * Holds back what is written to sockets during one turn of the event loop and lets each of them write it all at once:
 * a system call per frame is what a room server spends most of its time on.
 */
export type TurnCork = (socket: Duplex) => void

export function createTurnCork(endOfTurn: (task: () => void) => void): TurnCork {
  let corked = new Set<Duplex>()
  const release = () => {
    const sockets = corked
    corked = new Set()
    for (const socket of sockets) socket.uncork()
  }
  return (socket) => {
    if (corked.has(socket)) return
    if (corked.size === 0) endOfTurn(release)
    corked.add(socket)
    socket.cork()
  }
}
