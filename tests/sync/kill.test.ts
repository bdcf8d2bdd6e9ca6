import fc from 'fast-check'
import { afterEach, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { type ApiSession, addMember, createBoard, createPerson, signIn } from '../support/api-session.ts'
import { type GateProxy, openGateProxy } from '../support/gate-proxy.ts'
import { ADMINISTRATOR, type SpawnedServer } from '../support/spawned-server.ts'
import { type CountedProvider, openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { servicesRequired } from '../support/test-database.ts'
import { spawnTestServer } from '../support/test-server.ts'

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const EDIT_EVERY_MS = 8
/** Of the edits that fall due without a connection, one in so many is made: a restart must not drown in them. */
const OFFLINE_ONE_IN = 10

/** Somebody who never stops writing; every edit is a key of its own, so that each can be looked for afterwards. */
class Writer {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly connection: CountedProvider
  edits = 0
  /** Keys of others that this one has seen. */
  readonly seen = new Set<string>()
  readonly #timer: NodeJS.Timeout

  constructor(name: string, boardId: string, url: string, session: ApiSession) {
    this.name = name
    const where = { url, origin: session.origin, cookie: session.cookie }
    this.connection = openCountedProvider(this.doc, boardId, where, () => this.edits)
    this.map.observe((event) => {
      if (!event.transaction.local) for (const key of event.keysChanged) this.seen.add(key)
    })
    let due = 0
    this.#timer = setInterval(() => {
      due += 1
      if (this.connection.provider.wsconnected || due % OFFLINE_ONE_IN === 0) this.edit()
    }, EDIT_EVERY_MS)
  }

  get map(): Y.Map<unknown> {
    return this.doc.getMap('records')
  }

  edit(): void {
    this.edits += 1
    this.map.set(`${this.name}${this.edits}`, this.edits)
  }

  /** Keys of own edits that the server called durable. */
  saved(): string[] {
    return Array.from({ length: this.connection.savedMark }, (_, i) => `${this.name}${i + 1}`)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/** Resolves when the document has changed so that the condition holds. */
async function until(doc: Y.Doc, condition: () => boolean): Promise<void> {
  if (condition()) return
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!condition()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
  })
}

const disconnected = ({ provider }: CountedProvider): Promise<void> =>
  provider.wsconnected
    ? new Promise((resolve) => {
        const look = ({ status }: { status: string }) => {
          if (status !== 'disconnected') return
          provider.off('status', look)
          resolve()
        }
        provider.on('status', look)
      })
    : Promise.resolve()

/** The board as the server alone has it, read past the gate. */
async function readBoard(server: SpawnedServer, boardId: string, session: ApiSession): Promise<Map<string, unknown>> {
  const doc = new Y.Doc()
  const where = { url: server.url, origin: session.origin, cookie: session.cookie }
  const { provider } = openCountedProvider(doc, boardId, where, () => 0)
  await whenSynced(provider)
  const board = new Map(doc.getMap('records').entries())
  provider.destroy()
  doc.destroy()
  return board
}

const cleanUp: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step()
})

const hasPostgres = inject('databases').postgres !== null
if (!hasPostgres && !servicesRequired) console.warn('SKIPPED: kill -9 on PostgreSQL, which is not installed')

test.for(hasPostgres || servicesRequired ? (['pglite', 'postgres'] as const) : (['pglite'] as const))(
  `W8: kill -9 loses nothing that was seen or acknowledged, ${ROUNDS} times (%s)`,
  { timeout: 900_000 },
  async (kind) => {
    const server = await spawnTestServer({ kind })
    cleanUp.push(() => server.close())
    const gate: GateProxy = await openGateProxy(server.port)
    cleanUp.push(() => gate.close())
    const admin = await signIn(server, ADMINISTRATOR)
    const [anna, bo] = [await createPerson(admin), await createPerson(admin)]
    const boardId = await createBoard(anna.session)
    await addMember(anna.session, boardId, bo.id, 'edit')
    const a = new Writer('a', boardId, gate.url, anna.session)
    const b = new Writer('b', boardId, gate.url, bo.session)
    for (const writer of [a, b]) {
      cleanUp.push(() => {
        writer.stop()
        writer.connection.provider.destroy()
      })
    }
    // How many more edits of each other they see before the kill: some rounds hit a busy server, some a fresh one.
    const pauses = fc.sample(fc.integer({ min: 1, max: 60 }), { seed: SEED, numRuns: ROUNDS })
    let checked = 0
    const restarts: number[] = []
    for (const [round, pause] of pauses.entries()) {
      await Promise.all([whenSynced(a.connection.provider), whenSynced(b.connection.provider)])
      const goal = a.seen.size + pause
      await until(a.doc, () => a.seen.size >= goal)
      gate.shut()
      await Promise.all([server.kill(), disconnected(a.connection), disconnected(b.connection)])
      const kept = [...a.saved(), ...b.saved(), ...a.seen, ...b.seen]
      restarts.push(await server.start())
      const board = await readBoard(server, boardId, anna.session)
      const missing = kept.filter((key) => !board.has(key))
      expect(missing, `round ${round + 1}, seed ${SEED}`).toEqual([])
      checked += new Set(kept).size
      gate.open()
    }
    await Promise.all([whenSynced(a.connection.provider), whenSynced(b.connection.provider)])
    a.stop()
    b.stop()
    const all = a.edits + b.edits
    await Promise.all([until(a.doc, () => a.map.size === all), until(b.doc, () => b.map.size === all)])
    while (!a.connection.isSaved || !b.connection.isSaved) await new Promise((resolve) => setImmediate(resolve))
    expect((await readBoard(server, boardId, anna.session)).size).toBe(all)
    // Otherwise the rounds above looked for nothing.
    expect(a.saved().length).toBeGreaterThan(ROUNDS)
    expect(b.seen.size).toBeGreaterThan(ROUNDS)
    const slowest = Math.round(Math.max(...restarts))
    console.info(
      `${kind}: ${ROUNDS} kills, ${all} edits, ${checked} looked for, 0 missing; slowest restart ${slowest} ms`,
    )
  },
)
