import { BoardClient, sleep, startEach } from './board-client.ts'
import { type Dialect, type ExpectedBoard, framesOf } from './dialect.ts'
import type { Figures, KillTask, ReadBackTask, ServerUnderLoad } from './load-task.ts'
import { scanCoordinate } from './mark.ts'

/** So many updates are ready for each writer: more than it can send before the kill. */
const READY = 2_000

/**
 * Writes until the server is killed in the midst of it (SIGKILL, by the id of the process that the bench started).
 * @returns the newest number of each writer that somebody else had seen, as `seen<writer>`
 */
export async function runKill(dialect: Dialect, server: ServerUnderLoad, task: KillTask): Promise<Figures> {
  const [room] = server.rooms
  if (room === undefined) throw new Error('there is no room')
  const scripts = Array.from({ length: task.writers }, (_, index) =>
    dialect.script(room, {
      index,
      clientId: 1_000 + index,
      note: `shape:note${index}`,
      updates: READY,
      cursors: 0,
    }),
  )
  const seen = new Array<number>(task.writers).fill(0)
  const clients = await startEach([...Array(task.clients).keys()], 8, async (index) => {
    const client = new BoardClient(server, dialect, room, 1_000 + index)
    await client.joined
    client.reader = {
      sink: {
        update(writer, number) {
          if (writer !== index && number > (seen[writer] ?? 0)) seen[writer] = number
        },
        cursor() {},
      },
    }
    return client
  })
  const began = performance.now()
  let sent = 0
  for (let number = 1; number <= READY && performance.now() < began + task.killAfterMs; number++) {
    for (const [index, script] of scripts.entries()) clients[index]?.socket.write(framesOf(script.updates, number))
    sent = number
    await sleep(task.everyMs)
  }
  process.kill(server.pid, 'SIGKILL')
  // What the server had handed to the kernel still arrives, and has been seen.
  await sleep(300)
  for (const client of clients) client.close()
  return { sent, ...Object.fromEntries(seen.map((number, writer) => [`seen${writer}`, number])) }
}

/** @returns the number at which each writer's note stands in the board, as `stored<writer>`; 0 when it was never moved */
export async function runReadBack(
  dialect: Dialect,
  server: ServerUnderLoad,
  task: ReadBackTask,
  board: ExpectedBoard,
): Promise<Figures> {
  const [room] = server.rooms
  if (room === undefined) throw new Error('there is no room')
  const messages: Buffer[] = []
  const client = new BoardClient(server, dialect, room, 1_000, {
    sink: { update() {}, cursor() {} },
    onMessage: (bytes, start, end) => messages.push(Buffer.from(bytes.subarray(start, end))),
  })
  await client.joined
  // A server that answers before it has loaded sends the rest later.
  await sleep(1_000)
  client.close()
  const held = dialect.completeAt(messages, board)?.held ?? []
  const places = new Map(held.map((record) => [record.id, record.x]))
  const stored = Array.from({ length: task.writers }, (_, writer) => {
    const mark = scanCoordinate(places.get(`shape:note${writer}`))
    return [`stored${writer}`, mark?.writer === writer ? mark.number : 0]
  })
  return Object.fromEntries(stored)
}
