import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gunzipSync } from 'node:zlib'
import { type BoardRecord, encodeSeed, jsonEqual, readAllRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import * as Y from 'yjs'
import { SNAPSHOT_BYTES_MAX } from '../rooms/doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'

/** A document as it is stored: gzipped, and the checksum of what it was before. */
export type Packed = { payload: Uint8Array; sha256: Uint8Array }
/** A document of its own: no edit, no deletion and nobody's id of the one it comes from. */
export type FreshDocument = { payload: Uint8Array; sha256: Uint8Array; stateVector: Uint8Array }
/** The records in which two states of a board differ, as they are in each. */
export type BoardStep = { from: BoardRecord[]; to: BoardRecord[] }

const MOST = { maxOutputLength: 4 * SNAPSHOT_BYTES_MAX }
const gunzipAsync = promisify(gunzip)

/** What a version holds, as it was before it was packed. @throws when it is more than any board */
export const unzip = (payload: Uint8Array): Promise<Uint8Array> => gunzipAsync(payload, MOST)

/**
 * The records that a stored version holds.
 * @throws when its bytes are not what was stored
 */
export function recordsOfVersion({ payload, sha256 }: Packed): BoardRecord[] {
  const bytes = gunzipSync(payload, MOST)
  if (!createHash('sha256').update(bytes).digest().equals(sha256)) throw new Error('a version is damaged')
  return withDocument({ payloads: [bytes] }, readAllRecords)
}

/** Only what differs: the rest of a step changes nothing on the board, and need not be carried. @throws as `recordsOfVersion` */
export function stepBetween(from: Packed, to: Packed): BoardStep {
  const [was, is] = [byId(recordsOfVersion(from)), byId(recordsOfVersion(to))]
  const isOther = (record: BoardRecord, there: ReadonlyMap<string, BoardRecord>) =>
    !jsonEqual(record, there.get(record.id))
  return {
    from: [...was.values()].filter((record) => isOther(record, is)),
    to: [...is.values()].filter((record) => isOther(record, was)),
  }
}

/** Records by their ids. */
export const byId = (records: readonly BoardRecord[]): ReadonlyMap<string, BoardRecord> =>
  new Map(records.map((record) => [record.id, record]))

/** A document of these records and nothing else. */
export function freshDocument(records: readonly BoardRecord[]): FreshDocument {
  const payload = encodeSeed(records)
  const sha256 = createHash('sha256').update(payload).digest()
  return { payload, sha256, stateVector: Y.encodeStateVectorFromUpdate(payload) }
}

/** @throws AppError `too_large` when it does not fit into a snapshot */
export function assertFits({ payload }: FreshDocument): void {
  if (payload.byteLength > SNAPSHOT_BYTES_MAX) throw new AppError('too_large', 'the board is too large')
}
