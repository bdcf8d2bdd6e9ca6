import type { Clock } from '../rooms/clock.ts'

/** Timers hold no more than 24 days, and a clock may be set: so often it is looked whether the time has come, in ms. */
const LOOK_AT_LEAST_EVERY_MS = 6 * 60 * 60_000
/** When the database gives no answer it is asked again after so long, in milliseconds. */
const ASK_AGAIN_MS = 1_000
/** A timer may fire a little before the clock has got there. */
const MARGIN_MS = 5

/**
 * Ends a socket when the time of its session is over. A session that was used meanwhile, over HTTP, lasts longer.
 * @param endsAt milliseconds since 1970
 * @param ask until when the session lasts now; null when it has ended
 * @returns stops watching
 */
export function watchSession(
  clock: Clock,
  endsAt: number,
  ask: () => Promise<number | null>,
  end: () => void,
): () => void {
  let stopped = false
  let cancel = () => {}
  const wait = (ms: number) => {
    if (!stopped) cancel = clock.after(Math.min(Math.max(ms, 0) + MARGIN_MS, LOOK_AT_LEAST_EVERY_MS), look)
  }
  const look = () => {
    const left = endsAt - clock.now()
    if (left > 0) wait(left)
    else ask().then(onAnswer, () => wait(ASK_AGAIN_MS))
  }
  const onAnswer = (lasts: number | null) => {
    if (stopped) return
    if (lasts === null) return end()
    endsAt = lasts
    wait(endsAt - clock.now())
  }
  wait(endsAt - clock.now())
  return () => {
    stopped = true
    cancel()
  }
}
