import type { Clock } from './clock.ts'

/**
 * When rooms send what they know of cursors and selections. All rooms of a node send theirs in the same turn: a timer
 * for each of many busy rooms would wake the server, and every reader, for a few sockets at a time.
 */
export type PresenceRounds = {
  /** Has `send` called with the next round, which comes within so many milliseconds. @returns takes it back */
  join(send: () => void): () => void
}

/** @param everyMs how long presence waits at most, in milliseconds; 0 is the end of the turn */
export function createPresenceRounds(clock: Pick<Clock, 'after' | 'endOfTurn'>, everyMs: number): PresenceRounds {
  let waiting = new Set<() => void>()
  let isDue = false
  const round = () => {
    isDue = false
    const sending = waiting
    waiting = new Set()
    for (const send of sending) send()
  }
  return {
    join(send) {
      if (!isDue) {
        isDue = true
        if (everyMs === 0) clock.endOfTurn(round)
        else clock.after(everyMs, round)
      }
      const joined = waiting
      joined.add(send)
      return () => joined.delete(send)
    },
  }
}
