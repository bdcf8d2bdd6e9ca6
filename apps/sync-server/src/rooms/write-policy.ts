import type * as Y from 'yjs'
import type { ClientClaims } from './client-claims.ts'
import { type BatchOverlay, type Touch, touchedRecords } from './touched-records.ts'
import type { DecodedUpdate } from './update-guard.ts'

/** What policies may look at: what is committed, whose the client ids are, and what earlier updates of the batch do. */
export type BoardNow = {
  readonly doc: Y.Doc
  readonly claims: ClientClaims
  /** Records that the batch fixes, or might. */
  readonly fixedInBatch: ReadonlySet<string>
  /** Records that the batch brings, with the client that makes each. */
  readonly madeInBatch: ReadonlyMap<string, number>
}

/** What somebody may do to which records, by what the server holds. Asked within the turn of the write. */
export type WritePolicy = {
  readonly name: string
  mayTouch(recordId: string, touch: Touch, now: BoardNow): boolean
  /** May these values stand under a marking key of a record? All of them without this. */
  mayBring?(recordId: string, key: string, values: readonly unknown[], now: BoardNow): boolean
  /** May an update have structs of these clients at all? Without this, of any. */
  mayWrite?(decoded: DecodedUpdate, now: BoardNow): boolean
}

/** Records that it must not touch (the first one found); none when it could not be told what it touches. */
export type WriteRefusal = { refused: string[]; reason: string }

/**
 * Whether an update may be applied to `doc` after what the overlay holds. All or nothing: an update that touches one
 * record too many is refused whole. Ask when the batch is built, and add to the overlay what is let in.
 * @returns null when it may
 */
export function judgeWrite(
  policy: WritePolicy,
  doc: Y.Doc,
  overlay: BatchOverlay,
  claims: ClientClaims,
  decoded: DecodedUpdate,
): WriteRefusal | null {
  const refused: string[] = []
  const { fixed, made } = overlay.over(doc)
  const now: BoardNow = { doc, claims, fixedInBatch: fixed, madeInBatch: made }
  if (policy.mayWrite?.(decoded, now) === false) return { refused, reason: 'a client id that is not the sender’s' }
  const stopUnless = (isAllowed: boolean, recordId: string): boolean => {
    if (!isAllowed) refused.push(recordId)
    return !isAllowed
  }
  const touched = touchedRecords(doc, overlay, decoded, {
    touches: (id, touch) => stopUnless(policy.mayTouch(id, touch, now), id),
    brings: (id, key, values) => stopUnless(policy.mayBring?.(id, key, values, now) ?? true, id),
  })
  if (refused.length > 0) return { refused, reason: `the policy ${policy.name}` }
  return touched.ok ? null : { refused: [], reason: touched.reason }
}
