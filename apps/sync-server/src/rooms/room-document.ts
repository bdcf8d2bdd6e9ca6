import { encodeSyncStep2, encodeUpdate } from '@samtavle/shared/protocol'
import * as Y from 'yjs'
import { BoardBound, type BoardBounds } from './board-bound.ts'
import type { Clock } from './clock.ts'
import type { PendingUpdate } from './pending-update.ts'
import type { RoomLog } from './room-log.ts'
import { StoredExtent } from './stored-extent.ts'
import { carriesNothingNew, type DecodedUpdate, isEmpty } from './update-guard.ts'

export const DOCUMENT_LIMITS = {
  /** More stored updates than this are not sent one by one to the first who comes. */
  storedFrames: 64,
  /** A larger one is taken for readable without a look: it is a seed or a snapshot with a checksum. */
  checkedBytes: 256 * 1024,
  /** How long the encoded board is kept for the next who comes, in milliseconds. */
  encodedMs: 10_000,
  /** A document that nobody needed for so long, in milliseconds, gives way to its bytes, which take a fraction … */
  quietMs: 60_000,
  /** … unless they are more than this: building it again would be felt. */
  quietBytes: 512 * 1024,
  /** How much of the encoded board's size may have been added before it is encoded anew, and at least how many bytes. */
  tailShare: 0.25,
  tailBytes: 64 * 1024,
} as const

/** The encoded board and what came since; `frames` is both, ready to be sent. */
type Encoded = { state: Uint8Array; frames: readonly Uint8Array[]; tailBytes: number }

/**
 * The document of one room. The Yjs document is built from the stored updates when somebody needs it; whoever comes
 * first is answered from the stored bytes. Whoever comes next shares one encoding of the board.
 */
export class RoomDocument {
  readonly #boardId: string
  readonly #clock: Clock
  readonly #log: RoomLog
  #stored: readonly Uint8Array[]
  /** What the one stored update holds; undefined until somebody asks, null when only the document can tell. */
  #extent: StoredExtent | null | undefined
  #doc: Y.Doc | null = null
  /** About how large the encoded document is. */
  #bytes = 0
  #isUsed = false
  #cancelQuiet: () => void = () => {}
  #encoded: Encoded | null = null
  #cancelForget: (() => void) | null = null
  #destroyed = false
  /** How large the board may become, and whether it is. */
  readonly bound: BoardBound
  readonly #onDamaged: () => void
  readonly #onBuilt: (doc: Y.Doc) => void

