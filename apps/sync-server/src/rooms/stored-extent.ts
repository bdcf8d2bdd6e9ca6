import * as Y from 'yjs'
import { type DecodedUpdate, mergeRanges } from './update-guard.ts'

type Range = { clock: number; len: number }

/**
 * What a stored update holds, read from its bytes: how far it knows each client, and what it deletes. Enough to ask a
 * peer what it has and to see that an answer brings nothing new, for a small part of what the document would take.
 */
export class StoredExtent {
  readonly #clocks: ReadonlyMap<number, number>
  readonly #deleted: ReadonlyMap<number, readonly Range[]>

  private constructor(clocks: ReadonlyMap<number, number>, deleted: ReadonlyMap<number, readonly Range[]>) {
    this.#clocks = clocks
    this.#deleted = deleted
  }

  /** Null when the update cannot be read or has gaps: only the document can tell what it comes to. */
  static read(payload: Uint8Array): StoredExtent | null {
    let decoded: DecodedUpdate
    try {
      decoded = Y.decodeUpdate(payload)
    } catch {
      return null
    }
    const clocks = new Map<number, number>()
    for (const struct of decoded.structs) {
      const { client, clock } = struct.id
      if (struct instanceof Y.Skip || clock !== (clocks.get(client) ?? 0)) return null
      clocks.set(client, clock + struct.length)
    }
    const deleted = new Map<number, readonly Range[]>()
    for (const [client, ranges] of decoded.ds.clients) {
      const merged = mergeRanges(ranges)
      const last = merged.at(-1)
      if (last !== undefined && last.clock + last.len > (clocks.get(client) ?? 0)) return null
      deleted.set(client, merged)
    }
    return new StoredExtent(clocks, deleted)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(new Map(this.#clocks))
  }

  /** True when the document would not be changed by the update. */
  covers(update: DecodedUpdate): boolean {
    for (const struct of update.structs) {
      if (struct instanceof Y.Skip) continue
      if (struct.id.clock + struct.length > (this.#clocks.get(struct.id.client) ?? 0)) return false
    }
    for (const [client, ranges] of update.ds.clients) {
      if (!lieWithin(mergeRanges(ranges), this.#deleted.get(client) ?? [])) return false
    }
    return true
  }
}

/** Both are in order and without overlaps, so that one walk along both is enough, however many a message names. */
function lieWithin(inner: readonly Range[], outer: readonly Range[]): boolean {
  let at = 0
  for (const { clock, len } of inner) {
    while ((outer[at]?.clock ?? Number.POSITIVE_INFINITY) + (outer[at]?.len ?? 0) <= clock) at += 1
    const range = outer[at]
    if (range === undefined || range.clock > clock || range.clock + range.len < clock + len) return false
  }
  return true
}
