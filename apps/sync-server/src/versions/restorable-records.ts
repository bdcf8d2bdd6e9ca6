import { type BoardRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import type * as Y from 'yjs'
import { ClientClaims } from '../rooms/client-claims.ts'
import type { BoardNow, WritePolicy } from '../rooms/write-policy.ts'

/**
 * What a board is to become when somebody goes back to a version: the version, but for what they must not touch. That
 * stays as it is.
 * @param policy null for somebody who may touch all
 */
export function restorableRecords(
  policy: WritePolicy | null,
  doc: Y.Doc,
  version: ReadonlyMap<string, BoardRecord>,
): ReadonlyMap<string, BoardRecord> {
  if (policy === null) return version
  const records = recordMapOf(doc)
  const now: BoardNow = { doc, claims: new ClientClaims(), fixedInBatch: new Set(), madeInBatch: new Map() }
  const isFree = (id: string): boolean => policy.mayTouch(id, 'change', now)
  const mayCome = (record: BoardRecord): boolean => policy.mayBring?.(record.id, '_', [record], now) ?? true
  const target = new Map<string, BoardRecord>()
  for (const id of new Set([...records.keys(), ...version.keys()])) {
    const before = version.get(id)
    const staysAsItIs = !isFree(id) || (before !== undefined && !mayCome(before))
    const next = staysAsItIs ? readRecord(records, id) : before
    if (next !== undefined) target.set(id, next)
  }
  return target
}
