import { cpuMsOf, cpuMsOfTree, rssOf } from '../process-usage.ts'
import { percentile } from '../statistics.ts'
import { assertConnected, BoardClient, holdsWithin, keepAllAlive, sleep, startEach } from './board-client.ts'
import { type Dialect, framesOf, type Script } from './dialect.ts'
import type { FanOutTask, Figures, ServerUnderLoad } from './load-task.ts'
import type { MarkSink } from './mark.ts'

const SETTLE_MS = 1_000
const DRAIN_MS = 5_000
/** So many messages go out before what arrived is read, also when the generator is behind. */
const SENDS_AT_ONCE = 50

/** Latencies in milliseconds, in a list that never has to grow while it is written to. */
class Latencies {
  readonly #values: Float32Array
  count = 0

  constructor(capacity: number) {
    this.#values = new Float32Array(capacity)
  }

  add(ms: number): void {
    if (this.count < this.#values.length) this.#values[this.count++] = ms
  }

  sorted(): Float32Array {
    return this.#values.slice(0, this.count).sort()
  }
}

/** When each message of a room was sent, and what became of it. */
class RoomMeter {
  readonly updatesSentAt: Float64Array[]
  readonly cursorsSentAt: Float64Array[]

  constructor(writers: number, messages: number) {
    this.updatesSentAt = Array.from({ length: writers }, () => new Float64Array(messages + 1))
    this.cursorsSentAt = Array.from({ length: writers }, () => new Float64Array(messages + 1))
  }
}

/** Counts all that arrives anywhere; latencies only of what was sent while measuring. */
class Meter {
  deliveries = 0
  measured = { updates: 0, cursors: 0 }
  measureFrom = Number.POSITIVE_INFINITY
  measureTo = Number.POSITIVE_INFINITY
  readonly updates: Latencies
  readonly cursors: Latencies

  constructor(capacity: number) {
    this.updates = new Latencies(capacity)
    this.cursors = new Latencies(capacity)
  }

