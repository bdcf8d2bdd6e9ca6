import type { Clock } from './clock.ts'
import type { Fanout } from './fanout.ts'
import type { Maintenance } from './maintenance.ts'
import type { WriterRoom } from './pending-update.ts'
import type { PresenceRounds } from './presence-rounds.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomMetrics } from './room-metrics.ts'
import type { RoomWriter } from './room-writer.ts'
import type { SyncGate } from './sync-gate.ts'

/** What a room works with; the registry makes it. */
export type RoomDeps = {
  writer: RoomWriter
  fanout: Fanout
  clock: Clock
  log: RoomLog
  maintenance: Maintenance
  metrics: RoomMetrics
  gate: SyncGate
  rateLimits: boolean
  presenceRounds: PresenceRounds
  /** Called when nobody is here any more and nothing waits for the store. */
  onIdle: (room: WriterRoom) => void
}
