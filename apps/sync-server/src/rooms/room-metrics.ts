/** Why something was refused. The list is closed: a metric's labels must not grow with what clients send. */
export const REFUSALS = [
  'badData',
  'readonly',
  'rateLimit',
  'pending',
  'nesting',
  'policy',
  'full',
  'overloaded',
] as const
export type Refusal = (typeof REFUSALS)[number]

/**
 * `warm`: the room was in memory. `cold`: the board was loaded first. `difference`: a client that had an older state got
 * what it lacked.
 */
export const JOINS = ['warm', 'cold', 'difference'] as const
export type JoinKind = (typeof JOINS)[number]

/** What rooms count. Called on every edit: calls return at once, never throw and allocate nothing. */
export interface RoomMetrics {
  /** Document frames that were accepted. */
  updatesIn(count: number): void
  /** Document frames handed to sockets, one per peer. */
  deliveries(count: number): void
  /** A statement made so many rows durable; milliseconds from sending it to its answer. */
  committed(rows: number, ms: number): void
  /** Whether updates of this node wait longer for their commit than they should. Saying it twice does nothing. */
  degraded(on: boolean): void
  refused(kind: Refusal): void
  /** A record that no canvas can show was taken out. */
  recordRemoved(): void
  /** Milliseconds from the first question for the board to its bytes being handed to the socket. */
  joined(kind: JoinKind, ms: number): void
}

/** Counts nothing. */
export const NO_METRICS: RoomMetrics = {
  updatesIn() {},
  deliveries() {},
  committed() {},
  degraded() {},
  refused() {},
  recordRemoved() {},
  joined() {},
}

/** Figures of the rooms at this moment. */
export type RoomStats = {
  rooms: number
  /** How many of the rooms hold their board as a document; the others hold its bytes. */
  documents: number
  peers: number
  waiting: number
  waitingBytes: number
  commits: number
  healthy: boolean
  /** How often the store was found to have lost what it had stored. */
  rollbacks: number
  /** The most whole boards that were ever on their way to clients at once. */
  initialSyncsMost: number
}
