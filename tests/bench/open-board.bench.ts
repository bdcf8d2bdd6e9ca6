/**
 * Opening a board of 1,000 notes, from the address to all notes painted, against plain tldraw that is handed the same
 * records: both built, cold browser caches, interleaved, medians. Writes `results/open-board.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { findChromium } from '../../infra/chromium.mjs'
import { type ApiSession, createBoard, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { servePlainTldraw } from './plain-tldraw-server.ts'
import { noteRecords } from './sync/board-content.ts'

const NOTES = 1_000
const ROUNDS = 9

type Opening = { readyMs: number; bytes: number; requests: number }

/** Writes the notes as a client would, and waits until the server has them. @returns all records of the board */
async function fillBoard(session: ApiSession, boardId: string): Promise<BoardRecord[]> {
  class AuthorisedSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: session.cookie, origin: session.origin } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${session.url.replace('http', 'ws')}/sync`, boardId, doc, {
    WebSocketPolyfill: AuthorisedSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const page = readAllRecords(doc).find((record) => record.typeName === 'page')
  if (page === undefined) throw new Error('a new board has no page')
  const records = recordMapOf(doc)
  // A hundred at a time: one update may be a mebibyte at most.
  const notes = noteRecords(NOTES, { pageId: page.id, columns: 40 })
  for (let from = 0; from < notes.length; from += 100) {
    doc.transact(() => {
      for (const note of notes.slice(from, from + 100)) createRecord(records, note)
    })
  }
  const all = readAllRecords(doc)
  for (let attempt = 0; attempt < 100; attempt++) {
    const state = await session.send('GET', `/api/boards/${boardId}/state`)
    const stored = new Y.Doc()
    Y.applyUpdate(stored, new Uint8Array(await state.arrayBuffer()))
    if (readAllRecords(stored).length === all.length) break
    if (attempt === 99) throw new Error('the server did not store the notes')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  provider.destroy()
  return all
}

/** Opens an address in a browser context of its own and measures until `selector` is there. */
async function open(
  browser: Browser,
  url: string,
  selector: string,
  options: BrowserContextOptions,
  cookie?: { name: string; value: string },
): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  try {
    if (cookie) await context.addCookies([{ ...cookie, url: new URL(url).origin }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    let bytes = 0
    let requests = 0
    await devtools.send('Network.enable')
    devtools.on('Network.loadingFinished', (event) => {
      bytes += event.encodedDataLength
      requests += 1
    })
    devtools.on('Network.webSocketFrameReceived', ({ response }) => {
      bytes += response.opcode === 2 ? Buffer.byteLength(response.payloadData, 'base64') : response.payloadData.length
    })
    const start = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForSelector(selector, { state: 'attached', timeout: 60_000 })
    return { readyMs: performance.now() - start, bytes, requests }
  } finally {
    await context.close()
  }
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const executablePath = findChromium()
const server = await spawnServer()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu'],
})
try {
  const session = await signIn(server, ADMINISTRATOR)
  const boardId = await createBoard(session, { title: '1.000 sedler' })
  const records = await fillBoard(session, boardId)
  const plain = await servePlainTldraw(records)
  const [name = '', value = ''] = session.cookie.split('=')
  const openOurs = () =>
    open(browser, `${server.url}/boards/${boardId}`, '[data-board-ready]', { locale: 'da-DK' }, { name, value })
  const openPlain = () => open(browser, plain.url, '[data-ready]', { locale: 'da-DK' })
  try {
    // One of each first, for the page cache of the disk.
    await openOurs()
    await openPlain()
    const ours: Opening[] = []
    const theirs: Opening[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await openOurs())
      theirs.push(await openPlain())
    }
    const summary = (openings: Opening[]) => ({
      readyMs: Math.round(median(openings.map((opening) => opening.readyMs))),
      transferredKB: Math.round(median(openings.map((opening) => opening.bytes)) / 1000),
      requests: median(openings.map((opening) => opening.requests)),
    })
    const result = {
      measured: new Date().toISOString().slice(0, 10),
      node: process.version,
      notes: NOTES,
      rounds: ROUNDS,
      samtavle: summary(ours),
      plainTldraw: summary(theirs),
      ratioReady: Number(
        (median(ours.map((opening) => opening.readyMs)) / median(theirs.map((opening) => opening.readyMs))).toFixed(2),
      ),
    }
    console.log(JSON.stringify(result, null, 2))
    await writeFile(join(import.meta.dirname, 'results/open-board.json'), `${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await plain.close()
  }
} finally {
  await browser.close()
  await server.close()
}
