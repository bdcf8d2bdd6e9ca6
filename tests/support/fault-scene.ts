import { inject } from 'vitest'
import * as Y from 'yjs'
import { type ApiSession, createBoard, createPerson, signIn } from './api-session.ts'
import { type BoardHistory, findViolations, type Violation, type WriterHistory, weigh } from './edit-history.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { createJournalFaults, type JournalFaults } from './journal-faults.ts'
import { RecordedWriter } from './recorded-writer.ts'
import { ADMINISTRATOR, type SpawnedServer, spawnServer } from './spawned-server.ts'
import { readStoredState } from './stored-board.ts'
import { whenSynced } from './sync-client.ts'
import { createPostgresDatabase } from './test-database.ts'

/**
 * The built server with a proxy on either side: `clients` before it, `database` between it and PostgreSQL. Boards,
 * and writers whose records are checked against a fresh load of their board.
 */
export type FaultScene = {
  server: SpawnedServer
  clients: FaultProxy
  database: FaultProxy
  journal: JournalFaults
  owner: ApiSession
  boards: readonly string[]
  /** Somebody new at the board with this index, synced. @param name of that board's writers, unused so far */
  join(board: number, name?: string): Promise<RecordedWriter>
  /** As after kill -9 of these: what they saw and were promised is kept on record. Everybody, unless told. */
  die(writers?: readonly RecordedWriter[]): void
  /** They close their sockets as a browser does, after what they wrote; they do not hear of it any more. */
  leave(writers?: readonly RecordedWriter[]): void
  /** The database stops answering now, or did `ago` milliseconds before; the function says that it answers again. */
  outage(ago?: number): () => void
  /** All writers rest; resolves when every one that lives holds the same and is told that it is saved. */
  settle(): Promise<void>
  /** Compares all records with the boards as they are stored now. */
  check(): Promise<{ violations: Violation[]; edits: number; acknowledged: number; seen: number }>
  close(): Promise<void>
}

/** Where the database of a scene is, and what to do with it in the end. */
export type SceneDatabase = { url: string; remove(): Promise<void> }

/** Of the run's PostgreSQL, which other tests use as well: for faults that proxies play. */
export async function sharedDatabase(): Promise<SceneDatabase> {
  const { url, drop } = await createPostgresDatabase()
  return { url, remove: drop }
}

export const hasPostgres = (): boolean => inject('databases').postgres !== null

async function openProxies(url: string) {
  const { hostname: host, port } = new URL(url)
  const journal = createJournalFaults()
  const database = await openFaultProxy({ host, port: Number(port) }, journal.inspect)
  const behind = new URL(url)
  behind.host = `127.0.0.1:${database.port}`
  return { journal, database, url: behind.href }
}

/** @param options.boards how many */
export async function openFaultScene(
  from: SceneDatabase,
  options: { boards?: number; env?: Readonly<Record<string, string>> } = {},
): Promise<FaultScene> {
  const { journal, database, url } = await openProxies(from.url)
  const server = await spawnServer({ env: { LOG_LEVEL: 'warn', ...options.env, DATABASE_URL: url } })
  const clients = await openFaultProxy({ host: '127.0.0.1', port: server.port })
  const { session: owner } = await createPerson(await signIn(server, ADMINISTRATOR), { role: 'designer' })
  const boards: string[] = []
  for (let i = 0; i < (options.boards ?? 1); i++) boards.push(await createBoard(owner))

  const living = new Set<RecordedWriter>()
  const dead = boards.map((): WriterHistory[] => [])
  const outages: { from: number; to: number }[] = []
  let joined = 0
  const part = (writers: readonly RecordedWriter[], end: (writer: RecordedWriter) => void) => {
    for (const writer of writers) {
      dead[boards.indexOf(writer.boardId)]?.push(writer.history(false))
      end(writer)
      living.delete(writer)
    }
  }

  return {
    server,
    clients,
    database,
    journal,
    owner,
    boards,
    async join(board, name) {
      joined += 1
      const boardId = boards[board]
      if (boardId === undefined) throw new Error(`there is no board ${board}`)
      const where = { url: `http://127.0.0.1:${clients.port}`, origin: owner.origin, cookie: owner.cookie }
      const writer = new RecordedWriter(name ?? `w${joined}`, boardId, where)
      living.add(writer)
      await whenSynced(writer.connection.provider)
      return writer
    },
    die: (writers = [...living]) => part(writers, (writer) => writer.die()),
    leave: (writers = [...living]) => part(writers, (writer) => writer.leave()),
    outage(ago = 0) {
      const outage = { from: performance.now() - ago, to: Number.POSITIVE_INFINITY }
      outages.push(outage)
      return () => {
        outage.to = performance.now()
      }
    },
    async settle() {
      for (const writer of living) writer.rest()
      for (const boardId of boards) await settleBoard([...living].filter((writer) => writer.boardId === boardId))
    },
    async check() {
      const found: Violation[] = []
      const total = { edits: 0, acknowledged: 0, seen: 0 }
      for (const [index, boardId] of boards.entries()) {
        const alive = [...living].filter((writer) => writer.boardId === boardId)
        const writers = [...(dead[index] ?? []), ...alive.map((writer) => writer.history(true))]
        const history: BoardHistory = { writers, outages }
        found.push(...findViolations(history, await storedKeys(owner, boardId)))
        const { edits, acknowledged, seen } = weigh(history)
        total.edits += edits
        total.acknowledged += acknowledged
        total.seen += seen
      }
      return { violations: found, ...total }
    },
    async close() {
      for (const writer of living) writer.die()
      await server.close()
      await clients.close()
      await database.close()
      await from.remove()
    },
  }
}

/** Keys of the board as it is stored. */
async function storedKeys(session: ApiSession, boardId: string): Promise<Set<string>> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await readStoredState(session, boardId))
  const keys = new Set(doc.getMap('test').keys())
  doc.destroy()
  return keys
}

/** How long the last edits may take to everybody, in milliseconds. */
const SETTLE_MS = 30_000

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
