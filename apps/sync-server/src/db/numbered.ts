import { AppError } from '@samtavle/shared/errors'

/** As often as somebody else may take the number that a row was about to get. */
const TRIES = 40

/**
 * Runs a statement, or a transaction, that gives the next number itself. Of two at once one finds its number taken, and is
 * run again: so there are no gaps.
 */
export async function numbered<Result>(statement: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return await statement()
    } catch (error) {
      if ((error as { code?: unknown }).code !== '23505') throw error
    }
  }
  throw new AppError('unavailable', 'too many write to this log at once', { retryAfter: 2 })
}
