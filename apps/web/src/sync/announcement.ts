import type { RoomState } from '@samtavle/shared/protocol'
import { isOffline, type SavedName, severityOf } from './saved-state.ts'

/** What was last said aloud about saving, and how bad that was. */
export type Announced = Readonly<{ severity: 0 | 1 | 2; offline: boolean }>

export const NOTHING_ANNOUNCED: Announced = { severity: 0, offline: false }

/** What to say aloud now: it got worse; it is over, after the connection was lost or after the server could not save. */
export type Announcement = 'worse' | 'connected' | 'saves' | null

/** Each trouble is said once, when it rises, and its end once. On the way back through *saving* nothing is over yet. */
export function nextAnnouncement(
  before: Announced,
  saved: SavedName,
  room: RoomState,
): { announced: Announced; say: Announcement } {
  const severity = severityOf(saved, room)
  if (severity === 0 && saved !== 'saved') return { announced: before, say: null }
  const offline = isOffline(saved)
  if (severity === 0) {
    const say = before.severity === 0 ? null : before.offline ? 'connected' : 'saves'
    return { announced: NOTHING_ANNOUNCED, say }
  }
  return {
    announced: { severity, offline: offline || (before.offline && before.severity > 0) },
    say: severity > before.severity ? 'worse' : null,
  }
}
