import type { Clock } from '../../apps/sync-server/src/rooms/clock.ts'

type Timer = { at: number; task: () => void }

/** A clock that stands still until a test moves it. */
export type ManualClock = Clock & {
  /** Moves time forward, running what falls due in order. */
  advance(ms: number): void
  /** Ends the turn of the event loop: runs what waits for that. */
  turn(): void
  /** How many timers are set. */
  waiting(): number
}

export function createManualClock(start = Date.UTC(2026, 0, 5, 8)): ManualClock {
  let now = start
  const timers = new Set<Timer>()
  let endings: (() => void)[] = []
  return {
    now: () => now,
    after(ms, task) {
      const timer = { at: now + ms, task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    endOfTurn: (task) => void endings.push(task),
    advance(ms) {
      const until = now + ms
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
        if (due === undefined) break
        timers.delete(due)
        now = Math.max(now, due.at)
        due.task()
      }
      now = until
    },
    waiting: () => timers.size,
    turn() {
      const due = endings
      endings = []
      for (const task of due) task()
    },
  }
}

/** Lets every promise that can go on do so. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
}
