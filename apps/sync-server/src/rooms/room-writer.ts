import type { RoomState } from '@samtavle/shared/protocol'
import type { Clock } from './clock.ts'
import type { DocStore } from './doc-store.ts'
import type { RoomLog } from './room-log.ts'
import type { Seat } from './room-peer.ts'

/** Bounds of one statement and of what may wait, in bytes and rows. */
export const WRITER_LIMITS = {
  rowsPerStatement: 1_000,
  bytesPerStatement: 1024 * 1024,
  roomBytes: 8 * 1024 * 1024,
  nodeBytes: 64 * 1024 * 1024,
  /** Without a commit for so long, sockets are told that nothing is being saved. */
  degradedAfterMs: 2_000,
  retryMs: { first: 100, longest: 1_000 },
} as const

/** A room as the writer knows it. */
export interface WriterRoom {
  readonly boardId: string
  readonly generation: number
  /** These updates of the room are durable now; called once per statement, in order of arrival. */
  commit(updates: readonly PendingUpdate[]): void
}

/** An update that nobody but its sender has seen yet. */
export type PendingUpdate = { room: WriterRoom; seat: Seat; ordinal: number; payload: Uint8Array }

/** How the database is, as rooms tell it to their sockets. `closed` retries nothing any more. */
type WriterState = { name: 'idle' } | { name: 'writing'; failures: number } | { name: 'closed' }

/**
 * Carries the updates of all rooms of this node to the store: one statement in flight, and what arrives meanwhile goes
 * with the next one. No timer gathers updates: the commit before is the clock.
 */
export class RoomWriter {
  readonly #deps: { store: DocStore; clock: Clock; log: RoomLog }
  readonly #onDurability: (state: RoomState) => void
  #queue: PendingUpdate[] = []
  readonly #roomBytes = new Map<WriterRoom, number>()
  #nodeBytes = 0
  #state: WriterState = { name: 'idle' }
  #durability: RoomState = 'healthy'
  #cancelRetry: () => void = () => {}
  readonly #whenSettled = new Map<WriterRoom, () => void>()
  #whenEmpty: (() => void)[] = []
  #commits = 0

  /** @param onDurability is told when saving begins to fail, and when it works again, before the commit is */
  constructor(
    deps: { store: DocStore; clock: Clock; log: RoomLog },
    onDurability: (state: RoomState) => void = () => {},
  ) {
    this.#deps = deps
    this.#onDurability = onDurability
  }

  get durability(): RoomState {
    return this.#durability
  }

