/**
 * Ten people who each move a note, on a board of 5,000: what it takes of the page's main thread, against plain tldraw
 * into whose store the same moves are put; and how many bytes a move is. Interleaved, medians. Writes
 * `results/remote-movers.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, CDPSession } from '@playwright/test'
import * as Y from 'yjs'
import { type ApiSession, createBoard, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { fillBoard, followBoard, launchBrowser, median, type OpenOptions, withOpenBoard } from './board-openings.ts'
import { servePlainTldraw } from './plain-tldraw-server.ts'
import { NoteMover, shapeId } from './sync/board-content.ts'

const NOTES = 5_000
const MOVERS = 10
/** Moves a second of each, as a hand that drags makes them. */
const RATE = 20
const SECONDS = 8
const ROUNDS = 5
/** Each mover has a note of its own, in view and apart from the others. */
const NOTE_IDS = Array.from({ length: MOVERS }, (_, i) => shapeId(i * 43))

type Movement = { start(): Promise<void>; stop(): Promise<void> }

/** Milliseconds of the main thread for each second, while notes move and while nothing does. */
async function mainThread(devtools: CDPSession, { start, stop }: Movement): Promise<{ moving: number; still: number }> {
  await devtools.send('Performance.enable')
  const taken = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
  }
  const during = async (): Promise<number> => {
    const [before, startedAt] = [await taken(), performance.now()]
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000))
    return ((await taken()) - before) / ((performance.now() - startedAt) / 1_000)
  }
  // What opening leaves to be done is not the movers'.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const still = await during()
  await start()
  const moving = await during()
  await stop()
  return { moving, still }
}

const movesOf = (tick: number, i: number) => ({ x: 40 * i + 30 * Math.sin(tick / 5), y: 30 * Math.cos(tick / 7) + i })

async function remoteMovers(session: ApiSession, boardId: string): Promise<Movement & { bytes: number[] }> {
  const people = await Promise.all(NOTE_IDS.map(() => followBoard(session, boardId)))
  const bytes: number[] = []
  const movers = people.map(({ doc }, i) => {
    const board = Y.encodeStateAsUpdate(doc)
    const mover = new NoteMover(board, 1_000 + i, NOTE_IDS[i] as string)
    return (tick: number) => {
      const { x, y } = movesOf(tick, i)
      const update = mover.move(x, y)
      bytes.push(update.byteLength)
      // Comes from elsewhere for the document, so its provider sends it on.
      Y.applyUpdate(doc, update)
    }
  })
  let timers: NodeJS.Timeout[] = []
  return {
    bytes,
    async start() {
      timers = movers.map((move) => {
        let tick = 0
        return setInterval(() => move(tick++), 1_000 / RATE)
      })
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      for (const { leave } of people) leave()
    },
  }
}

async function ours(browser: Browser, session: ApiSession, boardId: string) {
  const [name = '', value = ''] = session.cookie.split('=')
  const options = { url: `${session.url}/boards/${boardId}`, selector: '[data-board-ready]', cookie: { name, value } }
  return await withOpenBoard(browser, options, async ({ devtools }) => {
    const movement = await remoteMovers(session, boardId)
    return { ...(await mainThread(devtools, movement)), bytes: median(movement.bytes) }
  })
}

type PlainPage = { startMoves(ids: readonly string[], rate: number): void; stopMoves(): void }

async function plainly(browser: Browser, options: OpenOptions) {
  return await withOpenBoard(browser, options, ({ page, devtools }) =>
    mainThread(devtools, {
      start: () =>
        page.evaluate(([ids, rate]) => (globalThis as unknown as PlainPage).startMoves(ids, rate), [
          NOTE_IDS,
          RATE,
        ] as const),
      stop: () => page.evaluate(() => (globalThis as unknown as PlainPage).stopMoves()),
    }),
  )
}

const server = await spawnServer()
const browser = await launchBrowser()
try {
  const session = await signIn(server, ADMINISTRATOR)
  const boardId = await createBoard(session, { title: 'Ti flytter' })
  const plain = await servePlainTldraw(await fillBoard(session, boardId, NOTES))
  const found = {
    samtavle: [] as Awaited<ReturnType<typeof ours>>[],
    plain: [] as Awaited<ReturnType<typeof plainly>>[],
  }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      found.samtavle.push(await ours(browser, session, boardId))
      found.plain.push(await plainly(browser, { url: plain.url, selector: '[data-ready]' }))
      console.log(`round ${round + 1}`, JSON.stringify([found.samtavle.at(-1), found.plain.at(-1)]))
    }
  } finally {
    await plain.close()
  }
  const figures = (rows: readonly { moving: number; still: number }[]) => ({
    movingMsPerSecond: Math.round(median(rows.map(({ moving }) => moving))),
    stillMsPerSecond: Math.round(median(rows.map(({ still }) => still))),
  })
  const result = {
    measured: new Date().toISOString().slice(0, 10),
    node: process.version,
    notes: NOTES,
    movers: MOVERS,
    movesPerSecond: RATE,
    rounds: ROUNDS,
    samtavle: figures(found.samtavle),
    plainTldraw: figures(found.plain),
    ratioMoving: Number(
      (median(found.samtavle.map(({ moving }) => moving)) / median(found.plain.map(({ moving }) => moving))).toFixed(2),
    ),
    bytesPerMovedNote: median(found.samtavle.map(({ bytes }) => bytes)),
  }
  console.log(JSON.stringify(result, null, 2))
  await writeFile(join(import.meta.dirname, 'results/remote-movers.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await browser.close()
  await server.close()
}
