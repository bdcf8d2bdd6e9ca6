import type { DocStore, JournalRow } from '../../apps/sync-server/src/rooms/doc-store.ts'

type Held = { what: 'append' | 'load'; rows: readonly JournalRow[]; proceed: () => void; fail: (error: Error) => void }

/** A store whose calls a test can hold in flight and end one by one, well or badly. */
export type HeldStore = DocStore & {
  hold: { append: boolean; load: boolean }
  /** Calls in flight, oldest first. */
  readonly inFlight: readonly Held[]
  /** Ends the oldest call in flight: it reaches the store behind. */
  proceed(): void
  /** Ends the oldest call in flight with an error; it never reached the store. */
  fail(): void
  /** How often each was called. */
  readonly calls: { append: number; load: number }
}

export function holdStore(behind: DocStore): HeldStore {
  const inFlight: Held[] = []
  const hold = { append: false, load: false }
  const calls = { append: 0, load: 0 }

  async function pass<T>(what: 'append' | 'load', rows: readonly JournalRow[], call: () => Promise<T>): Promise<T> {
    calls[what] += 1
    if (hold[what]) {
      await new Promise<void>((proceed, fail) => inFlight.push({ what, rows: [...rows], proceed, fail }))
    }
    return call()
  }
  const oldest = (): Held => {
    const held = inFlight.shift()
    if (held === undefined) throw new Error('no call is in flight')
    return held
  }
  return {
    hold,
    inFlight,
    calls,
    append: (rows) => pass('append', rows, () => behind.append(rows)),
    load: (boardId) => pass('load', [], () => behind.load(boardId)),
    proceed: () => oldest().proceed(),
    fail: () => oldest().fail(new Error('the store failed on purpose')),
  }
}
