import { availableParallelism, loadavg } from 'node:os'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { type ApiSession, createBoard, createPerson, signIn } from './api-session.ts'
import { type BoardHistory, findViolations, type Violation, type WriterHistory, weigh } from './edit-history.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { RecordedWriter, untilMore } from './recorded-writer.ts'
import { ADMINISTRATOR, type SpawnedServer } from './spawned-server.ts'
import { readStoredState } from './stored-board.ts'
import { whenSynced } from './sync-client.ts'

/** The built server, boards on it, and writers whose records are checked against their boards as they are stored. */
export type WriterScene = {
  server: SpawnedServer
  /** Between the writers and the server. */
  clients: FaultProxy
  owner: ApiSession
  /** Boards of the present round. */
  readonly boards: readonly string[]
  readonly writers: readonly RecordedWriter[]
  /** New boards and no records: what comes is judged by itself. Whoever is left is gone. */
  renew(): Promise<void>
  /** Somebody new at the board with this index, synced. */
  join(board: number): Promise<RecordedWriter>
  /** Two at each board, who write and have seen each other do it. @param more how often */
  busy(everyMs: number, more?: number): Promise<RecordedWriter[]>
  /** As after kill -9 of these: what they saw and were promised is kept on record. Everybody, unless told. */
  die(writers?: readonly RecordedWriter[]): void
  /** They close their sockets as a browser does, after what they wrote; they do not hear of it any more. */
  leave(writers?: readonly RecordedWriter[]): void
  /** The database stopped answering; the function says that it answers again. */
  outage(): () => void
  /** All writers rest; resolves when every one that lives holds the same and is told that it is saved. */
  settle(): Promise<void>
  /** Compares all records with the boards as they are stored now. @param settled whether writers must hold the same */
  check(settled?: boolean): Promise<{ violations: Violation[]; edits: number; acknowledged: number; seen: number }>
  /** The proxy and the writers; the server is its owner's to close. */
  close(): Promise<void>
}

/** @param options.boards how many there are at a time; 1 by default */
export async function openWriterScene(server: SpawnedServer, options: { boards?: number } = {}): Promise<WriterScene> {
  const clients = await openFaultProxy({ host: '127.0.0.1', port: server.port })
  const { session: owner } = await createPerson(await signIn(server, ADMINISTRATOR), { role: 'designer' })
  const where = { url: `http://127.0.0.1:${clients.port}`, origin: owner.origin, cookie: owner.cookie }
  const living = new Set<RecordedWriter>()
  const lateness = measureLateness()
  let boards: string[] = []
  /** What the server itself put on each new board. */
  let seeded: ReadonlySet<string>[] = []
  let gone: WriterHistory[][] = []
  let outages: { from: number; to: number }[] = []
  let joined = 0

  const part = (writers: readonly RecordedWriter[], end: (writer: RecordedWriter) => void) => {
    for (const writer of writers) {
      gone[boards.indexOf(writer.boardId)]?.push(writer.history(false))
      end(writer)
      living.delete(writer)
    }
  }
  const renew = async () => {
    part([...living], (writer) => writer.die())
    boards = await Promise.all(Array.from({ length: options.boards ?? 1 }, () => createBoard(owner)))
    seeded = await Promise.all(boards.map((boardId) => storedKeys(owner, boardId)))
    gone = boards.map(() => [])
    outages = []
    lateness.forget()
  }
  const join = async (board: number) => {
    joined += 1
    const boardId = boards[board]
    if (boardId === undefined) throw new Error(`there is no board ${board}`)
    const writer = new RecordedWriter(`w${joined}`, boardId, where)
    living.add(writer)
    await whenSynced(writer.connection.provider)
    return writer
  }

  await renew()
  return {
    server,
    clients,
    owner,
    get boards() {
      return boards
    },
    get writers() {
      return [...living]
    },
    renew,
    join,
    async busy(everyMs, more = 10) {
      const writers = await Promise.all(boards.flatMap((_, board) => [join(board), join(board)]))
      for (const writer of writers) writer.keepWriting(everyMs)
      await untilMore(writers, more)
      return writers
    },
    die: (writers = [...living]) => part(writers, (writer) => writer.die()),
    leave: (writers = [...living]) => part(writers, (writer) => writer.leave()),
    outage() {
      const outage = { from: performance.now(), to: Number.POSITIVE_INFINITY }
      outages.push(outage)
      return () => {
        outage.to = performance.now()
      }
    },
    async settle() {
      for (const writer of living) writer.rest()
      for (const boardId of boards) await settleBoard([...living].filter((writer) => writer.boardId === boardId))
    },
    async check(settled = true) {
      const found: Violation[] = []
      const total = { edits: 0, acknowledged: 0, seen: 0 }
      for (const [index, boardId] of boards.entries()) {
        const there = [...living].filter((writer) => writer.boardId === boardId)
        const writers = [...(gone[index] ?? []), ...there.map((writer) => writer.history(settled))]
        const history = withoutSeeds({ writers, outages, lateMs: lateness.worst() }, seeded[index] ?? new Set())
        const final = without(await storedKeys(owner, boardId), seeded[index] ?? new Set())
        found.push(...findViolations(history, final))
        const { edits, acknowledged, seen } = weigh(history)
        total.edits += edits
        total.acknowledged += acknowledged
        total.seen += seen
      }
      return { violations: found, ...total }
    },
    async close() {
      lateness.stop()
      for (const writer of living) writer.die()
      await clients.close()
    },
  }
}

