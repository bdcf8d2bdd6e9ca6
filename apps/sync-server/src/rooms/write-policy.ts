import type * as Y from 'yjs'
import { type BatchOverlay, type Touch, touchedRecords } from './touched-records.ts'
import type { DecodedUpdate } from './update-guard.ts'

/** What somebody may do to which records, by what the server holds. Asked within the turn of the write. */
export type WritePolicy = { readonly name: string; mayTouch(recordId: string, touch: Touch): boolean }

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
  decoded: DecodedUpdate,
): WriteRefusal | null {
  const refused: string[] = []
  const touched = touchedRecords(doc, overlay, decoded, (recordId, touch) => {
    if (policy.mayTouch(recordId, touch)) return false
    refused.push(recordId)
    return true
  })
  if (refused.length > 0) return { refused, reason: `the policy ${policy.name}` }
  return touched.ok ? null : { refused: [], reason: touched.reason }
}
