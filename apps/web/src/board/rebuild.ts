import { type Replay, replayChanges } from '../sync/replay.ts'
import type { UnsavedChange } from '../sync/unsaved-changes.ts'
import { type BoardLink, writeBoardText } from './board-link.ts'

/** Why a document was given up, as far as its author must know. */
export type RebuildCause =
  /** Something in it touched records that this person may not touch. */
  | 'refused'
  /** As before, and it happened so often that nothing was brought over. */
  | 'discarded'
  /** The board was put back to an earlier state; what stands in the old document is no longer the board's. */
  | 'restored'
  /** Written by somebody who may only view. */
  | 'readonly'

/** A document that was given up, as long as its successor is on its way. */
export type Rebuild = {
  cause: RebuildCause
  changes: readonly UnsavedChange[]
  formerClient: number
  refused: ReadonlySet<string>
}

const ORIGIN = Symbol('replay')
/** Brings what may be kept into the freshly synced document. @returns the changes that are lost */
export function finishRebuild(link: BoardLink, rebuild: Rebuild): readonly UnsavedChange[] {
  if (rebuild.cause !== 'refused') return rebuild.changes
  const { written, lost }: Replay = replayChanges(rebuild.changes, {
    doc: link.doc,
    formerClient: rebuild.formerClient,
    permits: (id) => !rebuild.refused.has(id),
    writeText: writeBoardText,
    origin: ORIGIN,
  })
  for (const { changes, from, to } of written) link.note(changes, from, to)
  return lost
}
