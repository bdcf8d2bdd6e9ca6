/**
 * A snapshot of a board of 5,000 notes in 20 sections, published on the built server, on PostgreSQL and on the embedded
 * database, while a colleague moves notes of that board: how long it takes, what it weighs, and how long the main loop
 * of the server is held up meanwhile, as its own metrics say. Writes `results/snapshots.json`.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import {
  type BoardRecord,
  createRecord,
  readAllRecords,
  readRecord,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import type { SnapshotAnswer, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import type * as Y from 'yjs'
import { type ApiSession, createPerson, signIn } from '../support/api-session.ts'
import { startPostgresServer } from '../support/postgres-server.ts'
import { readFigure } from '../support/server-figures.ts'
import { ADMINISTRATOR, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { followBoard } from './board-openings.ts'
import { noteRecords } from './sync/board-content.ts'
import { median } from './sync/statistics.ts'

const SHAPES = 5_000
const SECTIONS = 20
const ROUNDS = 5
const GOAL = { ms: 2_000, lagMs: 50 }
/** How often the colleague moves a note. */
const MOVE_MS = 50

const rounded = (value: number): number => Number(value.toFixed(1))

/** Frames beside each other, and the notes in them. */
function sectionedBoard(pageId: string): BoardRecord[] {
  const each = SHAPES / SECTIONS
  const frames = Array.from(
    { length: SECTIONS },
    (_, i): BoardRecord => ({
      ...{ id: `shape:frame${i}`, typeName: 'shape', type: 'frame', parentId: pageId, index: `a${100 + i}V` },
      ...{ x: i * 4_000, y: 0, rotation: 0, isLocked: false, opacity: 1 },
      props: { w: 3_800, h: 4_000, name: `Felt ${i + 1}`, color: 'black' },
      meta: { section: `felt-${i}`, order: i },
    }),
  )
  const notes = noteRecords(SHAPES, { pageId, columns: 16 }).map((note, i): BoardRecord => {
    const y = Math.floor((i % each) / 16) * 220
    return { ...note, parentId: `shape:frame${Math.floor(i / each)}`, y }
  })
  return [...frames, ...notes]
}

async function fill(session: ApiSession, boardId: string): Promise<{ doc: Y.Doc; leave(): void }> {
  const following = await followBoard(session, boardId)
  const { doc } = following
  const page = readAllRecords(doc).find(({ typeName }) => typeName === 'page')
  const records = sectionedBoard(page?.id ?? '')
  for (let from = 0; from < records.length; from += 100) {
    doc.transact(() => {
      for (const record of records.slice(from, from + 100)) createRecord(recordMapOf(doc), record)
    })
  }
  const all = readAllRecords(doc).length
  while ((await readStoredBoard(session, boardId)).size < all) await new Promise((resolve) => setTimeout(resolve, 100))
  return following
}

/** Moves a note again and again until it is told to stop. */
function keepMoving(doc: Y.Doc): () => number {
  let moves = 0
  const timer = setInterval(() => {
    const records = recordMapOf(doc)
    const note = readRecord(records, `shape:note${(moves * 7) % SHAPES}`)
    if (note !== undefined) doc.transact(() => updateRecord(records, note, { ...note, x: Number(note.x) + 1 }))
    moves += 1
  }, MOVE_MS)
  return () => {
    clearInterval(timer)
    return moves
  }
}

async function measure(server: SpawnedServer) {
  const owner = await signIn(server, ADMINISTRATOR)
  const colleague = await createPerson(owner)
  const { id: boardId } = await owner.ask<{ id: string }>('POST', '/api/boards', { title: 'Stor tavle' })
  await owner.ask('PUT', `/api/boards/${boardId}/members`, { userId: colleague.id, role: 'edit' })
  const { doc, leave } = await fill(colleague.session, boardId)
  const lagMs = async () => 1_000 * (await readFigure(server, 'nodejs_eventloop_lag_p99_seconds'))
  const times: number[] = []
  const lags: number[] = []
  const idle: number[] = []
  let answer: SnapshotAnswer | undefined
  // The first is for the thread to start and for the run time.
  for (let round = -1; round < ROUNDS; round++) {
    const { id } = await owner.ask<{ id: string }>('POST', `/api/boards/${boardId}/snapshots`, { day: null })
    const stop = keepMoving(doc)
    await lagMs()
    const began = performance.now()
    await owner.ask<SnapshotSummary>('POST', `/api/snapshots/${id}/publish`, { expiresAt: null })
    const took = performance.now() - began
    // Asking begins a new count.
    const lag = await lagMs()
    // The same while nothing is published, for what the machine itself does.
    await new Promise((resolve) => setTimeout(resolve, took))
    const without = await lagMs()
    stop()
    if (round >= 0) times.push(took)
    if (round >= 0) lags.push(lag)
    if (round >= 0) idle.push(without)
    answer = await owner.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  }
  leave()
  const items = answer?.content.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
  )
  return {
    medianMs: rounded(median(times.toSorted((a, b) => a - b))),
    slowestMs: rounded(Math.max(...times)),
    medianLagP99Ms: rounded(median(lags.toSorted((a, b) => a - b))),
    slowestLagP99Ms: rounded(Math.max(...lags)),
    /** Without publishing: what the busy machine itself makes of it. */
    medianIdleLagP99Ms: rounded(median(idle.toSorted((a, b) => a - b))),
    sections: answer?.content.parts.length ?? 0,
    notes: items?.length ?? 0,
    contentKB: Math.round(JSON.stringify(answer?.content).length / 1_000),
  }
}

async function onPostgres() {
  const postgres = await startPostgresServer()
  const server = await spawnServer({ env: { DATABASE_URL: postgres.url } })
  try {
    return await measure(server)
  } finally {
    await server.close()
    await postgres.stop()
  }
}

async function onEmbedded() {
  const server = await spawnServer()
  try {
    return await measure(server)
  } finally {
    await server.close()
  }
}

const [busy = 0] = loadavg()
const [postgres, embedded] = [await onPostgres(), await onEmbedded()]
const result = {
  measured: new Date().toISOString().slice(0, 10),
  node: process.version,
  /** Processes that waited for one of the processors, a minute's mean before: above their number it was no quiet machine. */
  load: rounded(busy),
  processors: availableParallelism(),
  ...{ shapes: SHAPES, rounds: ROUNDS, goal: GOAL },
  met: [postgres, embedded].every(
    ({ medianMs, slowestLagP99Ms }) => medianMs < GOAL.ms && slowestLagP99Ms <= GOAL.lagMs,
  ),
  ...{ postgres, embedded },
}
console.log(JSON.stringify(result, null, 2))
await writeFile(join(import.meta.dirname, 'results/snapshots.json'), `${JSON.stringify(result, null, 2)}\n`)
