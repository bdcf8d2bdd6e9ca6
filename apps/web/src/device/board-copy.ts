import * as Y from 'yjs'
import type { RecordChange } from '../sync/unsaved-changes.ts'
import { BoardDatabase, type BoardPlace, type StoredBoard } from './board-database.ts'
import { type WaitingChange, WaitingChanges } from './waiting-changes.ts'

export type CopyState =
  /** Nothing of the document is followed yet. */
  | 'idle'
  /** Something is on its way into storage. */
  | 'writing'
  /** All there is has been kept: the transaction completed. */
  | 'kept'
  /** Storage refused, is full or forbidden; tried again later. */
  | 'failed'
  /** The copy was deleted, here or in another tab: nothing is kept any more. */
  | 'erased'

/** A board as this device had it. */
export type KeptBoard = { updates: readonly Uint8Array[]; generation: string; waiting: readonly WaitingChange[] }

export type CopyTimes = {
  /** Updates that come within so many ms go into one row. */
  gatherMs: number
  /** After a refused write, and longer each time up to the second number. */
  retryMs: readonly [number, number]
  /** So many rows are made one. */
  rowsMax: number
}

const TIMES: CopyTimes = { gatherMs: 100, retryMs: [2_000, 60_000], rowsMax: 200 }

/**
 * Keeps what is in a board's document on this device, and knows what is kept and what is not: one transaction is in
 * flight, what comes meanwhile goes with the next, and only its completion counts. A write that fails loses nothing:
 * the whole document goes with the next attempt.
 */
export class BoardCopy {
  readonly #onChange: () => void
  readonly #times: CopyTimes
  #database: BoardDatabase | null = null
  #keys: number[] = []
  #doc: Y.Doc | null = null
  #waiting: WaitingChanges | null = null
  #inherited: readonly WaitingChange[] = []
  #gathered: Uint8Array[] = []
  /** The whole document has to be written: at first, and after a write that failed. */
  #whole = false
  #state: CopyState = 'idle'
  #inFlight: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #strict = false
  #closed = false
  /** When the oldest change was made that is in no transaction yet, and the oldest that is in the present one. */
  #behindSince: number | null = null
  #inFlightSince: number | null = null

  constructor(onChange: () => void, times: CopyTimes = TIMES) {
    this.#onChange = onChange
    this.#times = times
  }

  get state(): CopyState {
    return this.#state
  }

  /** When the oldest change was made that is not kept yet, in ms; null when all are. */
  get writingSince(): number | null {
    return this.#inFlightSince ?? this.#behindSince
  }

