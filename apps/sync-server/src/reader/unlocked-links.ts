import { randomBytes } from 'node:crypto'
import type { ReadingLink } from './reader-ports.ts'

const HOURS_8 = 8 * 60 * 60 * 1000

/** Browsers that gave the passcode of a link. They hold a key that is worth nothing else; no passcode is kept. */
export type UnlockedLinks = {
  /** The key to hand over. */
  add(token: string, link: ReadingLink): string
  /** What this key opened, when it is that of this link. Whether the link is open still must be asked. */
  find(token: string, key: string | undefined): ReadingLink | undefined
}

/** In memory: after a restart the passcode is asked for again. `most`: the oldest go first. */
export function createUnlockedLinks(now: () => Date, most = 10_000): UnlockedLinks {
  const unlocked = new Map<string, { token: string; link: ReadingLink; until: number }>()
  return {
    add(token, link) {
      const key = randomBytes(24).toString('base64url')
      unlocked.set(key, { token, link, until: now().getTime() + HOURS_8 })
      const oldest = unlocked.keys().next().value
      if (unlocked.size > most && oldest !== undefined) unlocked.delete(oldest)
      return key
    },
    find(token, key) {
      const found = key === undefined ? undefined : unlocked.get(key)
      return found !== undefined && found.token === token && found.until > now().getTime() ? found.link : undefined
    },
  }
}

/** The seconds that a browser keeps the key. */
export const UNLOCKED_SECONDS = HOURS_8 / 1000
