import { type BoardRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { Maintenance } from '../rooms/maintenance.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { BoardCardStore } from './board-card-store.ts'
import { cardsOf } from './board-cards.ts'
import type { BoardTextStore } from './board-text-store.ts'
import { BoardPlaces, textsOf } from './board-texts.ts'
import { createBreath } from './breath.ts'

/** Milliseconds. */
export const TEXT_INDEX = {
  /** A board is read when nothing was stored of it for so long, */
  quietMs: 2_000,
  /** or when its words have waited for so long while people go on writing. */
  waitMs: 120_000,
  /** Between two boards, so that the database has time for people. */
  pauseMs: 50,
  retryMs: 30_000,
  /** How often, and when first, boards are looked for that this server was not told of. */
  lookEveryMs: 10 * 60_000,
  firstLookMs: 3_000,
} as const

export interface BoardTextIndex extends Maintenance {
  /** Begins to look for boards whose words were never read. */
  start(): void
  /** Something was stored of a board. */
  changed(boardId: string): void
  /** Resolves when no board is being read; nothing is read afterwards. */
  close(): Promise<void>
}

type OpenDocument = NonNullable<ReturnType<RoomRegistry['openDocument']>>
type Waiting = { since: number; last: number }

/** Keeps the words of boards and their cards where they can be found, a few seconds behind their last edit. One board at a time. */
export function createBoardTextIndex(deps: {
  store: Pick<BoardTextStore, 'now' | 'digests' | 'save' | 'unread'>
  cards: Pick<BoardCardStore, 'save'>
  docStore: Pick<DocStore, 'load'>
  /** The document of a board on which somebody is: it need not be built once more to be read. */
  openDocument: RoomRegistry['openDocument']
  clock: Clock
  log: RoomLog
}): BoardTextIndex {
  const { store, cards, docStore, openDocument, clock, log } = deps
  const waiting = new Map<string, Waiting>()
  let closed = false
  let running: Promise<void> | undefined
  let cancelNext = () => {}
  let cancelLook = () => {}
  /** When the next look at what waits is due; undefined while one is under way. */
  let due: number | undefined

  function wait(boardId: string, last: number): void {
    if (closed) return
    const known = waiting.get(boardId)
    if (known === undefined) waiting.set(boardId, { since: last, last })
    else known.last = Math.max(known.last, last)
    wake(TEXT_INDEX.quietMs)
  }

  function wake(ms: number): void {
    const at = clock.now() + ms
    if (closed || running !== undefined || (due !== undefined && due <= at)) return
    cancelNext()
    due = at
    cancelNext = clock.after(ms, () => {
      due = undefined
      next()
    })
  }

  const readyAt = ({ since, last }: Waiting): number => Math.min(last + TEXT_INDEX.quietMs, since + TEXT_INDEX.waitMs)

  function next(): void {
    let soonest: { boardId: string; at: number } | undefined
    for (const [boardId, board] of waiting) {
      const at = readyAt(board)
      if (soonest === undefined || at < soonest.at) soonest = { boardId, at }
    }
    if (soonest === undefined || closed) return
    if (soonest.at > clock.now()) {
      wake(soonest.at - clock.now())
      return
    }
    const { boardId } = soonest
    waiting.delete(boardId)
    running = read(boardId).finally(() => {
      running = undefined
      if (waiting.size > 0) wake(TEXT_INDEX.pauseMs)
    })
  }

  async function read(boardId: string): Promise<void> {
    try {
      await readBoard(boardId)
    } catch (error) {
      if (closed) return
      log.warn({ boardId, err: error }, 'the words of a board could not be read for searching, trying again later')
      wait(boardId, clock.now() + TEXT_INDEX.retryMs)
    }
  }

  async function readBoard(boardId: string): Promise<void> {
    const readAt = await store.now()
    const open = openDocument(boardId)
    if (open !== undefined) return await saveTexts(boardId, readAt, open)
    const stored = await docStore.load(boardId)
    // Deleted meanwhile: what is known of it stays unseen, and goes with its content.
    if (stored === undefined) return
    const doc = new Y.Doc()
    try {
      doc.transact(() => {
        for (const payload of stored.payloads) Y.applyUpdate(doc, payload)
      })
      await saveTexts(boardId, readAt, { doc, generation: stored.generation })
    } finally {
      doc.destroy()
    }
  }

  /** People may go on writing in the document meanwhile: then it is read once more. */
  async function saveTexts(id: string, readAt: string, { doc, generation }: OpenDocument): Promise<void> {
    const breathe = createBreath()
    await breathe()
    const map = recordMapOf(doc)
    const records = new Map<string, BoardRecord>()
    for (const key of map.keys()) {
      const record = readRecord(map, key)
      if (record !== undefined) records.set(key, record)
      await breathe()
    }
    const places = new BoardPlaces(records)
    const texts = await textsOf(records, breathe, places)
    const known = await store.digests(id)
    const changed = texts.filter(({ shape, digest }) => known.get(shape) !== digest)
    for (const { shape } of texts) known.delete(shape)
    if (!closed) await cards.save({ id, generation }, cardsOf(records, places))
    if (!closed) await store.save({ id, generation, readAt }, changed, [...known.keys()])
  }

  async function look(): Promise<void> {
    cancelLook = clock.after(TEXT_INDEX.lookEveryMs, () => void look())
    try {
      for (const boardId of await store.unread()) wait(boardId, clock.now() - TEXT_INDEX.quietMs)
    } catch (error) {
      if (!closed) log.warn({ err: error }, 'boards with words to be read were not found, trying again later')
    }
  }

  return {
    start() {
      cancelLook = clock.after(TEXT_INDEX.firstLookMs, () => void look())
    },
    changed: (boardId) => wait(boardId, clock.now()),
    committed: (boardId) => wait(boardId, clock.now()),
    unloaded() {},
    async close() {
      closed = true
      cancelNext()
      cancelLook()
      waiting.clear()
      await running
    },
  }
}
