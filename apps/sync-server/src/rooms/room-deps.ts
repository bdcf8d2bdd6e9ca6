import type { BoardBounds } from './board-bound.ts'
import type { Clock } from './clock.ts'
import type { DocStore } from './doc-store.ts'
import type { Fanout } from './fanout.ts'
import type { Maintenance } from './maintenance.ts'
import type { WriterRoom } from './pending-update.ts'
import type { PresenceRounds } from './presence-rounds.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomMetrics } from './room-metrics.ts'
import type { DurabilityMode, RoomWriter } from './room-writer.ts'
import type { StatementRests } from './statement-pace.ts'
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
  bounds: BoardBounds
  rateLimits: boolean
  presenceRounds: PresenceRounds
  /** Called when nobody is here any more and nothing waits for the store. */
  onIdle: (room: WriterRoom) => void
}

/** What the rooms of a server work with. */
export type RegistryDeps = {
  store: DocStore
  fanout: Fanout
  clock: Clock
  log: RoomLog
  maintenance?: Maintenance
  metrics?: RoomMetrics
  /** What happens to edits while nothing can be stored; `available` unless the operator says otherwise. */
  durability?: DurabilityMode
  /** How large boards may become; `BOARD_BOUNDS` but in tests. */
  bounds?: BoardBounds
  /** False on loopback for benchmarks only. */
  rateLimits?: boolean
  rests?: StatementRests
  /** How long presence may wait for an update to go out with, in milliseconds; 0 is the end of the turn. */
  presenceEveryMs?: number
  /** Told when the last board has left memory. */
  onEmpty?: () => void
}
