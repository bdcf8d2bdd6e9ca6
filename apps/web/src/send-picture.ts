import type { Asset } from '@samtavle/shared/api'
import { ApiError } from './api-client.ts'
import type { Sending } from './send-bytes.ts'

/** How often, and after how many seconds at most each time, a server that has no room right now is asked again. */
const BUSY_TRIES = 6
const BUSY_SECONDS_MAX = 10

/**
 * Sends a picture. Where there is no room for it right now, it waits a little and comes again.
 * @throws ApiError; the signal's reason when it was cancelled
 */
export async function sendPicture(send: (sending: Sending) => Promise<Asset>, sending: Sending): Promise<Asset> {
  for (let tries = 1; ; tries++) {
    try {
      return await send(sending)
    } catch (failure) {
      const busy =
        failure instanceof ApiError && (failure.code === 'too_many_requests' || failure.code === 'unavailable')
      if (!busy || tries === BUSY_TRIES) throw failure
      await pause(Math.min(failure.retryAfter ?? tries, BUSY_SECONDS_MAX), sending.signal)
    }
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
