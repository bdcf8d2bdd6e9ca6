import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type BoardRecord, createRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type ApiSession, createBoard, signIn } from '../support/api-session.ts'
import { readFigure } from '../support/server-figures.ts'
import { ADMINISTRATOR, type SpawnedServer } from '../support/spawned-server.ts'
import { type CountedProvider, openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { spawnTestServer } from '../support/test-server.ts'

const MB = 1024 * 1024
const STALLED = 100
const STALLED_FOR_MS = 30_000
const WRITERS = 5
const EDIT_EVERY_MS = 50
/** Notes of this many characters make a board of two megabytes. */
const NOTES = 500
const NOTE_LENGTH = 4_000

let server: SpawnedServer
let session: ApiSession
beforeAll(async () => {
  server = await spawnTestServer()
  session = await signIn(server, ADMINISTRATOR)
}, 120_000)
afterAll(() => server?.close())

const memory = () => readFigure(server, 'process_resident_memory_bytes')
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

/** The most memory that was used while this ran, in bytes, and what it answered. */
async function mostMemoryDuring(work: Promise<unknown>): Promise<number> {
  let most = 0
  let done = false
  void work.finally(() => {
    done = true
  })
  while (!done) {
    most = Math.max(most, await memory())
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await work
  return most
}

test('A13: SEC-03 a thousand upgrades that are never finished are closed by the server and cost 20 MB at most', {
  timeout: 60_000,
}, async () => {
  // What the first connections of a server's life take is not theirs, nor what its young garbage grows to under load.
  for (const socket of await halfOpen(200)) socket.destroy()
  for (let i = 0; i < 100; i++) await Promise.all(Array.from({ length: 20 }, () => healthz()))
  const before = await memory()
  const startedAt = performance.now()
  const open = await halfOpen(1_000)
  const most = await mostMemoryDuring(Promise.all(open.map((socket) => once(socket, 'close'))))
  const ms = performance.now() - startedAt
  console.info(
    `1,000 half-open upgrades: +${Math.round((most - before) / MB)} MB, all closed after ${Math.round(ms)} ms`,
  )
  expect(most - before).toBeLessThan(20 * MB)
  // Ten seconds, and what a busy machine takes to open them.
  expect(ms).toBeLessThan(12_000)
})

const healthz = async () => (await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })).text()

async function halfOpen(count: number): Promise<Socket[]> {
  const open: Socket[] = []
  for (let i = 0; i < count; i++) {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.resume()
    await once(socket, 'connect')
    socket.write(`GET /sync/${crypto.randomUUID()} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n`)
    open.push(socket)
  }
  return open
}

test('R9 and R10: SEC-36 a hundred that do not read hold up nobody on a busy board, and cost 150 MB at most', {
  timeout: 120_000,
}, async () => {
  const board = await createBoard(session)
  const where = { url: server.url, origin: server.origin, cookie: session.cookie }
  const join = async (): Promise<{ doc: Y.Doc; provider: CountedProvider['provider'] }> => {
    const doc = new Y.Doc()
    const { provider } = openCountedProvider(doc, board, where, () => 0)
    await whenSynced(provider)
    return { doc, provider }
  }
  const writers = await Promise.all(Array.from({ length: WRITERS }, join))
  const noteOf = (id: number): BoardRecord => {
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'æ'.repeat(NOTE_LENGTH / 2) }] }]
    return noteRecord(`shape:${id}`, { richText: { type: 'doc', content } })
  }
  // By several: nobody may grow by a million characters at once (P9).
  for (const [part, { doc }] of writers.entries()) {
    doc.transact(() => {
      for (let i = part; i < NOTES; i += WRITERS) createRecord(recordMapOf(doc), noteOf(i))
    })
  }
  await expect
    .poll(() => recordMapOf(writers.at(-1)?.doc as Y.Doc).size, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(NOTES)

  const before = await memory()
  const stalled = Array.from({ length: STALLED }, () => {
    const headers = { origin: server.origin, cookie: session.cookie }
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${board}`, { headers })
    socket.on('error', () => {})
    socket.once('open', () => {
      // Asks for the whole board, and reads none of it.
      socket.send(new Uint8Array([0, 0, 1, 0]))
      socket.pause()
    })
    return socket
  })
  await Promise.all(stalled.map((socket) => once(socket, 'open')))

  // Every edit carries when it was made; the others note how long it took to them.
  const delays: number[] = []
  for (const { doc } of writers) {
    recordMapOf(doc).observeDeep((events, transaction) => {
      if (transaction.local) return
      for (const { target } of events) {
        const edit = target instanceof Y.Map ? (target.get('m.edit') as { at: number } | undefined) : undefined
        if (edit !== undefined) delays.push(performance.now() - edit.at)
      }
    })
  }
  const timers = writers.map(({ doc }, i) =>
    setInterval(() => {
      const entry = recordMapOf(doc).get(`shape:${i}`) as Y.Map<unknown>
      entry.set('m.edit', { at: performance.now(), pad: 'x'.repeat(2_000) })
    }, EDIT_EVERY_MS),
  )
  const most = await mostMemoryDuring(new Promise((resolve) => setTimeout(resolve, STALLED_FOR_MS)))
  for (const timer of timers) clearInterval(timer)
  const [p50, p99] = [percentile(delays, 0.5), percentile(delays, 0.99)]
  console.info(
    `${STALLED} that do not read for ${STALLED_FOR_MS / 1_000} s: +${Math.round((most - before) / MB)} MB; ` +
      `${delays.length} deliveries to the others, median ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms`,
  )
  expect(delays.length).toBeGreaterThan(((STALLED_FOR_MS / EDIT_EVERY_MS) * WRITERS * (WRITERS - 1)) / 2)
  expect(most - before).toBeLessThan(150 * MB)
  // Generous, because machines are shared; held up by those that do not read, it would be many seconds.
  expect(p50).toBeLessThan(1_000)
  for (const { provider } of writers) provider.destroy()
  for (const socket of stalled) socket.terminate()
})