/** How much each program that waits for a processor, beyond the first, may delay what a server tells. Milliseconds. */
const LATE_PER_WAITING_MS = 250

/**
 * How late a timer was at worst, and what the load of the machine adds: with too much to do it keeps no promise of time.
 * Milliseconds.
 */
function measureLateness(everyMs = 20) {
  let worst = 0
  let due = performance.now() + everyMs
  const timer = setInterval(() => {
    const now = performance.now()
    worst = Math.max(worst, now - due)
    due = now + everyMs
  }, everyMs)
  return {
    worst: () => worst + Math.max(0, (loadavg()[0] ?? 0) / availableParallelism() - 1) * LATE_PER_WAITING_MS,
    forget() {
      worst = 0
    },
    stop: () => clearInterval(timer),
  }
}

/** Everybody comes to rest, and their records hold no violation. @param atLeast edits, acknowledged and seen */
export async function expectNothingLost(scene: WriterScene, atLeast = 40): Promise<void> {
  await scene.settle()
  const { violations, acknowledged, seen } = await scene.check()
  expect(violations).toEqual([])
  // Otherwise there was nothing to lose.
  expect(acknowledged).toBeGreaterThanOrEqual(atLeast)
  expect(seen).toBeGreaterThanOrEqual(atLeast)
}

/** The history of the writers' edits alone. */
function withoutSeeds(history: BoardHistory, seeds: ReadonlySet<string>): BoardHistory {
  const writers = history.writers.map((writer) => ({
    ...writer,
    saw: writer.saw.filter(({ key }) => !seeds.has(key)),
    holds: writer.holds && without(writer.holds, seeds),
  }))
  return { ...history, writers }
}

const without = (keys: ReadonlySet<string>, seeds: ReadonlySet<string>): Set<string> =>
  new Set([...keys].filter((key) => !seeds.has(key)))

/** Keys of the board as it is stored. */
async function storedKeys(session: ApiSession, boardId: string): Promise<Set<string>> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await readStoredState(session, boardId))
  const keys = new Set(doc.getMap('records').keys())
  doc.destroy()
  return keys
}

/** How long the last edits may take to everybody, in milliseconds. */
const SETTLE_MS = 55_000

async function settleBoard(writers: readonly RecordedWriter[]): Promise<void> {
  const until = performance.now() + SETTLE_MS
  const alike = () => {
    if (!writers.every(({ connection }) => connection.isSaved && connection.roomState === 'healthy')) return false
    const all = new Set(writers.flatMap(({ map }) => [...map.keys()]))
    return writers.every(({ map }) => map.size === all.size)
  }
  // Message 100 changes no document, so there is no single event to wait for.
  while (!alike()) {
    if (performance.now() > until) {
      const states = writers.map(
        ({ name, map, connection: { isSaved, roomState } }) =>
          `${name}: ${map.size} edits, ${isSaved ? 'saved' : 'unsaved'}, ${roomState}`,
      )
      throw new Error(`the writers do not come to rest\n${states.join('\n')}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
