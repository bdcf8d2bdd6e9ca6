import type { PendingUpdate, WriterRoom } from './pending-update.ts'

/** What of a queue goes into one statement, in rows and bytes. */
export type StatementBounds = { rows: number; bytes: number }

/** Updates of all rooms that are not durable yet, in order of arrival, and how many bytes they are. */
export class WriteQueue {
  #updates: PendingUpdate[] = []
  readonly #roomBytes = new Map<WriterRoom, number>()
  #bytes = 0
  readonly #whenSettled = new Map<WriterRoom, (() => void)[]>()

  get length(): number {
    return this.#updates.length
  }

  get bytes(): number {
    return this.#bytes
  }

  bytesOf(room: WriterRoom): number {
    return this.#roomBytes.get(room) ?? 0
  }

  /** All of them. */
  get updates(): readonly PendingUpdate[] {
    return this.#updates
  }

  /** Rooms that have some here. */
  get rooms(): WriterRoom[] {
    return [...this.#roomBytes.keys()]
  }

  add(update: PendingUpdate): void {
    const { room, payload } = update
    this.#updates.push(update)
    this.#bytes += payload.byteLength
    this.#roomBytes.set(room, this.bytesOf(room) + payload.byteLength)
  }

  /** The first ones, as many as one statement may hold; a single larger one goes alone. */
  head(bounds: StatementBounds): PendingUpdate[] {
    let bytes = 0
    let rows = 0
    for (const { payload } of this.#updates) {
      bytes += payload.byteLength
      if (rows === bounds.rows || (rows > 0 && bytes > bounds.bytes)) break
      rows += 1
    }
    return this.#updates.slice(0, rows)
  }

  /** Takes out the first ones, all of which are durable. */
  removeHead(durable: readonly PendingUpdate[]): void {
    this.#updates.splice(0, durable.length)
    for (const update of durable) this.#forgetBytes(update)
  }

  /** Takes out what is not to be stored. */
  remove(refused: readonly PendingUpdate[]): void {
    this.#updates = this.#updates.filter((update) => !refused.includes(update))
    for (const update of refused) this.#forgetBytes(update)
  }

  /** Resolves when nothing of the room is left. */
  settled(room: WriterRoom): Promise<void> {
    if (!this.#roomBytes.has(room)) return Promise.resolve()
    return new Promise((resolve) => {
      this.#whenSettled.set(room, [...(this.#whenSettled.get(room) ?? []), resolve])
    })
  }

  #forgetBytes({ room, payload }: PendingUpdate): void {
    this.#bytes -= payload.byteLength
    const left = this.bytesOf(room) - payload.byteLength
    if (left > 0) {
      this.#roomBytes.set(room, left)
      return
    }
    this.#roomBytes.delete(room)
    for (const resolve of this.#whenSettled.get(room) ?? []) resolve()
    this.#whenSettled.delete(room)
  }
}
