import type { Refusal } from '../sync/connection-options.ts'
import { charactersChanged, replayChanges } from '../sync/replay.ts'
import type { UnsavedChange } from '../sync/unsaved-changes.ts'
import type { BackgroundLock } from './background-lock.ts'
import { type BoardLink, writeBoardText } from './board-link.ts'

/** Why a document was given up, as far as its author must know. */
export type RebuildCause =
  /** Something in it touched records that this person may not touch. */
  | 'refused'
  /** There is no room for it on the board. */
  | 'full'
  /** As before, and it happened so often that nothing was brought over. */
  | 'discarded'
  /** The board was put back to an earlier state, as far as can be known: what stands in the old document is no longer the board's. */
  | 'restored'
  /** Written by somebody who may only view. */
  | 'readonly'

/** A document that was given up, as long as its successor is on its way. */
export type Rebuild = {
  cause: RebuildCause
  changes: readonly UnsavedChange[]
  formerClient: number
  formerGeneration: string | null
  refused: ReadonlySet<string>
  /** It happened so often that no more is tried than is sure to be taken. */
  isLastTry: boolean
}

/** How much is written again on a full board, in bytes, reckoned generously: what the server takes as small. */
const SMALL_BYTES = 2_000
const BYTES_EACH = 80
const BYTES_PER_CHARACTER = 2

/** What is known of a document when it is given up. */
export function beginRebuild(
  former: Pick<BoardLink, 'doc' | 'generation'>,
  cause: RebuildCause,
  refusal: Refusal | null,
  isLastTry: boolean,
): Rebuild {
  const isDiscarded = isLastTry && cause !== 'readonly' && cause !== 'full'
  return {
    cause: isDiscarded ? 'discarded' : cause,
    changes: [],
    formerClient: former.doc.clientID,
    formerGeneration: former.generation,
    refused: new Set(refusal?.type === 'refused' ? refusal.records : []),
    isLastTry,
  }
}

const ORIGIN = Symbol('replay')

/** Brings what may be kept into the freshly synced document, and says why and what is lost. */
export function finishRebuild(
  link: BoardLink,
  rebuild: Rebuild,
  lock: BackgroundLock,
): { cause: RebuildCause; lost: readonly UnsavedChange[] } {
  const { changes, formerClient, formerGeneration } = rebuild
  // Of the same generation after all: the server could not use the document, and the board is what it was.
  const isSame = formerGeneration !== null && formerGeneration === link.connection.generation
  const cause = rebuild.cause === 'restored' && isSame ? 'refused' : rebuild.cause
  if (cause !== 'refused' && cause !== 'full') return { cause, lost: changes }
  const [fitting, tooMuch] = cause === 'full' ? parted(changes, rebuild.isLastTry) : [changes, []]
  const { written, lost } = replayChanges(fitting, {
    doc: link.doc,
    formerClient,
    // Of many records that it must not touch, the server names the first.
    permits: (id, after) => !rebuild.refused.has(id) && lock.permits(id, after),
    writeText: writeBoardText,
    origin: ORIGIN,
  })
  for (const { changes, from, to } of written) link.note(changes, from, to)
  return { cause, lost: [...tooMuch, ...lost] }
}

/** What of these changes fits on a full board: all that deletes, and a few small changes of what is there. */
function parted(changes: readonly UnsavedChange[], onlyDeletions: boolean): [UnsavedChange[], UnsavedChange[]] {
  const [fitting, tooMuch]: [UnsavedChange[], UnsavedChange[]] = [[], []]
  let left = onlyDeletions ? 0 : SMALL_BYTES
  for (const change of changes) {
    const { before, after } = change
    const size = before && after && BYTES_EACH + BYTES_PER_CHARACTER * charactersChanged(before, after)
    const isSmall = size !== undefined && size <= left
    if (isSmall) left -= size
    if (isSmall || after === undefined) fitting.push(change)
    else tooMuch.push(change)
  }
  return [fitting, tooMuch]
}
