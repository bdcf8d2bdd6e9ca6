import type { RoomState } from '@samtavle/shared/protocol'
import type { Clock } from './clock.ts'
import type { DocStore } from './doc-store.ts'
import { byRoom, type PendingUpdate, type WriterRoom } from './pending-update.ts'
import type { RoomLog } from './room-log.ts'
import { StatementPace, type StatementRests } from './statement-pace.ts'
import { WriteQueue } from './write-queue.ts'

/** Bounds of one statement and of what may wait, in bytes, rows and milliseconds. */
export const WRITER_LIMITS = {
  rowsPerStatement: 1_000,
  bytesPerStatement: 1024 * 1024,
  roomBytes: 8 * 1024 * 1024,
  nodeBytes: 64 * 1024 * 1024,
  /** Without a commit for so long, rooms are degraded … */
  degradedAfterMs: 2_000,
  /** … and after so long they take no more edits. */
  readOnlyAfterMs: 10 * 60_000,
  retryMs: { first: 100, longest: 500 },
} as const

/** What happens to edits while nothing can be stored: shown to everybody as unsaved, or kept back (`strict`). */
export type DurabilityMode = 'available' | 'strict'

/** What becomes of an update that is to be queued. */
export type Queued = 'queued' | 'full' | 'readOnly' | 'closed'

/** `recovering`: commits succeed again, but something is still shown that is not durable. */
type Health = 'healthy' | 'degraded' | 'recovering'
type WriterState = { name: 'idle' } | { name: 'writing' } | { name: 'closed' }

export type WriterDeps = {
  store: DocStore
  clock: Clock
  log: RoomLog
  mode?: DurabilityMode
  rests?: StatementRests
  /** Told after each statement: rows, and milliseconds since it was sent first. */
  onCommit?: (rows: number, ms: number) => void
}

/**
 * Carries the updates of all rooms of this node to the store: one statement in flight, and what arrives meanwhile goes
 * with the next one. The commit before is the clock; a statement waits only while nothing is shown anyway, and when there
 * were very many.
 */
export class RoomWriter {
  readonly #deps: WriterDeps
  readonly #onDurability: () => void
  readonly #pace: StatementPace
  readonly #queue = new WriteQueue()
  #state: WriterState = { name: 'idle' }
  #health: Health = 'healthy'
  /** Rooms that take no edits until everything is durable; null stands for all of them. */
  #readOnly = new Set<WriterRoom | null>()
  #cancelTimers: () => void = () => {}
  #cancelPause: () => void = () => {}
  #whenEmpty: (() => void)[] = []
  #commits = 0
  /** How many updates are shown and not durable. */
  #shown = 0

  /** @param onDurability is told when the answer of `stateOf` changes for any room, before commits are */
  constructor(deps: WriterDeps, onDurability: () => void = () => {}) {
    this.#deps = deps
    this.#onDurability = onDurability
    this.#pace = new StatementPace(deps.rests ?? {}, deps.clock.now)
  }