  /**
   * @param deps.onDamaged is told when a stored update cannot be applied: what was sent before may hold it
   * @param deps.onBuilt is told of the document whenever it was built, before anything is added to it
   */
  constructor(
    boardId: string,
    stored: readonly Uint8Array[],
    deps: {
      clock: Clock
      log: RoomLog
      bounds: BoardBounds
      onDamaged: () => void
      onBuilt: (doc: Y.Doc) => void
    },
  ) {
    this.#boardId = boardId
    this.#stored = stored
    this.#clock = deps.clock
    this.#log = deps.log
    this.#onDamaged = deps.onDamaged
    this.#onBuilt = deps.onBuilt
    this.bound = new BoardBound(deps.bounds, deps.clock, () => this.#encodeDoc())
    this.bound.loaded(stored)
  }

  /** The document; never holds more than the journal does, except while the room is degraded. */
  get doc(): Y.Doc {
    this.#isUsed = true
    if (this.#doc !== null) return this.#doc
    const doc = new Y.Doc()
    this.#doc = doc
    doc.on('afterAllTransactions', forgetTransactions)
    const stored = this.#stored
    let isDamaged = false
    doc.transact(() => {
      for (const payload of stored) if (!this.#applyOrSkip(doc, payload)) isDamaged = true
    })
    this.#bytes = stored.reduce((sum, { byteLength }) => sum + byteLength, 0)
    this.#stored = []
    this.#extent = undefined
    if (isDamaged) {
      this.#forget()
      this.#clock.endOfTurn(() => this.#onDamaged())
    }
    this.#onBuilt(doc)
    this.#watchQuiet()
    return doc
  }

  /** Makes the document ready, if it is not. */
  build(): void {
    if (!this.#destroyed) void this.doc
  }

  get isBuilt(): boolean {
    return this.#doc !== null
  }

  /** The document for readers who need it only when it is there; it is not kept for them. */
  get built(): Y.Doc | undefined {
    return this.#doc ?? undefined
  }

  /** Applies updates in one transaction and says of each whether Yjs could take it. */
  apply(updates: readonly Pick<PendingUpdate, 'payload' | 'growth'>[]): boolean[] {
    const { doc } = this
    const taken: boolean[] = []
    doc.transact(() => {
      for (const { payload, growth } of updates) {
        taken.push(this.#applyOrSkip(doc, payload))
        this.bound.applied(payload.byteLength, growth)
      }
    })
    const applied = updates.flatMap(({ payload }, index) => (taken[index] ? payload : []))
    for (const { byteLength } of applied) this.#bytes += byteLength
    this.#append(applied)
    return taken
  }

  /** The frames that answer a sync step 1: the difference, or all of it for who has nothing. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    if (isEmptyVector(stateVector)) return this.#encode().frames
    const [only] = this.#stored
    const difference = only !== undefined && this.#readExtent() !== null
    return [
      encodeSyncStep2(difference ? Y.diffUpdate(only, stateVector) : Y.encodeStateAsUpdate(this.doc, stateVector)),
    ]
  }

  /** The whole document as one update. The same bytes for everybody who asks until something is added. */
  encodedState(): Uint8Array {
    const encoded = this.#encode()
    if (encoded.frames.length === 1) return encoded.state
    this.#forget()
    return this.#encodeDoc().state
  }

  stateVector(): Uint8Array {
    return this.#readExtent()?.stateVector() ?? Y.encodeStateVector(this.doc)
  }

  /** True when applying the update would change nothing. */
  covers(update: DecodedUpdate): boolean {
    if (isEmpty(update)) return true
    return this.#readExtent()?.covers(update) || carriesNothingNew(this.doc, update)
  }

  destroy(): void {
    this.#destroyed = true
    this.#forget()
    this.#cancelQuiet()
    this.#doc?.destroy()
  }

  /** Null when the document is there, or must be: without a checksum it has to show that its bytes can be applied. */
  #readExtent(): StoredExtent | null {
    const [only] = this.#stored
    if (this.#extent !== undefined) return this.#extent
    if (only === undefined || this.#stored.length > 1 || only.byteLength > DOCUMENT_LIMITS.quietBytes) return null
    this.#extent = StoredExtent.read(only)
    return this.#extent
  }

  #watchQuiet(): void {
    this.#isUsed = false
    this.#cancelQuiet = this.#clock.after(DOCUMENT_LIMITS.quietMs, () => {
      const [doc, isQuiet] = [this.#doc, !this.#isUsed]
      if (doc === null || this.#destroyed) return
      if (isQuiet && this.#bytes <= DOCUMENT_LIMITS.quietBytes) this.#putToRest(doc)
      else this.#watchQuiet()
    })
  }

  /** From here on the bytes stand for the document, as after loading. */
  #putToRest(doc: Y.Doc): void {
    const state = Y.encodeStateAsUpdate(doc)
    this.bound.measured(state.byteLength)
    this.#stored = [state]
    this.#doc = null
    this.#forget()
    doc.destroy()
  }

  #encode(): Encoded {
    this.#keepAWhile()
    if (this.#encoded !== null) return this.#encoded
    const [first, ...rest] = this.#stored
    const isFew = first !== undefined && rest.length < DOCUMENT_LIMITS.storedFrames
    // What was read for its extent need not be decoded once more.
    const isSendable = isFew && (this.#readExtent() !== null || this.#stored.every(isReadable))
    if (this.#doc !== null || !isSendable) return this.#encodeDoc()
    const encoded = this.#remember(first, rest.map(encodeUpdate))
    this.#stored = [encoded.state, ...rest]
    return encoded
  }

  #encodeDoc(): Encoded {
    const state = Y.encodeStateAsUpdate(this.doc)
    this.bound.measured(state.byteLength)
    return this.#remember(state)
  }

  #remember(update: Uint8Array, tail: readonly Uint8Array[] = []): Encoded {
    const frame = encodeSyncStep2(update)
    // The state is part of the frame: in memory it lies once.
    const state = frame.subarray(frame.byteLength - update.byteLength)
    const encoded = { state, frames: [frame, ...tail], tailBytes: 0 }
    this.#encoded = encoded
    this.#keepAWhile()
    return encoded
  }

  #append(payloads: readonly Uint8Array[]): void {
    const encoded = this.#encoded
    if (encoded === null || payloads.length === 0) return
    const tailBytes = payloads.reduce((sum, { byteLength }) => sum + byteLength, encoded.tailBytes)
    const most = Math.max(DOCUMENT_LIMITS.tailBytes, encoded.state.byteLength * DOCUMENT_LIMITS.tailShare)
    if (tailBytes > most) this.#forget()
    else this.#encoded = { ...encoded, tailBytes, frames: [...encoded.frames, ...payloads.map(encodeUpdate)] }
  }

  /** Encoded boards would double the memory of rooms that nobody comes to any more. */
  #keepAWhile(): void {
    this.#cancelForget?.()
    this.#cancelForget = this.#destroyed ? null : this.#clock.after(DOCUMENT_LIMITS.encodedMs, () => this.#forget())
  }

  #forget(): void {
    this.#encoded = null
    this.#cancelForget?.()
    this.#cancelForget = null
  }

  /** One that Yjs throws at is reported and left out, so that the rest of the board lives. */
  #applyOrSkip(doc: Y.Doc, payload: Uint8Array): boolean {
    try {
      Y.applyUpdate(doc, payload)
      return true
    } catch (error) {
      const details = { boardId: this.#boardId, bytes: payload.byteLength, err: error }
      this.#log.error(details, 'a stored update cannot be applied and was left out')
      return false
    }
  }
}

/**
 * Yjs keeps the list for the next transaction ready from the end of the last one. In a room that is quiet in between it
 * grows old, and what old garbage points to survives the small collections of garbage: every transaction with all its
 * maps did. In 200 rooms that was half of what those collections copied.
 */
function forgetTransactions(_: Y.Doc, transactions: Y.Transaction[]): void {
  transactions.length = 0
}

function isReadable(payload: Uint8Array): boolean {
  if (payload.byteLength > DOCUMENT_LIMITS.checkedBytes) return true
  try {
    Y.decodeUpdate(payload)
    return true
  } catch {
    return false
  }
}

/** A state vector of a document that holds nothing is the count 0. */
export function isEmptyVector(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0
}
