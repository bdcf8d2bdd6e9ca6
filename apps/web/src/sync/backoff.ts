const BASE_MS = 500
const CAP_MS = 30_000

/**
 * How long to wait before the next attempt, in ms: full jitter under a ceiling that doubles from 0.5 to 30 s, so that
 * thirty browsers that lost one server do not come back in the same moment.
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(failures, 16))
  return Math.round(random() * ceiling)
}

const RESTART_MS = 250

/** The first attempt after a server said that it restarts or wants a new sync, in ms: soon, yet not all at once. */
export function restartMs(random: () => number = Math.random): number {
  return Math.round(random() * RESTART_MS)
}
