import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { JOINS, REFUSALS, type RoomMetrics, type RoomStats } from './rooms/room-metrics.ts'

/** Where figures come from that nobody needs to report: they are asked for when somebody asks for the metrics. */
export type MetricSources = {
  rooms: () => RoomStats
  /** Open sockets, those that wait for their board included. */
  sockets: () => number
  /** How often the upkeep of stored boards has written a snapshot since the start, and how often it failed to. */
  upkeep?: () => { compactions: number; compactionFailures: number }
  /** Milliseconds that only go forward. */
  now?: () => number
}

export type Metrics = { registry: Registry; rooms: RoomMetrics }

/** Seconds. A commit takes 1–30 ms; from 2 s on people are told that nothing is being saved. */
const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]
const JOIN_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5]

/**
 * What `/metrics` tells: the process, and the rooms. No label holds anything that names a person, a board or a socket.
 * The list for operators is in `docs/metrics.md`.
 */
export function createMetrics({ rooms, sockets, upkeep, now = () => performance.now() }: MetricSources): Metrics {
  const registry = new Registry()
  // The process, its memory and processor time, and the delay of the event loop.
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `samtavle_${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name: `samtavle_${name}`,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })

  gauge('rooms', 'Boards in memory', () => rooms().rooms)
  gauge('documents', 'Boards in memory that hold a document and not only its bytes', () => rooms().documents)
  gauge('peers', 'Sockets that have a place in a room', () => rooms().peers)
  gauge('sockets', 'Open sockets', sockets)
  gauge(
    'initial_syncs_most',
    'The most first answers to clients that were under way at once since the start',
    () => rooms().initialSyncsMost,
  )
  gauge('updates_waiting', 'Updates that are not durable yet', () => rooms().waiting)
  gauge('updates_waiting_bytes', 'Size of the updates that are not durable yet', () => rooms().waitingBytes)
  gauge('journal_commits', 'Statements that made updates durable since the start', () => rooms().commits)
  gauge('journal_healthy', '1 while updates become durable, 0 when they do not', () => Number(rooms().healthy))
  counter(
    'durability_rollback_detected_total',
    'How often the database was found to lack what it had stored',
    () => rooms().rollbacks,
  )
  if (upkeep !== undefined) {
    counter('compactions_total', 'Snapshots that were written in place of journal rows', () => upkeep().compactions)
    counter(
      'compaction_failures_total',
      'Jobs on stored boards that failed, compactions above all',
      () => upkeep().compactionFailures,
    )
  }

  // Plain numbers, because they change with every edit and are asked for a few times a minute.
  const counted = { updates: 0, deliveries: 0, rows: 0, removed: 0, degradedMs: 0 }
  let degradedSince: number | null = null
  const degradedMs = () => counted.degradedMs + (degradedSince === null ? 0 : now() - degradedSince)
  counter('updates_received_total', 'Document updates that were accepted', () => counted.updates)
  counter('deliveries_total', 'Document updates handed to sockets, one per peer', () => counted.deliveries)
  counter('rows_committed_total', 'Journal rows that became durable', () => counted.rows)
  counter('records_removed_total', 'Records that no canvas can show and that were taken out', () => counted.removed)
  counter('degraded_seconds_total', 'Time without durable updates while some waited', () => degradedMs() / 1000)

  const refusals = Object.fromEntries(REFUSALS.map((kind) => [kind, 0])) as Record<(typeof REFUSALS)[number], number>
  new Counter({
    name: 'samtavle_refusals_total',
    help: 'Frames that were refused, by reason',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset()
      for (const kind of REFUSALS) this.inc({ kind }, refusals[kind])
    },
  })

  const commitSeconds = new Histogram({
    name: 'samtavle_commit_seconds',
    help: 'Time from sending a statement with updates to its answer',
    buckets: COMMIT_BUCKETS,
    registers,
  })
  const joinSeconds = new Histogram({
    name: 'samtavle_join_seconds',
    help: 'Time from the question for a board to its bytes, by how much had to be done',
    labelNames: ['kind'],
    buckets: JOIN_BUCKETS,
    registers,
  })
  for (const kind of JOINS) joinSeconds.zero({ kind })
  const joins = Object.fromEntries(JOINS.map((kind) => [kind, joinSeconds.labels({ kind })]))

  return {
    registry,
    rooms: {
      updatesIn(count) {
        counted.updates += count
      },
      deliveries(count) {
        counted.deliveries += count
      },
      committed(rows, ms) {
        counted.rows += rows
        commitSeconds.observe(ms / 1000)
      },
      degraded(on) {
        counted.degradedMs = degradedMs()
        degradedSince = on ? now() : null
      },
      recordRemoved() {
        counted.removed += 1
      },
      refused(kind) {
        refusals[kind] += 1
      },
      joined(kind, ms) {
        joins[kind]?.observe(ms / 1000)
      },
    },
  }
}
