import type { RecordChange, UnsavedChange } from '../sync/unsaved-changes.ts'

/** One record that somebody changed here and that is not known to be durable, as it was first and as it is last. */
export type WaitingChange = UnsavedChange & {
  /** The client that wrote it, in the document that it was written into. */
  client: number
}

/** What a store has to do to hold the same. */
export type WaitingSteps = { put: WaitingChange[]; remove: WaitingChange[] }

/**
 * The records that wait for the server, one entry for each however often it was changed: what is kept on the device
 * beside the document, so that a later tab knows what waits, whose words they are and what to do when the board is gone.
 */
export class WaitingChanges {
  readonly #client: number
  readonly #waiting = new Map<string, WaitingChange>()
  /** What earlier tabs of this device left. */
  #inherited: readonly WaitingChange[]
  readonly #dirty = new Set<string>()
  readonly #stored = new Map<string, WaitingChange>()
  #gone: WaitingChange[] = []

  constructor(client: number, inherited: readonly WaitingChange[] = []) {
    this.#client = client
    this.#inherited = inherited
  }

  note(changes: readonly RecordChange[], at: number, from: number, to: number): void {
    for (const { id, before, after } of changes) {
      const former = this.#waiting.get(id)
      const first = former ?? { before, from }
      this.#waiting.set(id, { id, before: first.before, after, at, from: first.from, to, client: this.#client })
      this.#dirty.add(id)
    }
  }

  /** Forgets what is durable: all that was last changed before `oldestUnsavedAt`, or everything when that is null. */
  settle(oldestUnsavedAt: number | null): void {
    const durable = ({ at }: WaitingChange) => oldestUnsavedAt === null || at < oldestUnsavedAt
    for (const [id, change] of this.#waiting) {
      if (!durable(change)) continue
      this.#waiting.delete(id)
      this.#dirty.delete(id)
      const stored = this.#stored.get(id)
      if (stored !== undefined) this.#gone.push(stored)
      this.#stored.delete(id)
    }
    this.#gone.push(...this.#inherited.filter(durable))
    this.#inherited = this.#inherited.filter((change) => !durable(change))
  }

  /** True while the store would have to be written. */
  get isDirty(): boolean {
    return this.#dirty.size > 0 || this.#gone.length > 0
  }

  /** What to write now. Call `restore` with it when it could not be written. */
  take(): WaitingSteps {
    const put = [...this.#dirty].flatMap((id) => this.#waiting.get(id) ?? [])
    for (const change of put) this.#stored.set(change.id, change)
    this.#dirty.clear()
    // One that was changed again meanwhile has a newer entry under the same key.
    const remove = this.#gone.filter(({ client, id }) => client !== this.#client || !this.#waiting.has(id))
    this.#gone = []
    return { put, remove }
  }

  restore({ put, remove }: WaitingSteps): void {
    for (const { id } of put) if (this.#waiting.has(id)) this.#dirty.add(id)
    this.#gone.push(...remove)
  }
}
