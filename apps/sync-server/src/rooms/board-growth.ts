import * as Y from 'yjs'
import { areDeleted, type DecodedUpdate, mergeRanges } from './update-guard.ts'

/** By how much an update may make a document grow, in bytes as one update. */
export type Growth = {
  /** At most so much, with the headers of all that it may cut in two. */
  most: number
  /** What it brings that the document does not hold. */
  bytes: number
  /** How many structs of it are new, and how many of the document's its deletions cut in two. */
  structs: number
  cuts: number
}

/** What is known of an edit that was recorded on a copy: how large the document was, and how large it is with it. */
export type RecordedSize = {
  before: number
  after: number
  /** `BoardBound.grown` when it was recorded. */
  grown: number
}

/**
 * The most that a piece costs which is cut off: a byte of its own, two ids of a client (8 bytes for 2⁵³) and a clock
 * (5 bytes for 2³¹), and the lengths of both halves.
 */
const PIECE_BYTES = 32
/** A struct that is put into a text may cut two others, and so may the ends of a range that is deleted. */
const CUTS_EACH = 2

/** The most by which an update makes any document grow, known without looking at one. */
export function plainGrowthOf(update: Uint8Array, { structs, ds }: DecodedUpdate): number {
  let pieces = structs.length
  for (const ranges of ds.clients.values()) pieces += ranges.length
  return update.byteLength + PIECE_BYTES * CUTS_EACH * pieces
}

/**
 * The same for one document. Deletions that it knows count for nothing: a client that comes back sends all of them.
 */
export function growthOf(doc: Y.Doc, update: Uint8Array, { structs, ds }: DecodedUpdate): Growth {
  let bytes = update.byteLength
  let fresh = 0
  let cuts = 0
  for (const struct of structs) {
    const isKnown = struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client)
    if (!isKnown && !(struct instanceof Y.Skip)) fresh += 1
  }
  for (const [client, ranges] of ds.clients) {
    const own = doc.store.clients.get(client)
    for (const { clock, len } of ranges) bytes -= bytesOf(clock) + bytesOf(len)
    for (const range of mergeRanges(ranges)) {
      if (areDeleted(own, [range])) continue
      bytes += bytesOf(range.clock) + bytesOf(range.len)
      cuts += cutsOf(own, range)
    }
  }
  return { most: bytes + PIECE_BYTES * (CUTS_EACH * fresh + cuts), bytes, structs: fresh, cuts }
}

/** How many structs of a client are cut in two when a range is deleted. What is not there yet counts as cut. */
function cutsOf(structs: (Y.GC | Y.Item)[] | undefined, { clock, len }: { clock: number; len: number }): number {
  const last = structs?.at(-1)
  if (structs === undefined || last === undefined || clock + len > last.id.clock + last.length) return CUTS_EACH
  const first = structs[Y.findIndexSS(structs, clock)]
  const end = structs[Y.findIndexSS(structs, clock + len - 1)]
  const begins = first === undefined || first.deleted || first.id.clock === clock
  const ends = end === undefined || end.deleted || end.id.clock + end.length === clock + len
  return Number(!begins) + Number(!ends)
}

/** How many bytes a number takes in an update. */
function bytesOf(number: number): number {
  let bytes = 1
  for (let rest = number; rest >= 128; rest /= 128) bytes += 1
  return bytes
}
