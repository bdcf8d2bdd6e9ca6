import { CLOSE, type CloseReason } from '@samtavle/shared/protocol'

/** Why a connection has ended for good. */
export type EndReason = Exclude<CloseReason, 'restart' | 'overloaded' | 'unavailable'>

export function isFinal(reason: CloseReason): reason is EndReason {
  return !CLOSE[reason].retry
}

/** What `GET /api/boards/:id` says when a socket cannot be opened: a browser only tells "1006". */
export type Probe = () => Promise<EndReason | 'available' | 'unreachable'>
