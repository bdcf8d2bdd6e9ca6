import type { Clock } from '../../apps/sync-server/src/rooms/clock.ts'
import type { DocStore, JournalRow, StoredDoc } from '../../apps/sync-server/src/rooms/doc-store.ts'
import type { FuzzJournal, NumberedRow } from './fuzz-journal.ts'

/** Deadlines of the port, in milliseconds (J6). */
const DEADLINE = { append: 2_000, load: 5_000 }

type Call = { rows: NumberedRow[]; end: () => void; fail: (message: string) => void }

/** How the oldest append in flight ends: `ambiguous` commits and says that it failed. */
export type AppendEnd = 'commit' | 'fail' | 'ambiguous'

/** One node's connection to the journal, and everything that can happen on it. */
export class FaultyStore implements DocStore {
  readonly #journal: FuzzJournal
  readonly #clock: Clock
  readonly #onConfirmed: (rows: readonly JournalRow[]) => void
  readonly #appends: Call[] = []
  readonly #loads: Call[] = []
  /** Statements that the caller gave up on and the database has not ended: they may commit yet. */
  #late: NumberedRow[][] = []
  #dead = false
  /** While true, calls wait until a test ends them or their deadline comes. */
  hold = { append: false, load: false }
  /** How many of the next loads fail at once. */
  failingLoads = 0

  /** @param onConfirmed hears of rows whose commit the caller was told of */
  constructor(journal: FuzzJournal, clock: Clock, onConfirmed: (rows: readonly JournalRow[]) => void) {
    this.#journal = journal
    this.#clock = clock
    this.#onConfirmed = onConfirmed
  }

  append(rows: readonly JournalRow[]): Promise<void> {
    if (this.#dead) return new Promise(() => {})
    const numbered = this.#journal.reserve(rows)
    if (this.hold.append) return this.#held(this.#appends, DEADLINE.append, numbered)
    this.#journal.commit(numbered)
    this.#onConfirmed(numbered)
    return Promise.resolve()
  }

  /** What a load gives was there when it was asked for, however late the answer comes. */
  async load(boardId: string): Promise<StoredDoc | undefined> {
    if (this.#dead) return new Promise(() => {})
    if (this.failingLoads > 0) {
      this.failingLoads -= 1
      throw new Error('the load failed on purpose')
    }
    const stored = await this.#journal.load(boardId)
    if (this.hold.load) await this.#held(this.#loads, DEADLINE.load, [])
    return stored
  }

  #held(list: Call[], deadline: number, rows: NumberedRow[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (then: () => void) => {
        const at = list.indexOf(call)
        if (at >= 0) list.splice(at, 1)
        cancel()
        if (at >= 0) then()
      }
      const fail = (message: string) => leave(() => reject(new Error(message)))
      const call: Call = { rows, end: () => leave(resolve), fail }
      const cancel = this.#clock.after(deadline, () => {
        if (rows.length > 0 && list.includes(call)) this.#late.push(rows)
        fail('no answer before the deadline')
      })
      list.push(call)
    })
  }

  /** Ends the oldest append in flight, if there is one. */
  endAppend(how: AppendEnd): void {
    const call = this.#appends[0]
    if (call === undefined) return
    if (how !== 'fail') this.#journal.commit(call.rows)
    if (how === 'commit') {
      this.#onConfirmed(call.rows)
      call.end()
    } else call.fail('the append failed on purpose')
  }

  /** Lets the oldest load in flight answer with what it read, if there is one. */
  endLoad(): void {
    this.#loads[0]?.end()
  }

  /** Statements that nobody waits for any more end: they commit, or they do not. */
  endLate(commits: boolean): void {
    const late = this.#late.splice(0)
    if (commits) for (const rows of late) this.#journal.commit(rows)
  }

  /** All is well from now on. */
  heal(): void {
    this.hold = { append: false, load: false }
    this.failingLoads = 0
    this.endLate(true)
    while (this.#loads.length > 0) this.endLoad()
    while (this.#appends.length > 0) this.endAppend('commit')
  }

  /** The process at this end is gone. @param commits whether its last statements still reach the journal */
  die(commits: boolean): void {
    this.#dead = true
    this.endLate(commits)
    if (commits) for (const { rows } of this.#appends) this.#journal.commit(rows)
    this.#appends.length = 0
    this.#loads.length = 0
  }
}
