import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** Figures of the rooms at this moment. */
export type RoomStats = {
  rooms: number
  peers: number
  waiting: number
  waitingBytes: number
  commits: number
  healthy: boolean
}

/** What `/metrics` tells: the process, and the rooms as they are when somebody asks. */
export function createMetrics(stats: () => RoomStats): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: (now: RoomStats) => number) =>
    new Gauge({
      name: `samtavle_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read(stats()))
      },
    })
  gauge('rooms', 'Boards in memory', (now) => now.rooms)
  gauge('peers', 'Open sockets in rooms', (now) => now.peers)
  gauge('updates_waiting', 'Updates that are not durable yet', (now) => now.waiting)
  gauge('updates_waiting_bytes', 'Size of the updates that are not durable yet', (now) => now.waitingBytes)
  gauge('journal_commits', 'Statements that made updates durable since the start', (now) => now.commits)
  gauge('journal_healthy', '1 while updates become durable, 0 when they do not', (now) => Number(now.healthy))
  return registry
}
