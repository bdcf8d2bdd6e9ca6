import type { BoardRecord } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import type { ImportBoardRequest } from '@samtavle/shared/import-api'
import { checkExtent } from '@samtavle/shared/record-limits'
import { checkRecord, hasParentCycle, migrateRecords } from '@samtavle/shared/record-schema'
import { type Breath, createBreath } from './breath.ts'

/** Refusals name the place in the file and the reason, never what stands there. */
function refuse(reason: string, place?: number): never {
  throw new AppError('bad_request', place === undefined ? `records: ${reason}` : `records.${place}: ${reason}`)
}

/**
 * The records of a backup, every one of them fit to lie on a board. Parents and ends of bindings that are missing are
 * let through, as they are when two people's edits meet: the canvas knows what to make of them.
 * @throws AppError `bad_request` when a single one is not; a file is taken whole or not at all.
 */
export async function checkImportedRecords(
  backup: Pick<ImportBoardRequest, 'records' | 'schema'>,
  breathe: Breath = createBreath(),
): Promise<BoardRecord[]> {
  const written = new Map<string, BoardRecord>()
  for (const [place, value] of backup.records.entries()) {
    const { id, record } = identified(value, place)
    if (written.has(id)) refuse('repeated-id', place)
    written.set(id, record)
    await breathe()
  }
  const records = migrateRecords([...written.values()], backup.schema)
  if (records === undefined) refuse('unknown-schema')

  const byId = new Map(records.map((record) => [record.id, record]))
  let documents = 0
  let pages = 0
  for (const [place, record] of records.entries()) {
    const check = checkRecord(record, record.id)
    if (!check.ok) refuse(check.reason, place)
    if (hasParentCycle(record.id, (id) => byId.get(id))) refuse('parent-cycle', place)
    if (record.typeName === 'document') documents += 1
    if (record.typeName === 'page') pages += 1
    await breathe()
  }
  // Without them every client would write its own.
  if (documents !== 1 || pages === 0) refuse('no-document')
  return records
}

/** Looked at before anything walks through the record: its depth and size are as hostile as the rest of it. */
function identified(value: unknown, place: number): { id: string; record: BoardRecord } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('not-a-record', place)
  const refusal = checkExtent(value)
  if (refusal !== undefined) refuse(refusal, place)
  const { id } = value as { id?: unknown }
  if (typeof id !== 'string' || id === '__proto__') refuse('wrong-id', place)
  return { id, record: value as BoardRecord }
}
