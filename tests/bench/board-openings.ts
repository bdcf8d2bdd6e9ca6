import { type Browser, type BrowserContextOptions, type CDPSession, chromium, type Page } from '@playwright/test'
import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { findChromium } from '../../infra/chromium.mjs'
import type { ApiSession } from '../support/api-session.ts'
import { noteRecords } from './sync/board-content.ts'

/** A document that follows a board over a stock socket. */
export async function followBoard(session: ApiSession, boardId: string): Promise<{ doc: Y.Doc; leave(): void }> {
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
  // Ours beside the protocol's own; unknown ones would be written to the console.
  const handlers = provider.messageHandlers as (() => void)[]
  handlers[100] = () => {}
  handlers[101] = () => {}
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return { doc, leave: () => provider.destroy() }
}

/** Writes so many notes as a client would, and waits until the server has them. @returns all records of the board */
export async function fillBoard(session: ApiSession, boardId: string, count: number): Promise<BoardRecord[]> {
  const { doc, leave } = await followBoard(session, boardId)
  const page = readAllRecords(doc).find((record) => record.typeName === 'page')
  if (page === undefined) throw new Error('a new board has no page')
  const records = recordMapOf(doc)
  // A hundred at a time: one update may be a mebibyte at most.
  const notes = noteRecords(count, { pageId: page.id, columns: 40 })
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
  leave()
  return all
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu'],
  })
}

export type OpenBoard = { page: Page; devtools: CDPSession; readyMs: number; bytes: number; requests: number }

/**
 * Opens an address in a browser context of its own, waits until `selector` is there, hands it over, and closes it.
 * `readyMs` is from the address to the selector; `bytes` is what came over the network until then.
 */
export async function withOpenBoard<T>(
  browser: Browser,
  { url, selector, cookie, ...options }: OpenOptions,
  use: (open: OpenBoard) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'da-DK', ...options })
  try {
    if (cookie) await context.addCookies([{ ...cookie, url: new URL(url).origin }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    // Else a page that breaks is only one that never gets ready.
    page.on('pageerror', (error) => console.error(String(error)))
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
    await page.waitForSelector(selector, { state: 'attached', timeout: 180_000 })
    return await use({ page, devtools, readyMs: performance.now() - start, bytes, requests })
  } finally {
    await context.close()
  }
}
export type OpenOptions = BrowserContextOptions & {
  url: string
  selector: string
  cookie?: { name: string; value: string }
}

/** What the page's JavaScript holds after a full collection, in bytes. */
export async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
