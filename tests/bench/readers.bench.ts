/**
 * A hundred managers open the same snapshot at once, on PostgreSQL: how long each waits for the page, first and again,
 * and beside a board on which ten people move notes. What the movers see of each other is measured with and without the
 * readers, turn by turn in the same run. Writes `results/readers.json`.
 */
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as inMilliseconds } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'
import { createBoard, signIn } from '../support/api-session.ts'
import { startPostgresServer } from '../support/postgres-server.ts'
import { shareWednesday } from '../support/shared-snapshot.ts'
import { ADMINISTRATOR, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { openCountedProvider } from '../support/sync-client.ts'
import { cpuMsOf } from './sync/process-usage.ts'
import { median, percentile } from './sync/statistics.ts'

const READERS = 100
const ROUNDS = 10
/** Pairs of a quiet stretch and one with readers. */
const PAIRS = 8
const STRETCH_MS = 4_000
const MOVERS = 10
const MOVE_EVERY_MS = 100
const GOAL_P95_MS = 100
const GOAL_RATIO = 1.1

/** Runs beside what is measured: on `go` every reader asks at once on its own connection, and the waits come back. */
const READER_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads')
const http = require('node:http')
const agent = new http.Agent({ keepAlive: true, maxSockets: workerData.readers })
const ask = () => new Promise((resolve, reject) => {
  const began = performance.now()
  const headers = { 'accept-encoding': 'br', 'accept-language': 'da' }
  http.get(workerData.url, { agent, headers }, (answer) => {
    let bytes = 0
    answer.on('data', (chunk) => { bytes += chunk.length })
    answer.on('end', () => resolve({ ms: performance.now() - began, status: answer.statusCode, bytes }))
  }).on('error', reject)
})
parentPort.on('message', async () => {
  parentPort.postMessage(await Promise.all(Array.from({ length: workerData.readers }, ask)))
})`

type Wait = { ms: number; status: number; bytes: number }
const rounded = (value: number): number => Number(value.toFixed(2))
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)
const figuresOf = (values: readonly number[]) => ({
  medianMs: rounded(median(sorted(values))),
  p95Ms: rounded(percentile(sorted(values), 95)),
})

/** People on one board; `measure` says how long each move took to reach somebody else. */
async function openMovers(server: SpawnedServer, cookie: string, boardId: string) {
  const where = { url: server.url, origin: server.origin, cookie }
  const open = async () => {
    const doc = new Y.Doc()
    const { provider } = openCountedProvider(doc, boardId, where, () => 0)
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    return { doc, provider, map: recordMapOf(doc) }
  }
  const watcher = await open()
  const movers = await Promise.all(Array.from({ length: MOVERS }, open))
  let latencies: number[] = []
  watcher.map.observeDeep((events) => {
    const now = performance.now()
    for (const { target } of events) {
      const place = target instanceof Y.Map ? (target.get('xy') as unknown) : undefined
      // Each stands where the clock stood when it was moved there.
      if (Array.isArray(place)) latencies.push(now - Number(place[0]))
    }
  })
  const notes = movers.map(({ doc, map }, index) => {
    const note = noteRecord(`shape:mover-${index}`, {})
    doc.transact(() => createRecord(map, note))
    return note
  })
  return {
    async measure(ms: number): Promise<number[]> {
      latencies = []
      const until = performance.now() + ms
      while (performance.now() < until) {
        for (const [index, { doc, map }] of movers.entries()) {
          const before = notes[index]
          if (before === undefined) continue
          const after = { ...before, x: performance.now() }
          doc.transact(() => updateRecord(map, before, after))
          notes[index] = after
          await inMilliseconds(MOVE_EVERY_MS / MOVERS)
        }
      }
      await inMilliseconds(500)
      return latencies
    },
    close() {
      for (const { provider, doc } of [watcher, ...movers]) {
        provider.destroy()
        doc.destroy()
      }
    },
  }
}

process.setMaxListeners(0)
const postgres = await startPostgresServer()
const server = await spawnServer({ env: { DATABASE_URL: postgres.url, RATE_LIMITS: 'off' } })
const [busy = 0] = loadavg()
try {
  const leader = await signIn(server, ADMINISTRATOR)
  const { path } = await shareWednesday(leader)
  const boardId = await createBoard(leader, { templateId: 'borgerrejse', examples: true, locale: 'da' })
  const readers = new Worker(READER_SOURCE, {
    eval: true,
    workerData: { url: server.url + path, readers: READERS },
  })
  const readAtOnce = async (): Promise<Wait[]> => {
    readers.postMessage('go')
    const [waits] = (await once(readers, 'message')) as [Wait[]]
    const failed = waits.filter(({ status }) => status !== 200)
    if (failed.length > 0) throw new Error(`${failed.length} readers got ${failed[0]?.status}`)
    return waits
  }

  const first = await readAtOnce()
  const again: Wait[] = []
  const cpuBefore = cpuMsOf(server.pid)
  for (let round = 0; round < ROUNDS; round++) again.push(...(await readAtOnce()))
  const cpuMs = (cpuMsOf(server.pid) - cpuBefore) / (ROUNDS * READERS)

  const movers = await openMovers(server, leader.cookie, boardId)
  await movers.measure(STRETCH_MS)
  const quiet: number[] = []
  const beside: number[] = []
  const besideWaits: number[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    // One first in one pair, the other in the next: the machine's own ups and downs fall on both.
    for (const withReaders of pair % 2 === 0 ? [false, true] : [true, false]) {
      let reading = withReaders
      const burst = (async () => {
        // A hundred people every two seconds, for as long as notes are moved.
        while (reading) {
          besideWaits.push(...(await readAtOnce()).map(({ ms }) => ms))
          await inMilliseconds(2_000)
        }
      })()
      const latencies = await movers.measure(STRETCH_MS)
      reading = false
      await burst
      ;(withReaders ? beside : quiet).push(...latencies)
    }
  }
  movers.close()
  await readers.terminate()

  const ratio = figuresOf(beside).medianMs / figuresOf(quiet).medianMs
  const againFigures = figuresOf(again.map(({ ms }) => ms))
  const result = {
    measured: new Date().toISOString().slice(0, 10),
    node: process.version,
    /** Processes that waited for a processor, a minute's mean before: above their number it was no quiet machine. */
    load: rounded(busy),
    processors: availableParallelism(),
    readers: READERS,
    pageBytes: first[0]?.bytes ?? 0,
    firstAtOnce: figuresOf(first.map(({ ms }) => ms)),
    atOnce: againFigures,
    cpuMsPerReader: rounded(cpuMs),
    besideABusyBoard: figuresOf(besideWaits),
    goalP95Ms: GOAL_P95_MS,
    movesPerSecond: (MOVERS * 1_000) / MOVE_EVERY_MS,
    syncAlone: { ...figuresOf(quiet), moves: quiet.length },
    syncWithReaders: { ...figuresOf(beside), moves: beside.length },
    ratio: rounded(ratio),
    goalRatio: GOAL_RATIO,
    met: againFigures.p95Ms < GOAL_P95_MS && ratio <= GOAL_RATIO,
  }
  console.log(JSON.stringify(result, null, 2))
  await writeFile(join(import.meta.dirname, 'results/readers.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await server.close()
  await postgres.stop()
}