  get stats(): { waiting: number; waitingBytes: number; commits: number } {
    return { waiting: this.#queue.length, waitingBytes: this.#nodeBytes, commits: this.#commits }
  }

  /** Queues an update for the next statement. False, having kept nothing, when too much waits already. */
  add(update: PendingUpdate): boolean {
    const bytes = update.payload.byteLength
    const roomBytes = this.#roomBytes.get(update.room) ?? 0
    const roomFull = roomBytes > 0 && roomBytes + bytes > WRITER_LIMITS.roomBytes
    if (this.#state.name === 'closed' || roomFull || this.#nodeBytes + bytes > WRITER_LIMITS.nodeBytes) return false
    this.#queue.push(update)
    this.#nodeBytes += bytes
    this.#roomBytes.set(update.room, roomBytes + bytes)
    if (this.#state.name === 'idle') void this.#write()
    return true
  }

  /** True while updates of the room are not durable. */
  holds(room: WriterRoom): boolean {
    return this.#roomBytes.has(room)
  }

  /** Resolves when nothing of the room waits any more. Ask once per room. */
  settled(room: WriterRoom): Promise<void> {
    if (!this.holds(room)) return Promise.resolve()
    return new Promise((resolve) => this.#whenSettled.set(room, resolve))
  }

  /** Boards with updates that are not durable. */
  unsavedBoards(): string[] {
    return [...this.#roomBytes.keys()].map((room) => room.boardId)
  }

  /** Resolves when everything is durable, or when the writer is closed: then `unsavedBoards` says what is not. */
  flush(): Promise<void> {
    if (this.#queue.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenEmpty.push(resolve))
  }

  /** Ends the retrying; what is not durable then is with its senders only. */
  close(): void {
    this.#state = { name: 'closed' }
    this.#cancelRetry()
    this.#tellEmpty()
  }

  async #write(): Promise<void> {
    const { store, clock, log } = this.#deps
    while (this.#queue.length > 0 && this.#state.name !== 'closed') {
      const batch = this.#nextBatch()
      const writing: WriterState = { name: 'writing', failures: 0 }
      this.#state = writing
      const cancelDegraded = clock.after(WRITER_LIMITS.degradedAfterMs, () => this.#become('degraded'))
      const rows = batch.map(({ room, seat, payload }) => {
        return { boardId: room.boardId, generation: room.generation, actorId: seat.person.userId, payload }
      })
      // The same rows again: whether the failed statement committed is unknown, and twice is as good as once.
      while (!(await this.#append(store, rows))) {
        writing.failures += 1
        log.warn({ rows: rows.length, failures: writing.failures }, 'updates could not be stored, trying again')
        if (!(await this.#backOff(writing.failures))) break
      }
      cancelDegraded()
      if (this.#state.name !== 'writing') return
      this.#become('healthy')
      this.#committed(batch)
    }
    if (this.#state.name === 'writing') this.#state = { name: 'idle' }
    this.#tellEmpty()
  }

  #tellEmpty(): void {
    for (const resolve of this.#whenEmpty.splice(0)) resolve()
  }

  #nextBatch(): PendingUpdate[] {
    let bytes = 0
    let rows = 0
    for (const { payload } of this.#queue) {
      bytes += payload.byteLength
      if (rows === WRITER_LIMITS.rowsPerStatement || (rows > 0 && bytes > WRITER_LIMITS.bytesPerStatement)) break
      rows += 1
    }
    return this.#queue.slice(0, rows)
  }

  async #append(store: DocStore, rows: Parameters<DocStore['append']>[0]): Promise<boolean> {
    try {
      await store.append(rows)
      return true
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'append failed')
      return false
    }
  }

  /** Waits before the next try; false when the writer was closed meanwhile. */
  #backOff(failures: number): Promise<boolean> {
    if (this.#state.name === 'closed') return Promise.resolve(false)
    const { first, longest } = WRITER_LIMITS.retryMs
    return new Promise((resolve) => {
      const cancel = this.#deps.clock.after(Math.min(first * 2 ** Math.min(failures - 1, 10), longest), () =>
        resolve(true),
      )
      this.#cancelRetry = () => {
        cancel()
        resolve(false)
      }
    })
  }

  #committed(batch: readonly PendingUpdate[]): void {
    this.#commits += 1
    this.#queue.splice(0, batch.length)
    const byRoom = new Map<WriterRoom, PendingUpdate[]>()
    for (const update of batch) {
      const updates = byRoom.get(update.room)
      if (updates === undefined) byRoom.set(update.room, [update])
      else updates.push(update)
      this.#forgetBytes(update)
    }
    for (const [room, updates] of byRoom) {
      try {
        room.commit(updates)
      } catch (error) {
        // A bug in one room must not keep the others from being saved.
        this.#deps.log.error({ err: error, boardId: room.boardId }, 'a room failed to take in what was committed')
      }
    }
  }

  #forgetBytes({ room, payload }: PendingUpdate): void {
    this.#nodeBytes -= payload.byteLength
    const left = (this.#roomBytes.get(room) ?? 0) - payload.byteLength
    if (left > 0) this.#roomBytes.set(room, left)
    else {
      this.#roomBytes.delete(room)
      this.#whenSettled.get(room)?.()
      this.#whenSettled.delete(room)
    }
  }

  #become(durability: RoomState): void {
    if (durability === this.#durability) return
    this.#durability = durability
    this.#deps.log.warn(
      { durability },
      durability === 'healthy' ? 'updates are stored again' : 'no update was stored for two seconds',
    )
    this.#onDurability(durability)
  }
}
