import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest stretch of work before sockets and other requests get a turn, in ms. */
const STRETCH_MS = 10

/** Called between small pieces of long work: waits for the next turn of the event loop when one is due. */
export type Breath = () => Promise<void> | undefined

export function createBreath(now: () => number = () => performance.now()): Breath {
  let since = now()
  return () => {
    if (now() - since < STRETCH_MS) return undefined
    return nextTurn().then(() => {
      since = now()
    })
  }
}