  /** What one client, which is not told of its own writing, hands on. */
  sinkFor(client: { socket: { arrivedAt: number } }, room: RoomMeter, own: number): MarkSink {
    const note = (sentAt: number | undefined, latencies: Latencies) => {
      if (sentAt === undefined || sentAt === 0) return
      this.deliveries += 1
      if (sentAt >= this.measureFrom && sentAt < this.measureTo) latencies.add(client.socket.arrivedAt - sentAt)
    }
    return {
      update: (writer, number) => {
        if (writer !== own) note(room.updatesSentAt[writer]?.[number], this.updates)
      },
      cursor: (writer, number) => {
        if (writer !== own) note(room.cursorsSentAt[writer]?.[number], this.cursors)
      },
    }
  }
}

type Sender = { client: BoardClient; script: Script; meter: RoomMeter; writer: number }

/** Opens everybody's socket and puts the writers, mixed over the rooms, in a row. */
async function assemble(dialect: Dialect, server: ServerUnderLoad, task: FanOutTask, messages: number, meter: Meter) {
  const places = server.rooms.flatMap((room) => {
    const roomMeter = new RoomMeter(task.writersPerRoom, messages)
    return Array.from({ length: task.clientsPerRoom }, (_, index) => ({ room, roomMeter, index }))
  })
  const scripts = places.map(({ room, index }) =>
    index < task.writersPerRoom
      ? dialect.script(room, {
          index,
          clientId: 1_000 + index,
          note: `shape:note${index}`,
          updates: messages,
          cursors: messages,
        })
      : undefined,
  )
  const clients = await startEach(places, 16, async ({ room, roomMeter, index }) => {
    const client = new BoardClient(server, dialect, room, 1_000 + index)
    await client.joined
    client.reader = { sink: meter.sinkFor(client, roomMeter, index) }
    return client
  })
  const senders = places.flatMap(({ roomMeter, index }, i): Sender[] => {
    const [client, script] = [clients[i], scripts[i]]
    return client && script ? [{ client, script, meter: roomMeter, writer: index }] : []
  })
  // The first writer of every room, then the second: neighbours in time are not neighbours in a room.
  senders.sort((a, b) => a.writer - b.writer)
  return { clients, senders }
}

/** @throws when a client is not let in or loses its connection. */
export async function runFanOut(dialect: Dialect, server: ServerUnderLoad, task: FanOutTask): Promise<Figures> {
  const messages = Math.ceil(((task.warmMs + task.measureMs) / 1000) * task.hertz)
  const perMessage = task.clientsPerRoom - 1
  const capacity = server.rooms.length * task.writersPerRoom * messages * perMessage
  const meter = new Meter(capacity)
  const { clients, senders } = await assemble(dialect, server, task, messages, meter)
  const keepAlive = keepAllAlive(clients, dialect)
  try {
    await sleep(SETTLE_MS)
    const figures = await pace(senders, messages, task, meter, perMessage, server)
    assertConnected(clients)
    return figures
  } finally {
    clearInterval(keepAlive)
    for (const client of clients) client.close()
  }
}

async function pace(
  senders: readonly Sender[],
  messages: number,
  task: FanOutTask,
  meter: Meter,
  perMessage: number,
  { pid, databasePid }: ServerUnderLoad,
): Promise<Figures> {
  // Everybody's updates and cursors, spread evenly over the period: first half updates, second half cursors.
  const slots = senders.length * 2
  const slotMs = 1000 / task.hertz / slots
  const total = slots * messages
  const began = performance.now()
  meter.measureFrom = began + task.warmMs
  const usage = () => ({
    cpu: cpuMsOf(pid),
    deliveries: meter.deliveries,
    at: performance.now(),
    database: cpuMsOfTree(databasePid),
    own: process.cpuUsage().user + process.cpuUsage().system,
  })
  let start: ReturnType<typeof usage> | undefined
  let measuredSends = 0
  const late = new Latencies(total)
  for (let next = 0; next < total; ) {
    const now = performance.now()
    if (start === undefined && now >= meter.measureFrom) start = usage()
    let sends = 0
    while (next < total && began + next * slotMs <= performance.now() && sends++ < SENDS_AT_ONCE) {
      const sender = senders[(next % slots) % senders.length] as Sender
      const isCursor = next % slots >= senders.length
      const number = Math.floor(next / slots) + 1
      const at = performance.now()
      late.add(at - began - next * slotMs)
      const sentAt = isCursor ? sender.meter.cursorsSentAt : sender.meter.updatesSentAt
      ;(sentAt[sender.writer] as Float64Array)[number] = at
      sender.client.socket.write(framesOf(isCursor ? sender.script.cursors : sender.script.updates, number))
      if (!isCursor && at >= meter.measureFrom) measuredSends += 1
      next += 1
    }
    // With a timer even when behind: only then are sockets read.
    await sleep(1)
  }
  const end = usage()
  if (start === undefined) throw new Error('there was nothing to measure')
  const expected = measuredSends * perMessage
  await holdsWithin(DRAIN_MS, () => meter.updates.count >= expected)
  const updates = meter.updates.sorted()
  const cursors = meter.cursors.sorted()
  const deliveries = end.deliveries - start.deliveries
  const cpuMs = end.cpu - start.cpu
  return {
    p50Ms: percentile(updates, 50),
    p99Ms: percentile(updates, 99),
    maxMs: percentile(updates, 100),
    cursorP99Ms: percentile(cursors, 99),
    cpuUsPerDelivery: (cpuMs * 1000) / deliveries,
    cpuMs,
    deliveriesPerSecond: (deliveries * 1000) / (end.at - start.at),
    lateMs: percentile(late.sorted(), 99),
    missing: expected - meter.updates.count,
    rssMb: rssOf(pid) / 1e6,
    databaseLoad: (end.database - start.database) / (end.at - start.at),
    generatorLoad: (end.own - start.own) / 1000 / (end.at - start.at),
  }
}
