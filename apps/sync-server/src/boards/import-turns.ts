import { AppError } from '@samtavle/shared/errors'

/** Imports under way in this process. Each may hold a file of 20 MB, read and parsed, some 150 MB of memory. */
const AT_ONCE = 2

/**
 * Lets each person import one board at a time, and few people at once: what is refused here has not been read yet.
 * @throws AppError `too_many_requests`; else what the work throws.
 */
export function createImportTurns() {
  const importing = new Set<string>()
  return async <T>(userId: string, work: () => Promise<T>): Promise<T> => {
    if (importing.has(userId) || importing.size >= AT_ONCE) {
      throw new AppError('too_many_requests', 'another import is under way', { retryAfter: 10 })
    }
    importing.add(userId)
    try {
      return await work()
    } finally {
      importing.delete(userId)
    }
  }
}
