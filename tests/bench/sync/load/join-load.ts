import { rssOf } from '../process-usage.ts'
import { median, percentile } from '../statistics.ts'
import { BoardClient, holdsWithin, sleep } from './board-client.ts'
import type { Dialect, ExpectedBoard } from './dialect.ts'
import type { Figures, JoinCrowdTask, JoinTask, ServerUnderLoad } from './load-task.ts'

const COMPLETE_WITHIN_MS = 60_000
/** So long nothing more must come before the bytes that came are looked at. */
const QUIET_MS = 150

type Message = { bytes: Buffer; at: number }

/** Somebody who comes to a board and keeps every message, to be looked at when the time does not count any more. */
class Joiner {
  readonly client: BoardClient
  readonly messages: Message[] = []
  readonly #began = performance.now()

  constructor(dialect: Dialect, server: ServerUnderLoad, room: string, clientId: number) {
    const reader = {
      sink: { update() {}, cursor() {} },
      onMessage: (bytes: Buffer, start: number, end: number) => {
        this.messages.push({ bytes: Buffer.from(bytes.subarray(start, end)), at: this.client.socket.arrivedAt })
      },
    }
    this.client = new BoardClient(server, dialect, room, clientId, reader)
  }

  /**
   * Milliseconds from the first packet to the message that made the board complete.
   * @throws when it never became so
   */
  async completedAfter(dialect: Dialect, expected: ExpectedBoard): Promise<number> {
    await this.client.joined
    const deadline = performance.now() + COMPLETE_WITHIN_MS
    for (let looked = 0; performance.now() < deadline; ) {
      await holdsWithin(QUIET_MS * 20, () => performance.now() - (this.messages.at(-1)?.at ?? 0) > QUIET_MS)
      if (this.messages.length > looked) {
        looked = this.messages.length
        const bytes = this.messages.map((message) => message.bytes)
        const complete = dialect.completeAt(bytes, expected)
        const message = complete && this.messages[complete.index]
        if (message) {
          if (complete.held.length !== expected.records.length) {
            throw new Error(`a reader has ${complete.held.length} records, not ${expected.records.length}`)
          }
          return message.at - this.#began
        }
      }
      await sleep(QUIET_MS)
    }
    throw new Error('a board never became complete')
  }
}

/**
 * Joins boards that nobody has open, and then boards that somebody has. The first room only warms the server's code
 * up: what it takes is not counted.
 */
export async function runJoin(
  dialect: Dialect,
  server: ServerUnderLoad,
  task: JoinTask,
  expected: ExpectedBoard,
): Promise<Figures> {
  const cold: number[] = []
  const warm: number[] = []
  let clientId = 1_000
  let bytes = 0
  for (const [index, room] of server.rooms.entries()) {
    const host = new Joiner(dialect, server, room, clientId++)
    const first = await host.completedAfter(dialect, expected)
    if (index > 0) cold.push(first)
    host.client.reader = undefined
    for (let guest = 0; guest < task.warmJoins; guest++) {
      const joiner = new Joiner(dialect, server, room, clientId++)
      const ms = await joiner.completedAfter(dialect, expected)
      if (index > 0) warm.push(ms)
      bytes = joiner.client.documentBytes
      joiner.client.close()
    }
    host.client.close()
  }
  return { coldMs: median(cold), warmMs: median(warm), bytes, rssMb: rssOf(server.pid) / 1e6 }
}

/** Everybody joins one open board at the same moment. */
export async function runJoinCrowd(
  dialect: Dialect,
  server: ServerUnderLoad,
  task: JoinCrowdTask,
  expected: ExpectedBoard,
): Promise<Figures> {
  const [room] = server.rooms
  if (room === undefined) throw new Error('there is no room')
  const host = new Joiner(dialect, server, room, 1_000)
  await host.completedAfter(dialect, expected)
  host.client.reader = undefined
  const enough = host.client.documentBytes
  const began = performance.now()
  const times: number[] = []
  const crowd = Array.from({ length: task.clients }, (_, i) => {
    // The host's messages were read through; for the others the same number of bytes is proof enough.
    const client: BoardClient = new BoardClient(server, dialect, room, 2_000 + i, {
      sink: { update() {}, cursor() {} },
      onMessage: () => {
        if (times[i] === undefined && client.documentBytes >= enough * 0.99) times[i] = client.socket.arrivedAt - began
      },
    })
    return client
  })
  const all = await holdsWithin(COMPLETE_WITHIN_MS, () => Object.keys(times).length === task.clients)
  const missing = task.clients - Object.keys(times).length
  const closed = crowd.find(({ closedWith }) => closedWith !== undefined)?.closedWith ?? 'nothing'
  for (const client of [host.client, ...crowd]) client.close()
  if (!all) throw new Error(`${missing} of ${task.clients} never got the board; the first was closed with ${closed}`)
  const sorted = times.toSorted((a, b) => a - b)
  return {
    lastMs: percentile(sorted, 100),
    medianMs: percentile(sorted, 50),
    bytes: enough,
    rssMb: rssOf(server.pid) / 1e6,
  }
}