  /**
   * Opens the copy and reads what is in it; null when it is new, or cannot be had: the board then comes from the
   * server. Never rejects.
   */
  async open(place: BoardPlace): Promise<KeptBoard | null> {
    let stored: StoredBoard = { keys: [], updates: [], waiting: [] }
    try {
      this.#database = await BoardDatabase.open(place, () => this.#lost())
      if (!this.#closed) stored = await this.#database.read()
    } catch {
      this.#database?.close()
      this.#database = null
      this.#set('failed')
      return null
    }
    if (this.#closed) {
      this.#end()
      return null
    }
    this.#keys = stored.keys
    if (stored.updates.length === 0) return null
    this.#inherited = stored.waiting
    return { updates: stored.updates, generation: place.generation, waiting: stored.waiting }
  }

  /**
   * From now on everything in the document is kept. Call when it holds the board.
   * @param isKept everything in it came from `open`; else it is written as a whole
   */
  follow(doc: Y.Doc, isKept: boolean): void {
    if (this.#doc !== null || this.#database === null) return
    this.#doc = doc
    this.#waiting = new WaitingChanges(doc.clientID, this.#inherited)
    doc.on('update', this.#gather)
    this.#whole = !isKept
    if (this.#whole) this.#schedule(0)
    else this.#set('kept')
  }

  /** Records that were changed here, after the transaction that wrote them. */
  note(changes: readonly RecordChange[], at: number, from: number, to: number): void {
    if (changes.length === 0) return
    this.#waiting?.note(changes, at, from, to)
    this.#schedule(this.#times.gatherMs)
  }

  /**
   * What was changed before `oldestUnsavedAt` is durable at the server; everything when that is null. While `alone`,
   * the only copy is this one, and the disk itself must have it.
   */
  settle(oldestUnsavedAt: number | null, alone: boolean): void {
    this.#strict = alone
    this.#waiting?.settle(oldestUnsavedAt)
    // Without a word: until it is written, a later tab only believes that more waits than does.
    if (this.#waiting?.isDirty) this.#schedule(this.#times.gatherMs, false)
  }

  /** Writes what is gathered now: the page may be about to go. */
  flush(): void {
    if (this.#isBehind) this.#schedule(0)
  }

  /** Keeps what is left, then lets go of the storage. */
  async close(): Promise<void> {
    this.#closed = true
    this.#doc?.off('update', this.#gather)
    await this.#inFlight
    clearTimeout(this.#timer)
    if (this.#isBehind) await this.#write()
    this.#end()
  }

  /** Gives the copy up without keeping anything more. */
  abandon(): void {
    this.#doc?.off('update', this.#gather)
    this.#lost()
  }

  readonly #gather = (update: Uint8Array): void => {
    if (!this.#whole) this.#gathered.push(update)
    this.#schedule(this.#times.gatherMs)
  }

  get #isBehind(): boolean {
    return this.#whole || this.#gathered.length > 0 || (this.#waiting?.isDirty ?? false)
  }

  #schedule(inMs: number, shows = true): void {
    if (this.#doc === null) return
    if (shows) {
      this.#behindSince ??= Date.now()
      if (this.#state !== 'failed') this.#set('writing')
    }
    if (inMs === 0) {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#run()
    } else if (this.#inFlight === null) {
      // After a failure the timer that runs is the one of the next attempt.
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined
        this.#run()
      }, inMs)
    }
  }

  #run(): void {
    if (this.#inFlight !== null) return
    this.#inFlight = this.#write().then((kept) => {
      this.#inFlight = null
      if (this.#doc !== null) this.#settled(kept)
    })
  }

  #settled(kept: boolean): void {
    if (kept) {
      this.#failures = 0
      // What came meanwhile may have been acknowledged meanwhile, too: then there is nothing left to write.
      if (!this.#isBehind) this.#behindSince = null
      this.#set(this.#behindSince === null ? 'kept' : 'writing')
      if (this.#isBehind) this.#schedule(this.#times.gatherMs, false)
      return
    }
    this.#set('failed')
    const [first, longest] = this.#times.retryMs
    this.#schedule(Math.min(longest, first * 2 ** Math.min(this.#failures++, 16)), false)
  }

  /** @returns whether everything there was at its beginning is kept */
  async #write(): Promise<boolean> {
    const [doc, waiting, database] = [this.#doc, this.#waiting, this.#database]
    if (doc === null || waiting === null || database === null) return false
    this.#inFlightSince = this.#behindSince
    this.#behindSince = null
    const steps = waiting.take()
    const compacts = this.#whole || this.#keys.length >= this.#times.rowsMax
    const update = compacts ? Y.encodeStateAsUpdate(doc) : merged(this.#gathered)
    this.#gathered = []
    this.#whole = false
    try {
      const replaces = compacts ? this.#keys : []
      const key = await database.write({ update, waiting: steps, replaces, strict: this.#strict })
      if (compacts) this.#keys = []
      if (key !== null) this.#keys.push(key)
      return true
    } catch {
      waiting.restore(steps)
      this.#whole = true
      this.#behindSince = this.#inFlightSince ?? this.#behindSince
      return false
    } finally {
      this.#inFlightSince = null
    }
  }

  #lost(): void {
    this.#closed = true
    this.#end()
    this.#set('erased')
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#database?.close()
    this.#database = null
    this.#doc = null
  }

  #set(state: CopyState): void {
    if (this.#state === state) return
    this.#state = state
    this.#onChange()
  }
}

function merged(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first] = updates
  if (first === undefined) return null
  return updates.length === 1 ? first : Y.mergeUpdates([...updates])
}
