import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type BoardRecord, encodeSeed, readAllRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import type { BoardState } from '@samtavle/shared/merge-records'
import * as Y from 'yjs'
import { SNAPSHOT_BYTES_MAX } from '../rooms/doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'

const gunzipAsync = promisify(gunzip)

/** What a version holds, as it was before it was packed. @throws when it is more than any board */
export const unzip = (payload: Uint8Array): Promise<Uint8Array> =>
  gunzipAsync(payload, { maxOutputLength: 4 * SNAPSHOT_BYTES_MAX })

/**
 * The records that a stored version holds.
 * @throws when its bytes are not what was stored
 */
export async function recordsOfVersion(version: { payload: Uint8Array; sha256: Uint8Array }): Promise<BoardRecord[]> {
  const bytes = await unzip(version.payload)
  if (!createHash('sha256').update(bytes).digest().equals(version.sha256)) throw new Error('a version is damaged')
  return withDocument({ payloads: [bytes] }, readAllRecords)
}

/** The same by their ids. @throws as `recordsOfVersion` */
export async function stateOfVersion(version: Parameters<typeof recordsOfVersion>[0]): Promise<BoardState> {
  return new Map((await recordsOfVersion(version)).map((record) => [record.id, record]))
}

/**
 * A document of these records and nothing else: no edit, no deletion and nobody's id of the one they come from.
 * @throws AppError `too_large` when it does not fit into a snapshot
 */
export function freshDocument(records: readonly BoardRecord[]) {
  const payload = encodeSeed(records)
  if (payload.byteLength > SNAPSHOT_BYTES_MAX) throw new AppError('too_large', 'the board is too large')
  const sha256 = createHash('sha256').update(payload).digest()
  return { payload, sha256, stateVector: Y.encodeStateVectorFromUpdate(payload) }
}
