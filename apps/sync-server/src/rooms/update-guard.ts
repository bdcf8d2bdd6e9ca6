import { ProtocolError } from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** No clock of a document may reach this; a struct that does would silence its client for ever. */
export const CLOCK_MAX = 2 ** 31
/** By how much one message may carry a client's clock forward. */
export const GROWTH_MAX = 1_000_000
/** How many client ids one message may bring, and how many a board may have. */
export const CLIENTS_MAX = { inMessage: 1_000, onBoard: 50_000 } as const

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>
type Range = { clock: number; len: number }

/** Where the decoding of the update at hand has come to. */
let position: decoding.Decoder | undefined

class WatchedDecoder extends Y.UpdateDecoderV1 {
  readonly #clients = new Set<number>()

  constructor(decoder: decoding.Decoder) {
    super(decoder)
    position = decoder
  }

  /** Yjs takes only the last run of a client's structs; all checks see every one. So there may be but one. */
  override readClient(): number {
    const client = super.readClient()
    if (this.#clients.has(client)) throw new ProtocolError('a client with two runs of structs')
    this.#clients.add(client)
    return client
  }
}

/**
 * Reads an update without building a document from it: the lazy reader refuses at once what would make `applyUpdate`
 * allocate for millions of structs that are declared and not there.
 * @throws ProtocolError when the bytes are no update (V2 is none either) or hold clocks beyond the bounds.
 */
export function decodeDocumentUpdate(update: Uint8Array): DecodedUpdate {
  let decoded: DecodedUpdate
  try {
    decoded = Y.decodeUpdateV2(update, WatchedDecoder)
  } catch (error) {
    throw new ProtocolError('the update cannot be decoded', { cause: error })
  }
  // V2 bytes may read as an empty V1 update with something behind it, and would be counted as saved.
  if (position !== undefined && decoding.hasContent(position)) throw new ProtocolError('bytes behind the update')
  for (const struct of decoded.structs) {
    if (!isWithinBounds(struct.id.clock, struct.length)) throw new ProtocolError('a struct beyond the clock bound')
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentDoc) throw new ProtocolError('a subdocument')
  }
  for (const ranges of decoded.ds.clients.values()) {
    for (const { clock, len } of ranges) {
      if (!isWithinBounds(clock, len)) throw new ProtocolError('a deletion beyond the clock bound')
    }
  }
  return decoded
}

function isWithinBounds(clock: number, length: number): boolean {
  return clock >= 0 && length > 0 && clock + length <= CLOCK_MAX
}

/** True for an update without structs and deletions. */
export function isEmpty(decoded: DecodedUpdate): boolean {
  return decoded.structs.length === 0 && decoded.ds.clients.size === 0
}

/**
 * Refuses an update that carries one client's clock far beyond what the document has of it, or that brings more client
 * ids than people have: every handshake carries all of them from then on (threats table, SEC-34).
 * @param reach how far a client's clock is known, with the updates that wait to be stored
 * @throws ProtocolError
 */
export function assertGrowth(doc: Y.Doc, decoded: DecodedUpdate, reach: (client: number) => number): void {
  const fresh = new Set<number>()
  for (const { id } of decoded.structs) if (!doc.store.clients.has(id.client)) fresh.add(id.client)
  if (fresh.size > CLIENTS_MAX.inMessage) throw new ProtocolError('an update of too many clients')
  if (fresh.size > 0 && fresh.size + doc.store.clients.size > CLIENTS_MAX.onBoard)
    throw new ProtocolError('a board of too many clients')
  for (const { id, length } of decoded.structs) {
    if (id.clock + length - reach(id.client) > GROWTH_MAX)
      throw new ProtocolError('an update that grows a client too far')
  }
}

/**
 * True when applying the update would change nothing. A client that only answers a sync step 1 sends all deletions that
 * it knows of every time, so an answer is seldom empty; it is a write only if it tells the document something.
 */
export function carriesNothingNew(doc: Y.Doc, decoded: DecodedUpdate): boolean {
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) continue
    if (struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)) return false
  }
  for (const [client, ranges] of decoded.ds.clients) {
    if (!areDeleted(doc.store.clients.get(client), mergeRanges(ranges))) return false
  }
  return true
}

/** How far the update carries the clock of each client. */
export function extentOf(decoded: DecodedUpdate): Map<number, number> {
  const extent = new Map<number, number>()
  for (const struct of decoded.structs) {
    const end = struct.id.clock + struct.length
    if (!(struct instanceof Y.Skip) && end > (extent.get(struct.id.client) ?? 0)) extent.set(struct.id.client, end)
  }
  return extent
}

/**
 * True when the update builds on, or deletes, something that is neither in it nor known.
 * @param known how far the clock of a client is known, without gaps
 */
export function dependsOnMore(decoded: DecodedUpdate, known: (client: number) => number): boolean {
  const reach = new Map<number, number>()
  const reachOf = (client: number): number => reach.get(client) ?? known(client)
  // Structs of one client come in order of their clocks: one that begins beyond what is known leaves a gap.
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) continue
    if (clock > reachOf(client)) return true
    reach.set(client, Math.max(reachOf(client), clock + struct.length))
  }
  const has = (id: Y.ID | null): boolean => id === null || id.clock < reachOf(id.client)
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue
    if (!has(struct.origin) || !has(struct.rightOrigin)) return true
    if (struct.parent instanceof Y.ID && !has(struct.parent)) return true
  }
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) if (clock + len > reachOf(client)) return true
  }
  return false
}

/** Sorted and without overlaps, so that a range repeated a million times is looked up once. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  if (ranges.length === 1) return ranges
  const merged: Range[] = []
  for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
    const last = merged.at(-1)
    if (last !== undefined && clock <= last.clock + last.len) last.len = Math.max(last.len, clock + len - last.clock)
    else merged.push({ clock, len })
  }
  return merged
}

/** True when all of these ranges of a client's structs are deleted already. They are in order, without overlaps. */
export function areDeleted(structs: (Y.GC | Y.Item)[] | undefined, ranges: readonly Range[]): boolean {
  const last = structs?.at(-1)
  if (structs === undefined || last === undefined) return ranges.length === 0
  for (const { clock, len } of ranges) {
    if (clock + len > last.id.clock + last.length) return false
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i]
      if (struct === undefined || struct.id.clock >= clock + len) break
      if (!struct.deleted) return false
    }
  }
  return true
}
