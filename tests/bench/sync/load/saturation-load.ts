import { cpuMsOf, cpuMsOfTree, rssOf } from '../process-usage.ts'
import { assertConnected, BoardClient, holdsWithin, sleep, startEach } from './board-client.ts'
import { type Dialect, framesOf, type Script } from './dialect.ts'
import type { Figures, SaturationTask, ServerUnderLoad } from './load-task.ts'

const SETTLE_MS = 1_000
const STALL_MS = 10_000

/** One of many who write into one room; its neighbour's reading is what lets it go on. */
type Participant = { client: BoardClient; script: Script; sent: number; seen: number }

/**
 * All write into one room with a bounded number of updates under way. An update counts as taken when the writer's
 * neighbour has received it; how many deliveries there were in all is counted with every reader.
 */
export async function runSaturation(dialect: Dialect, server: ServerUnderLoad, task: SaturationTask): Promise<Figures> {
  const room = server.rooms[0]
  if (room === undefined) throw new Error('there is no room')
  let deliveries = 0
  const scripts = Array.from({ length: task.clients }, (_, index) =>
    dialect.script(room, {
      index,
      clientId: 1_000 + index,
      note: `shape:note${index}`,
      updates: task.updatesPerClient,
      cursors: 0,
    }),
  )
  const everybody: Participant[] = await startEach(scripts, 16, async (script) => {
    const client = new BoardClient(server, dialect, room, 1_000 + scripts.indexOf(script))
    await client.joined
    return { client, script, sent: 0, seen: 0 }
  })
  let over = false
  const refill = (writer: Participant) => {
    if (over) return
    const last = Math.min(writer.seen + task.window, task.updatesPerClient)
    // By half windows, as a socket write takes longer than an update.
    if (last - writer.sent < task.window / 2 && last < task.updatesPerClient) return
    if (last <= writer.sent) return
    writer.client.socket.write(framesOf(writer.script.updates, writer.sent + 1, last))
    writer.sent = last
  }
  for (const [index, { client }] of everybody.entries()) {
    const watched = (index + 1) % everybody.length
    const writer = everybody[watched] as Participant
    client.reader = {
      sink: {
        update(from, number) {
          if (from === index) return
          deliveries += 1
          if (from === watched) writer.seen = number
        },
        cursor() {},
      },
      onMessage: () => {
        if (writer.seen > writer.sent - task.window / 2) refill(writer)
      },
    }
  }
  try {
    await sleep(SETTLE_MS)
    const taken = () => everybody.reduce((sum, { seen }) => sum + seen, 0)
    const usage = () => ({
      at: performance.now(),
      cpu: cpuMsOf(server.pid),
      database: cpuMsOfTree(server.databasePid),
      taken: taken(),
      deliveries,
      own: ownMs(),
    })
    for (const writer of everybody) refill(writer)
    await sleep(task.warmMs)
    const start = usage()
    // Who runs out of prepared updates ends the measuring: from then on there would be fewer than were asked for.
    await holdsWithin(task.measureMs, () => everybody.some(({ sent }) => sent >= task.updatesPerClient))
    const end = usage()
    over = true
    if (end.taken === start.taken) throw new Error('no update came through')
    const ms = end.at - start.at
    await holdsWithin(STALL_MS, () => everybody.every(({ sent, seen }) => seen >= sent))
    assertConnected(everybody.map(({ client }) => client))
    return {
      updatesPerSecond: ((end.taken - start.taken) * 1000) / ms,
      deliveriesPerSecond: ((end.deliveries - start.deliveries) * 1000) / ms,
      cpuUsPerDelivery: ((end.cpu - start.cpu) * 1000) / (end.deliveries - start.deliveries),
      serverLoad: (end.cpu - start.cpu) / ms,
      databaseLoad: (end.database - start.database) / ms,
      generatorLoad: (end.own - start.own) / ms,
      measuredMs: ms,
      missing: everybody.reduce((sum, { sent, seen }) => sum + sent - seen, 0),
      rssMb: rssOf(server.pid) / 1e6,
    }
  } finally {
    for (const { client } of everybody) client.close()
  }
}

function ownMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
