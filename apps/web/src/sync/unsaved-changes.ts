import type { BoardRecord } from '@samtavle/shared/board-doc'

/** One record before and after a step of mine; undefined where it was not there. */
export type RecordChange = { id: string; before: BoardRecord | undefined; after: BoardRecord | undefined }

/** A change that may not be durable yet. */
export type UnsavedChange = RecordChange & {
  /** When the last of it was written into the document, in ms. */
  at: number
  /** The clock of my client in that document before and after it; equal when it only deleted. */
  from: number
  to: number
  /** The client, when it is another one than the present document's: an earlier tab of this device. */
  client?: number
}

/** Beyond so many steps of one record, or of all, those that nobody else came between count as one. */
const STEPS_MAX = { record: 256, all: 4096 } as const

/**
 * What I have changed that is not known to be durable, step by step, as records: when the server refuses the document
 * that holds it, this is what can be brought into a fresh one, or shown to its author.
 */
export class UnsavedChanges {
  #changes: UnsavedChange[] = []
  readonly #latest = new Map<string, { change: UnsavedChange; count: number }>()

  get all(): readonly UnsavedChange[] {
    return this.#changes
  }

  /** How many records have something that waits. */
  get count(): number {
    return this.#latest.size
  }

  /** Takes over what earlier tabs left, before anything of this one. */
  inherit(changes: readonly UnsavedChange[]): void {
    for (const change of changes) this.#keep(change)
  }

  /** Call after the transaction that wrote them. `from` and `to` are my clock before and after it. */
  note(changes: readonly RecordChange[], at: number, from: number, to: number): void {
    for (const change of changes) {
      const latest = this.#latest.get(change.id)
      const many = this.#changes.length >= STEPS_MAX.all || (latest?.count ?? 0) >= STEPS_MAX.record
      // The same object: nothing of anybody else came in between.
      if (many && latest !== undefined && latest.change.after === change.before) {
        Object.assign(latest.change, { after: change.after, at, to })
      } else {
        this.#keep({ ...change, at, from, to })
      }
    }
  }

  /** Forgets what is durable: all that was written before `oldestUnsavedAt`, or everything when that is null. */
  settle(oldestUnsavedAt: number | null): void {
    const [first] = this.#changes
    if (first === undefined || (oldestUnsavedAt !== null && first.at >= oldestUnsavedAt)) return
    const kept = oldestUnsavedAt === null ? [] : this.#changes.filter(({ at }) => at >= oldestUnsavedAt)
    this.#changes = []
    this.#latest.clear()
    for (const change of kept) this.#keep(change)
  }

  #keep(change: UnsavedChange): void {
    this.#changes.push(change)
    this.#latest.set(change.id, { change, count: (this.#latest.get(change.id)?.count ?? 0) + 1 })
  }
}
