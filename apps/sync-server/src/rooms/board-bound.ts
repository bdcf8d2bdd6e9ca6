import { type Growth, growthOf, plainGrowthOf, type RecordedSize } from './board-growth.ts'
import type { Clock } from './clock.ts'
import type { PendingUpdate } from './pending-update.ts'
import type { DecodedUpdate } from './update-guard.ts'

const MIB = 1024 * 1024

/** How large the document of a board may be, in bytes as one update, and how often that is found out. */
export type BoardBounds = {
  /** A board that is larger takes nothing new … */
  readonly bytes: number
  /** … but updates of so many bytes, in which people move, rename and write a few words … */
  readonly smallBytes: number
  /** … until it is this large. What only deletes is taken all the same … */
  readonly smallUntilBytes: number
  /** … and from here on when nothing is cut by it: a text of which every other letter goes takes more than before. */
  readonly cutsUntilBytes: number
  /** It is encoded anew when by this share of `bytes` more may have come since … */
  readonly measureShare: number
  /** … or when something was deleted and so long has passed, in milliseconds. */
  readonly measureAgainMs: number
}

/** Reasons in decision 0067. All of it lies below `SNAPSHOT_BYTES_MAX`. */
export const BOARD_BOUNDS: BoardBounds = {
  bytes: 20 * MIB,
  smallBytes: 4 * 1024,
  smallUntilBytes: 21 * MIB,
  cutsUntilBytes: 22 * MIB,
  measureShare: 1 / 64,
  measureAgainMs: 2_000,
}

/** By how much stored rows may grow when they are applied, as a multiple of their bytes: mostly headers of pieces. */
const UNREAD_GROWTH = 16

/**
 * Keeps the document of a board within its bounds. Its size is known as a number that it does not exceed: what was
 * measured when it was encoded last, and the most by which each update since may have made it grow. Only when that
 * number passes a bound is the document encoded.
 */
export class BoardBound {
  readonly #bounds: BoardBounds
  readonly #clock: Pick<Clock, 'now'>
  readonly #measure: () => void
  /** At most so large is the document with all that is admitted. */
  #most = 0
  /** How much of that is admitted and not applied yet. */
  #ahead = 0
  #grown = 0
  #grownWhenMeasured = Number.NEGATIVE_INFINITY
  #measuredAt = Number.NEGATIVE_INFINITY
  #hasDeletions = false

  /** @param measure encodes the document, and so leads to `measured` */
  constructor(bounds: BoardBounds, clock: Pick<Clock, 'now'>, measure: () => void) {
    this.#bounds = bounds
    this.#clock = clock
    this.#measure = measure
  }

  /** By how much at most all updates together made the document grow since it was loaded. */
  get grown(): number {
    return this.#grown
  }

  /** The document is made of these. One alone is as large as it is; more of them may cut each other. */
  loaded([first, ...rest]: readonly Uint8Array[]): void {
    this.#most = rest.reduce((sum, { byteLength }) => sum + UNREAD_GROWTH * byteLength, first?.byteLength ?? 0)
  }

  /** The document was encoded, and is so large. */
  measured(bytes: number): void {
    this.#most = bytes + this.#ahead
    this.#grownWhenMeasured = this.#grown
    this.#measuredAt = this.#clock.now()
    this.#hasDeletions = false
  }

  /** @param growth what `admit` said of the update; undefined for one that came another way */
  applied(bytes: number, growth: number | undefined): void {
    if (growth === undefined) this.#grow(UNREAD_GROWTH * bytes)
    else this.#ahead -= growth
  }

  /** True when an edit with such an update needs no closer look. */
  hasRoomFor(update: Uint8Array, decoded: DecodedUpdate): boolean {
    return this.#most + plainGrowthOf(update, decoded) <= this.#bounds.bytes
  }

  /**
   * Takes an update into account that is to be applied; the document must be as it was told to `applied`.
   * @returns by how much at most the document grows; undefined when there is no room for it, and nothing is changed
   */
  admit(doc: Parameters<typeof growthOf>[0], update: PendingUpdate, decoded: DecodedUpdate): number | undefined {
    let growth = plainGrowthOf(update.payload, decoded)
    if (this.#most + growth > this.#bounds.bytes) {
      const read = growthOf(doc, update.payload, decoded)
      growth = read.most
      // What the server mends has to be mended on a full board too.
      const isRepair = update.seat === null && update.actorId === null
      if (!isRepair && !this.#fits(read) && !this.#fitsAsRecorded(update.size) && !this.#fitsMeasured(read))
        return undefined
    }
    this.#grow(growth)
    this.#ahead += growth
    this.#hasDeletions ||= decoded.ds.clients.size > 0
    return growth
  }

  #grow(bytes: number): void {
    this.#most += bytes
    this.#grown += bytes
  }

  #fits({ most, bytes, structs, cuts }: Growth): boolean {
    const { smallBytes, smallUntilBytes, cutsUntilBytes } = this.#bounds
    const onlyDeletes = structs === 0
    if (onlyDeletes && cuts === 0) return true
    const small = bytes <= smallBytes ? smallUntilBytes : this.#bounds.bytes
    return this.#most + most <= (onlyDeletes ? cutsUntilBytes : small)
  }

  /** An edit of the server's own may write much and delete more: how large the document is with it was looked at. */
  #fitsAsRecorded(size: RecordedSize | undefined): boolean {
    if (size === undefined) return false
    return size.after + this.#grown - size.grown <= Math.max(this.#bounds.bytes, size.before)
  }

  #fitsMeasured(growth: Growth): boolean {
    const { bytes, measureShare, measureAgainMs } = this.#bounds
    const hasGrown = this.#grown - this.#grownWhenMeasured >= bytes * measureShare
    const mayHaveShrunk = this.#hasDeletions && this.#clock.now() - this.#measuredAt >= measureAgainMs
    if (!hasGrown && !mayHaveShrunk) return false
    this.#measure()
    return this.#fits(growth)
  }
}
