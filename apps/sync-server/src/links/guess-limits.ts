import { isIPv6 } from 'node:net'
import { AppError } from '@samtavle/shared/errors'
import { createAttemptLimit } from '../accounts/sign-in-limits.ts'

type DelayRule = {
  /** So many misses are free. */
  free: number
  /** Then the wait doubles from a second to this, in ms. */
  longestMs: number
  /** A miss is forgotten after so long, in ms. */
  forgetMs: number
  now: () => number
}

/** How many keys are remembered; the one that was quiet for longest goes first. */
const KEYS_MAX = 10_000

/** An attempt counts as missed until it is `found`, so that many at the same time cannot all slip through. */
export type Attempt = { found(): void }

/** Lets each key wait longer after each miss. In memory: after a restart everybody starts anew. */
export function createGrowingDelay({ free, longestMs, forgetMs, now }: DelayRule) {
  const misses = new Map<string, { count: number; at: number }>()
  return {
    /** @throws AppError `too_many_requests` with the seconds until the next attempt is possible. */
    count(key: string): Attempt {
      const before = misses.get(key)
      const count = before === undefined ? 0 : Math.max(0, before.count - Math.floor((now() - before.at) / forgetMs))
      const waitMs = count < free ? 0 : Math.min(longestMs, 1_000 * 2 ** (count - free))
      const leftMs = (before?.at ?? 0) + waitMs - now()
      if (waitMs > 0 && leftMs > 0)
        throw new AppError('too_many_requests', 'too many tries', { retryAfter: leftMs / 1000 })
      misses.delete(key)
      misses.set(key, { count: count + 1, at: now() })
      const quietest = misses.keys().next().value
      if (misses.size > KEYS_MAX && quietest !== undefined) misses.delete(quietest)
      return {
        found() {
          const since = misses.get(key)
          if (since !== undefined) misses.set(key, { ...since, count: Math.max(0, since.count - 1) })
        },
      }
    },
  }
}

/** Bounds on guessing at share links. */
export type GuessLimits = {
  /** A secret behind a #; there is nothing to guess at, so this is for those who try all the same. */
  secret(address: string): Attempt
  /** A code from a wall: short, so that waiting is what protects it. */
  code(address: string): Attempt
  /** A passcode of one link, from this address where that is known. */
  passcode(linkId: string, address: string | undefined): Attempt
}

const MINUTE = 60_000

/** A home or a phone has a whole /64 of IPv6 addresses to itself. */
const networkOf = (address: string): string =>
  isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address

/** `enabled: false` is for benchmarks. */
export function createGuessLimits({ now, enabled }: { now: () => number; enabled: boolean }): GuessLimits {
  if (!enabled) {
    const free = { found() {} }
    return { secret: () => free, code: () => free, passcode: () => free }
  }
  const secrets = createGrowingDelay({ free: 20, longestMs: MINUTE, forgetMs: MINUTE, now })
  const codes = createGrowingDelay({ free: 8, longestMs: 15 * MINUTE, forgetMs: 10 * MINUTE, now })
  const passcodes = createGrowingDelay({ free: 5, longestMs: 15 * MINUTE, forgetMs: 10 * MINUTE, now })
  // Whoever has many addresses is slowed by the link itself.
  const perLink = createAttemptLimit({ limit: 50, windowMs: 15 * MINUTE, now })
  return {
    secret: (address) => secrets.count(networkOf(address)),
    code: (address) => codes.count(networkOf(address)),
    passcode(linkId, address) {
      perLink.check(linkId)
      const attempt = address === undefined ? undefined : passcodes.count(`${linkId} ${networkOf(address)}`)
      perLink.record(linkId)
      return { found: () => attempt?.found() }
    },
  }
}
