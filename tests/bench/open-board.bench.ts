/**
 * Opening a board of 1,000 and of 5,000 notes, from the address to all notes painted, and what the page then holds,
 * against plain tldraw that is handed the same records: both built, cold browser caches, interleaved, medians. Writes
 * `results/open-board.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { type ApiSession, createBoard, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { fillBoard, heapOf, launchBrowser, median, type OpenOptions, withOpenBoard } from './board-openings.ts'
import { servePlainTldraw } from './plain-tldraw-server.ts'

const SIZES = [1_000, 5_000]
const ROUNDS = 9

type Opening = { readyMs: number; bytes: number; requests: number; heap: number }

const measure = (browser: Browser, options: OpenOptions): Promise<Opening> =>
  withOpenBoard(browser, options, async ({ devtools, readyMs, bytes, requests }) => {
    return { readyMs, bytes, requests, heap: await heapOf(devtools) }
  })

const middle = (openings: readonly Opening[], figure: keyof Opening) => median(openings.map((one) => one[figure]))
const summary = (openings: readonly Opening[]) => ({
  readyMs: Math.round(middle(openings, 'readyMs')),
  heapMB: Number((middle(openings, 'heap') / 1e6).toFixed(1)),
  transferredKB: Math.round(middle(openings, 'bytes') / 1000),
  requests: middle(openings, 'requests'),
})

async function compare(browser: Browser, session: ApiSession, notes: number) {
  const boardId = await createBoard(session, { title: `${notes} sedler` })
  const plain = await servePlainTldraw(await fillBoard(session, boardId, notes))
  const [name = '', value = ''] = session.cookie.split('=')
  const addresses: Record<'samtavle' | 'plainTldraw', OpenOptions> = {
    samtavle: { url: `${session.url}/boards/${boardId}`, selector: '[data-board-ready]', cookie: { name, value } },
    plainTldraw: { url: plain.url, selector: '[data-ready]' },
  }
  const found: Record<keyof typeof addresses, Opening[]> = { samtavle: [], plainTldraw: [] }
  try {
    // The first of each is for the page cache of the disk.
    for (let round = -1; round < ROUNDS; round++) {
      for (const who of ['samtavle', 'plainTldraw'] as const) {
        const opening = await measure(browser, addresses[who])
        if (round >= 0) found[who].push(opening)
      }
    }
  } finally {
    await plain.close()
  }
  const ratio = (figure: keyof Opening) =>
    Number((middle(found.samtavle, figure) / middle(found.plainTldraw, figure)).toFixed(2))
  return {
    notes,
    samtavle: summary(found.samtavle),
    plainTldraw: summary(found.plainTldraw),
    ratioReady: ratio('readyMs'),
    ratioHeap: ratio('heap'),
  }
}

const server = await spawnServer()
const browser = await launchBrowser()
try {
  const session = await signIn(server, ADMINISTRATOR)
  const boards = []
  for (const notes of SIZES) boards.push(await compare(browser, session, notes))
  const result = { measured: new Date().toISOString().slice(0, 10), node: process.version, rounds: ROUNDS, boards }
  console.log(JSON.stringify(result, null, 2))
  await writeFile(join(import.meta.dirname, 'results/open-board.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await browser.close()
  await server.close()
}
