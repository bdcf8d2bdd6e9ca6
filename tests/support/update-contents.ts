import * as Y from 'yjs'

/** A run of clocks of one client. */
export type Run = { client: number; clock: number; len: number }

/** What an update carries: structs it brings and structs it deletes. */
export type Contents = { structs: Run[]; deletes: Run[] }

/** Reads an update without integrating it. */
export function contentsOf(update: Uint8Array): Contents {
  const { structs, ds } = Y.decodeUpdate(update)
  const deletes = [...ds.clients].flatMap(([client, runs]) => runs.map(({ clock, len }) => ({ client, clock, len })))
  const brought = structs.filter((struct) => !(struct instanceof Y.Skip))
  return { structs: brought.map(({ id, length }) => ({ client: id.client, clock: id.clock, len: length })), deletes }
}

/** A set of clocks per client, kept as runs that neither touch nor overlap. */
export class ClockSet {
  readonly #runs = new Map<number, [from: number, to: number][]>()

  add({ client, clock, len }: Run): void {
    let runs = this.#runs.get(client)
    if (runs === undefined) {
      runs = []
      this.#runs.set(client, runs)
    }
    const last = runs.at(-1)
    if (last !== undefined && clock === last[1]) {
      last[1] += len
      return
    }
    runs.push([clock, clock + len])
    runs.sort((a, b) => a[0] - b[0])
    const merged: [number, number][] = []
    for (const [from, to] of runs) {
      const before = merged.at(-1)
      if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to)
      else merged.push([from, to])
    }
    this.#runs.set(client, merged)
  }

  has({ client, clock, len }: Run): boolean {
    if (len <= 0) return true
    return (this.#runs.get(client) ?? []).some(([from, to]) => from <= clock && clock + len <= to)
  }
}

/**
 * All that a number of updates say together. Deletions that follow from two people having written the same property at
 * once stand in nobody's update, so that the updates are integrated too.
 */
export class KnownContents {
  readonly doc = new Y.Doc()
  readonly #structs = new ClockSet()
  readonly #deletes = new ClockSet()

  add(update: Uint8Array): void {
    const { structs, deletes } = contentsOf(update)
    for (const run of structs) this.#structs.add(run)
    for (const run of deletes) this.#deletes.add(run)
    Y.applyUpdate(this.doc, update)
  }

  /** What of the contents is not here, in words; undefined when all of it is. */
  missing({ structs, deletes }: Contents): string | undefined {
    for (const run of structs) {
      const rest = this.#beyond(run)
      if (!this.#structs.has(rest)) return `${run.client}@${rest.clock}+${rest.len}`
    }
    for (const run of deletes) {
      const rest = this.#beyond(run)
      if (!this.#deletes.has(rest)) return `deletion of ${run.client}@${rest.clock}+${rest.len}`
      const whole = this.#deletes.has(run) || this.#areDeleted({ ...run, len: run.len - rest.len })
      if (!whole) return `deletion of ${run.client}@${run.clock}+${run.len}`
    }
    return undefined
  }

  /** The part of a run that the document has not integrated. */
  #beyond({ client, clock, len }: Run): Run {
    const from = Math.min(Math.max(clock, Y.getState(this.doc.store, client)), clock + len)
    return { client, clock: from, len: clock + len - from }
  }

  #areDeleted({ client, clock, len }: Run): boolean {
    if (len <= 0) return true
    const structs = this.doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i]
      if (struct === undefined || struct.id.clock >= clock + len) break
      if (!struct.deleted) return false
    }
    return true
  }
}
