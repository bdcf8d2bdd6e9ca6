import { rssOf } from '../process-usage.ts'
import { assertConnected, BoardClient, keepAllAlive, sleep, startEach } from './board-client.ts'
import type { Dialect } from './dialect.ts'
import type { Figures, MemoryTask, ServerUnderLoad } from './load-task.ts'

const SETTLE_MS = 3_000

/** What many open boards take, and what is left of it when nobody is there any more. */
export async function runMemory(dialect: Dialect, server: ServerUnderLoad, task: MemoryTask): Promise<Figures> {
  // One visit first: code and buffers that every server needs are not the boards'.
  const [first, ...rooms] = server.rooms
  if (first === undefined) throw new Error('there is no room')
  const visitor = new BoardClient(server, dialect, first, 999)
  await visitor.joined
  const present = [visitor]
  const keepAlive = keepAllAlive(present, dialect)
  await sleep(SETTLE_MS)
  const empty = rssOf(server.pid)
  await startEach(rooms, 8, async (room) => {
    const client = new BoardClient(server, dialect, room, 1_000)
    await client.joined
    present.push(client)
  })
  await sleep(SETTLE_MS)
  const open = rssOf(server.pid)
  assertConnected(present)
  clearInterval(keepAlive)
  for (const client of present) client.close()
  await sleep(task.afterMs)
  const after = rssOf(server.pid)
  await sleep(task.afterMs)
  const later = rssOf(server.pid)
  return {
    emptyMb: empty / 1e6,
    openMb: (open - empty) / 1e6,
    afterMb: (after - empty) / 1e6,
    afterOfEmpty: after / empty,
    laterOfEmpty: later / empty,
  }
}
