import { ProtocolError } from '@samtavle/shared/protocol'
import type * as Y from 'yjs'
import type { BoardBound } from './board-bound.ts'
import type { ClientClaims } from './client-claims.ts'
import { assertNesting } from './nesting-guard.ts'
import type { PendingUpdate } from './pending-update.ts'
import type { Seat } from './room-peer.ts'
import { BatchOverlay } from './touched-records.ts'
import { judgeWrite } from './write-policy.ts'

/** Why an update is not let in: `badData`, records that its sender must not touch, or a board without room for it. */
export type NotAdmitted =
  | { seat: Seat; reason: 'badData' }
  | { seat: Seat; reason: 'policy'; records: string[] }
  | { seat: Seat | null; reason: 'full'; update: PendingUpdate }

/** What updates are judged by, and how large it may become. */
export type AdmittingBoard = { readonly doc: Y.Doc; readonly bound: Pick<BoardBound, 'admit'> }

/**
 * The last look at updates before they become rows, each on top of those before it. What comes behind a refused update
 * of the same socket may build on it, and is not let in either. What is let in claims the client ids that it uses first.
 * @param refuse is told of the first refused update of a seat, and must set its count to `refused`; and of every edit of
 *   the server's own
 */
export function admitUpdates(
  { doc, bound }: AdmittingBoard,
  claims: ClientClaims,
  updates: readonly PendingUpdate[],
  refuse: (refusal: NotAdmitted) => void,
): PendingUpdate[] {
  const overlay = new BatchOverlay()
  return updates.filter((update) => {
    const { seat, decoded } = update
    if (seat?.count === 'refused') return false
    update.decoded = null
    if (decoded === null) return true
    if (seat !== null) {
      const refusal = refusalOf(seat, doc, claims, overlay, decoded)
      if (refusal !== null) {
        refuse(refusal)
        return false
      }
    }
    const growth = bound.admit(doc, update, decoded)
    if (growth === undefined) {
      refuse({ seat, reason: 'full', update })
      return false
    }
    update.growth = growth
    if (seat !== null) {
      const claimed = claims.claim(seat.person.userId, doc, decoded)
      if (claimed !== undefined) update.claims = claimed
    }
    overlay.add(decoded)
    return true
  })
}

function refusalOf(
  seat: Seat,
  doc: Y.Doc,
  claims: ClientClaims,
  overlay: BatchOverlay,
  decoded: NonNullable<PendingUpdate['decoded']>,
): NotAdmitted | null {
  try {
    assertNesting(doc, overlay, decoded)
  } catch (error) {
    if (error instanceof ProtocolError) return { seat, reason: 'badData' }
    throw error
  }
  const refusal = seat.policy === null ? null : judgeWrite(seat.policy, doc, overlay, claims, decoded)
  return refusal === null ? null : { seat, reason: 'policy', records: refusal.refused }
}
