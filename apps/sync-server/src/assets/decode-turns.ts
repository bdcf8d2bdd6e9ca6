import { AppError } from '@samtavle/shared/errors'

/** Decodes at once, and pixels in them together: two of the largest would fill the memory of a small machine. */
const AT_ONCE = 2
const PIXELS_AT_ONCE = 40_000_000
/** Who comes when so many wait is asked to come back. */
const WAITING_MAX = 16

type Waiting = { pixels: number; go: () => void }

/**
 * Lets few decodes run at once and the others wait, in the order in which they came.
 * @throws AppError `too_many_requests` when too many wait; else what the work throws.
 */
export function createDecodeTurns() {
  const waiting: Waiting[] = []
  let running = 0
  let pixelsRunning = 0

  function fits(pixels: number): boolean {
    return running === 0 || (running < AT_ONCE && pixelsRunning + pixels <= PIXELS_AT_ONCE)
  }

  function begin(pixels: number): void {
    running += 1
    pixelsRunning += pixels
  }

  function end(pixels: number): void {
    running -= 1
    pixelsRunning -= pixels
    for (let next = waiting[0]; next !== undefined && fits(next.pixels); next = waiting[0]) {
      waiting.shift()
      begin(next.pixels)
      next.go()
    }
  }

  return async <T>(pixels: number, work: () => Promise<T>): Promise<T> => {
    if (waiting.length === 0 && fits(pixels)) begin(pixels)
    else {
      if (waiting.length >= WAITING_MAX) {
        throw new AppError('too_many_requests', 'too many pictures at once', { retryAfter: 3 })
      }
      await new Promise<void>((resolve) => waiting.push({ pixels, go: resolve }))
    }
    try {
      return await work()
    } finally {
      end(pixels)
    }
  }
}