  /** How saving goes in a room, as its sockets are told. */
  stateOf(room: WriterRoom): RoomState {
    if (this.#readOnly.has(null) || this.#readOnly.has(room)) return 'read-only'
    if (this.#health === 'healthy') return 'healthy'
    return this.#deps.mode === 'strict' ? 'held' : 'degraded'
  }

  get healthy(): boolean {
    return this.#health === 'healthy'
  }

  get stats(): { waiting: number; waitingBytes: number; commits: number } {
    return { waiting: this.#queue.length, waitingBytes: this.#queue.bytes, commits: this.#commits }
  }

  /** Queues an update for the next statement; kept only when the answer is `queued`. */
  add(update: PendingUpdate): Queued {
    const { room, payload } = update
    if (this.#state.name === 'closed') return 'closed'
    if (this.stateOf(room) === 'read-only') return 'readOnly'
    const roomBytes = this.#queue.bytesOf(room) + payload.byteLength
    const roomFull = roomBytes > payload.byteLength && roomBytes > WRITER_LIMITS.roomBytes
    const nodeFull = this.#queue.bytes + payload.byteLength > WRITER_LIMITS.nodeBytes
    if (roomFull || nodeFull) {
      if (this.#health === 'healthy') return 'full'
      this.#stopEdits(nodeFull ? null : room)
      return 'readOnly'
    }
    this.#push(update)
    if (this.#health === 'degraded' && this.#deps.mode !== 'strict') this.#show([update])
    return 'queued'
  }

  /** Queues what is shown and the store has lost. No bound applies: it is in memory anyway. */
  restore(update: PendingUpdate): void {
    if (this.#state.name === 'closed') return
    this.#shown += 1
    this.#push(update)
  }

  #push(update: PendingUpdate): void {
    this.#queue.add(update)
    if (this.#state.name === 'idle') void this.#write()
  }

  /** True while updates of the room are not durable. */
  holds(room: WriterRoom): boolean {
    return this.#queue.bytesOf(room) > 0
  }

  /** Resolves when nothing of the room waits any more. */
  settled(room: WriterRoom): Promise<void> {
    return this.#queue.settled(room)
  }

  /** Boards with updates that are not durable. */
  unsavedBoards(): string[] {
    return this.#queue.rooms.map((room) => room.boardId)
  }

  /** Resolves when everything is durable, or when the writer is closed: then `unsavedBoards` says what is not. */
  flush(): Promise<void> {
    if (this.#queue.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#whenEmpty.push(resolve))
  }

  /** Ends the retrying; what is not durable then is with its senders only. */
  close(): void {
    this.#state = { name: 'closed' }
    this.#cancelTimers()
    this.#cancelPause()
    this.#tellEmpty()
  }

  async #write(): Promise<void> {
    const { store, clock, onCommit } = this.#deps
    while (this.#queue.length > 0 && this.#state.name !== 'closed') {
      this.#state = { name: 'writing' }
      const rest = this.#health === 'healthy' ? this.#pace.waitMs() : 0
      if (rest > 0 && !(await this.#pause(rest))) break
      const batch = this.#nextBatch()
      if (batch.length === 0) continue
      const sentAt = clock.now()
      this.#pace.began()
      const cancelDegraded = clock.after(WRITER_LIMITS.degradedAfterMs, () => this.#degrade())
      const rows = batch.map(({ room: { boardId, generation }, actorId, payload, claims }) => {
        return { boardId, generation, actorId, payload, ...(claims && { claims }) }
      })
      // The same rows again: whether the failed statement committed is unknown, and twice is as good as once.
      for (let failures = 1; !(await this.#append(store, rows)); failures++) {
        this.#deps.log.warn({ rows: rows.length, failures }, 'updates could not be stored, trying again')
        if (!(await this.#backOff(failures))) break
      }
      cancelDegraded()
      if (this.#state.name !== 'writing') return
      const ms = clock.now() - sentAt
      this.#pace.took(ms)
      onCommit?.(rows.length, ms)
      this.#committed(batch)
    }
    if (this.#state.name === 'writing') this.#state = { name: 'idle' }
    this.#tellEmpty()
  }

  #tellEmpty(): void {
    for (const resolve of this.#whenEmpty.splice(0)) resolve()
  }

  /** The rows of the next statement, from the head of the queue; what rooms do not admit leaves it. */
  #nextBatch(): PendingUpdate[] {
    const { rowsPerStatement: rows, bytesPerStatement: bytes } = WRITER_LIMITS
    const head = this.#queue.head({ rows, bytes })
    this.#admit(head)
    const refused = head.filter(({ stage }) => stage === 'refused')
    if (refused.length === 0) return head
    this.#queue.remove(refused)
    return head.filter(({ stage }) => stage !== 'refused')
  }

  #admit(updates: readonly PendingUpdate[]): void {
    for (const [room, own] of byRoom(updates.filter(({ stage }) => stage === 'queued'))) {
      for (const update of room.admit(own)) update.stage = 'admitted'
      for (const update of own) if (update.stage === 'queued') update.stage = 'refused'
    }
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
    return this.#pause(Math.min(first * 2 ** Math.min(failures - 1, 10), longest))
  }

  /** False when the writer was closed meanwhile. */
  #pause(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.#deps.clock.after(ms, () => resolve(true))
      this.#cancelPause = () => {
        cancel()
        resolve(false)
      }
    })
  }

  #committed(batch: readonly PendingUpdate[]): void {
    this.#commits += 1
    this.#queue.removeHead(batch)
    for (const { stage } of batch) if (stage === 'shown') this.#shown -= 1
    this.#recover()
    for (const [room, updates] of byRoom(batch)) this.#guarded(room, () => room.commit(updates))
  }

  #degrade(): void {
    if (this.#health === 'degraded') return
    const before = this.#health
    this.#health = 'degraded'
    if (before === 'healthy') {
      this.#deps.log.warn({}, 'no update was stored for two seconds: rooms are degraded')
      const left = WRITER_LIMITS.readOnlyAfterMs - WRITER_LIMITS.degradedAfterMs
      this.#cancelTimers = this.#deps.clock.after(left, () => this.#stopEdits(null))
      this.#onDurability()
    }
    if (this.#deps.mode !== 'strict') this.#show(this.#queue.updates.filter(({ stage }) => stage !== 'shown'))
  }

  /** Everybody sees these now, as unsaved. What is admitted goes first: the room looks at the rest on top of it. */
  #show(updates: readonly PendingUpdate[]): void {
    this.#showAdmitted(updates)
    this.#admit(updates)
    this.#showAdmitted(updates)
  }

  #showAdmitted(updates: readonly PendingUpdate[]): void {
    const admitted = updates.filter(({ stage }) => stage === 'admitted')
    for (const update of admitted) update.stage = 'shown'
    this.#shown += admitted.length
    for (const [room, own] of byRoom(admitted)) this.#guarded(room, () => room.show(own))
  }

  /** A commit succeeded. Rooms are healthy again when nothing is shown any more that is not durable. */
  #recover(): void {
    if (this.#health === 'healthy') return
    this.#health = this.#shown > 0 ? 'recovering' : 'healthy'
    if (this.#health !== 'healthy') return
    this.#cancelTimers()
    this.#readOnly.clear()
    this.#deps.log.warn({}, 'updates are stored again')
    this.#onDurability()
  }

  #stopEdits(room: WriterRoom | null): void {
    if (this.#state.name === 'closed' || this.#readOnly.has(room)) return
    this.#readOnly.add(room)
    this.#deps.log.error({ boardId: room?.boardId ?? 'all' }, 'too much waits to be stored: no more edits')
    this.#onDurability()
  }

  /** A bug in one room must not keep the others from being saved. */
  #guarded(room: WriterRoom, task: () => void): void {
    try {
      task()
    } catch (error) {
      this.#deps.log.error({ err: error, boardId: room.boardId }, 'a room failed to take in what was stored')
    }
  }
}
