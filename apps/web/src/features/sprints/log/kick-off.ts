import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { localDate } from './log-threads.ts'

/** Whether a sprint's kick-off is over by the clock on the wall; false when its plan has none. */
export function isKickOffOver(ends: SprintLog['sprint']['kickOffEnds'], now: Date): boolean {
  if (ends === null) return false
  const today = localDate(now)
  return today > ends.date || (today === ends.date && now.getHours() * 60 + now.getMinutes() >= ends.minute)
}
