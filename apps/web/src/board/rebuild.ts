import type { Refusal } from '../sync/connection-options.ts'
import { fittingChanges } from '../sync/fitting-changes.ts'
import { missingChanges, replayChanges } from '../sync/replay.ts'
import type { UnsavedChange } from '../sync/unsaved-changes.ts'
import type { BackgroundLock } from './background-lock.ts'
import { type BoardLink, writeBoardText } from './board-link.ts'

/** Why a document was given up, as far as its author must know. */
export type RebuildCause =
  /** Something in it touched records that this person may not touch. */
  | 'refused'
  /** As before, and it happened so often that nothing was brought over. */
  | 'discarded'
  /** There is no room for it on the board. */
  | 'full'
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
  const missing = missingChanges(changes, link.doc, formerClient)
  const fitting = cause === 'full' ? fittingChanges(missing, rebuild.isLastTry) : missing
  const { written, lost } = replayChanges(fitting, {
    doc: link.doc,
    // Of many records that it must not touch, the server names the first.
    permits: (id, after) => !rebuild.refused.has(id) && lock.permits(id, after),
    writeText: writeBoardText,
    origin: ORIGIN,
  })
  for (const { changes, from, to } of written) link.note(changes, from, to)
  const kept = new Set(fitting)
  for (const change of lost) kept.delete(change)
  // In the order in which they were made: the last of a record has its words.
  return { cause, lost: missing.filter((change) => !kept.has(change)) }
}
