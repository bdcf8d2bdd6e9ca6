import { AppError } from '@samtavle/shared/errors'

/** Uploads under way in this process; each may hold 10 MB. */
const AT_ONCE = 12
/** So that nobody takes all of them. */
const EACH = 3

/**
 * Lets few uploads come in at once: what is refused here has not been read yet.
 * @throws AppError `too_many_requests`; else what the work throws.
 */
export function createUploadTurns() {
  const coming = new Map<string, number>()
  let all = 0
  return async <T>(userId: string, work: () => Promise<T>): Promise<T> => {
    const own = coming.get(userId) ?? 0
    if (own >= EACH || all >= AT_ONCE) {
      throw new AppError('too_many_requests', 'too many uploads at once', { retryAfter: 2 })
    }
    coming.set(userId, own + 1)
    all += 1
    try {
      return await work()
    } finally {
      all -= 1
      const left = (coming.get(userId) ?? 1) - 1
      if (left === 0) coming.delete(userId)
      else coming.set(userId, left)
    }
  }
}
