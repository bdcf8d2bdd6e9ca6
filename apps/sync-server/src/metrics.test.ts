import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

function start() {
  let time = 0
  const stats = {
    rooms: 2,
    documents: 1,
    peers: 3,
    waiting: 4,
    waitingBytes: 500,
    commits: 6,
    healthy: true,
    rollbacks: 8,
    initialSyncsMost: 7,
  }
  const upkeep = { compactions: 7, compactionFailures: 1 }
  const metrics = createMetrics({ rooms: () => stats, sockets: () => 5, upkeep: () => upkeep, now: () => time })
  return {
    ...metrics,
    stats,
    upkeep,
    pass: (ms: number) => {
      time += ms
    },
    /** The value of one line, by its name with labels. */
    async read(line: string): Promise<number | undefined> {
      const text = await metrics.registry.metrics()
      const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `))
      return found === undefined ? undefined : Number(found.slice(line.length + 1))
    },
  }
}

test('figures of the rooms and of the upkeep are those of the moment of asking', async () => {
  const { read, stats, upkeep } = start()
  expect(await read('samtavle_rooms')).toBe(2)
  expect(await read('samtavle_documents')).toBe(1)
  expect(await read('samtavle_durability_rollback_detected_total')).toBe(8)
  expect(await read('samtavle_peers')).toBe(3)
  expect(await read('samtavle_initial_syncs_most')).toBe(7)
  expect(await read('samtavle_sockets')).toBe(5)
  expect(await read('samtavle_updates_waiting')).toBe(4)
  expect(await read('samtavle_updates_waiting_bytes')).toBe(500)
  expect(await read('samtavle_compactions_total')).toBe(7)
  expect(await read('samtavle_compaction_failures_total')).toBe(1)
  stats.healthy = false
  upkeep.compactions = 8
  expect(await read('samtavle_journal_healthy')).toBe(0)
  expect(await read('samtavle_compactions_total')).toBe(8)
})

test('what rooms report is summed, asking twice adds nothing', async () => {
  const { read, rooms } = start()
  rooms.updatesIn(2)
  rooms.updatesIn(1)
  rooms.deliveries(40)
  rooms.committed(3, 4)
  rooms.committed(9, 3_000)
  rooms.refused('policy')
  rooms.refused('policy')
  rooms.joined('cold', 30)
  for (let i = 0; i < 2; i++) {
    expect(await read('samtavle_updates_received_total')).toBe(3)
    expect(await read('samtavle_deliveries_total')).toBe(40)
    expect(await read('samtavle_rows_committed_total')).toBe(12)
    expect(await read('samtavle_refusals_total{kind="policy"}')).toBe(2)
  }
  expect(await read('samtavle_refusals_total{kind="nesting"}')).toBe(0)
  expect(await read('samtavle_commit_seconds_count')).toBe(2)
  expect(await read('samtavle_commit_seconds_bucket{le="0.002"}')).toBe(0)
  expect(await read('samtavle_commit_seconds_bucket{le="0.005"}')).toBe(1)
  expect(await read('samtavle_commit_seconds_bucket{le="5"}')).toBe(2)
  expect(await read('samtavle_join_seconds_count{kind="cold"}')).toBe(1)
  expect(await read('samtavle_join_seconds_count{kind="warm"}')).toBe(0)
})

test('degraded time is summed, also while it lasts', async () => {
  const { read, rooms, pass } = start()
  pass(5_000)
  expect(await read('samtavle_degraded_seconds_total')).toBe(0)
  rooms.degraded(true)
  pass(1_500)
  expect(await read('samtavle_degraded_seconds_total')).toBe(1.5)
  rooms.degraded(true)
  pass(500)
  rooms.degraded(false)
  rooms.degraded(false)
  pass(60_000)
  expect(await read('samtavle_degraded_seconds_total')).toBe(2)
  rooms.degraded(true)
  pass(1_000)
  expect(await read('samtavle_degraded_seconds_total')).toBe(3)
})

test('the process tells its memory, its processor time and the delay of its event loop', async () => {
  const { read } = start()
  for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total']) {
    expect(await read(name), name).toBeGreaterThan(0)
  }
  for (const name of ['nodejs_eventloop_lag_p50_seconds', 'nodejs_eventloop_lag_p99_seconds']) {
    expect(await read(name), name).toBeTypeOf('number')
  }
})

test('without upkeep there are no figures of it, and no metric has a label that could name anything', async () => {
  const { registry } = createMetrics({ rooms: () => start().stats, sockets: () => 0 })
  const text = await registry.metrics()
  expect(text).not.toContain('compactions')
  const labels = new Set(
    [...text.matchAll(/^(?:samtavle_\w+)\{([^}]*)\}/gm)].flatMap(([, list = '']) => list.match(/\w+(?==)/g)),
  )
  expect([...labels].sort()).toEqual(['kind', 'le'])
})
