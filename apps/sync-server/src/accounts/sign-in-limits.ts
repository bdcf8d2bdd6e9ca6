import { AppError } from '@samtavle/shared/errors'

/** How many attempts one key has in a window of time. */
export type AttemptLimit = {
  /** @throws AppError `too_many_requests` with the seconds until the next attempt is possible. */
  check(key: string): void
  record(key: string): void
  forget(key: string): void
}

export type LimitRule = {
  limit: number
  windowMs: number
  now: () => number
  /** How many keys are remembered; the one that was quiet for longest goes first. */
  maxKeys?: number
}

/** Sliding window in memory: after a restart everybody starts anew, which a restart every few minutes could not help. */
export function createAttemptLimit({ limit, windowMs, now, maxKeys = 10_000 }: LimitRule): AttemptLimit {
  const attempts = new Map<string, number[]>()

  function recent(key: string): number[] {
    const since = now() - windowMs
    return attempts.get(key)?.filter((at) => at > since) ?? []
  }

  return {
    check(key) {
      const times = recent(key)
      if (times.length < limit) return
      // The attempt that has to grow old before there is room again.
      const oldest = times[times.length - limit] ?? now()
      throw new AppError('too_many_requests', 'too many attempts', { retryAfter: (oldest + windowMs - now()) / 1000 })
    },
    record(key) {
      const times = [...recent(key), now()].slice(-limit)
      attempts.delete(key)
      attempts.set(key, times)
      const quietest = attempts.keys().next().value
      if (attempts.size > maxKeys && quietest !== undefined) attempts.delete(quietest)
    },
    forget(key) {
      attempts.delete(key)
    },
  }
}

/** Bounds on guessing passwords and the secrets of links. */
export type SignInLimits = {
  /**
   * Begins an attempt at an account's password. It counts as failed until `succeeded`, so that many at the same time
   * cannot all slip through.
   * @returns what to call when it is this attempt's turn, and when it succeeded.
   * @throws AppError `too_many_requests`, also out of `admit`.
   */
  beginSignIn(account: string, address: string): { admit(): void; failed(): void; succeeded(): void }
  /** @throws AppError `too_many_requests` for an address that guessed at too many links. */
  checkLink(address: string): void
  /** Counts a link that does not exist or no longer works. */
  linkFailed(address: string): void
}

const MINUTE = 60_000

/** 5 failures in 15 minutes per account, 20 in a minute per address. `enabled: false` is for benchmarks. */
export function createSignInLimits({ now, enabled }: { now: () => number; enabled: boolean }): SignInLimits {
  if (!enabled) {
    const nothing = () => {}
    const free = { admit: nothing, failed: nothing, succeeded: nothing }
    return { beginSignIn: () => free, checkLink: nothing, linkFailed: nothing }
  }
  const accounts = createAttemptLimit({ limit: 5, windowMs: 15 * MINUTE, now })
  const addresses = createAttemptLimit({ limit: 20, windowMs: MINUTE, now })
  const links = createAttemptLimit({ limit: 20, windowMs: MINUTE, now })
  return {
    beginSignIn(account, address) {
      addresses.check(address)
      accounts.check(account)
      accounts.record(account)
      return {
        admit: () => addresses.check(address),
        failed: () => addresses.record(address),
        succeeded: () => accounts.forget(account),
      }
    },
    checkLink: (address) => links.check(address),
    linkFailed: (address) => links.record(address),
  }
}
