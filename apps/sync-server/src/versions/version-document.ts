import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type BoardRecord, encodeSeed, readAllRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import type { BoardState } from '@samtavle/shared/merge-records'
import * as Y from 'yjs'
import { SNAPSHOT_BYTES_MAX } from '../rooms/doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'

/** A document as it is stored: gzipped, and the checksum of what it was before. */
type Packed = { payload: Uint8Array; sha256: Uint8Array }

const gunzipAsync = promisify(gunzip)

/** What a version holds, as it was before it was packed. @throws when it is more than any board */
export const unzip = (payload: Uint8Array): Promise<Uint8Array> =>
  gunzipAsync(payload, { maxOutputLength: 4 * SNAPSHOT_BYTES_MAX })

/**
 * A version's bytes, unpacked.
 * @throws when they are not what was stored
 */
async function unpack(version: Packed): Promise<Uint8Array> {
  const bytes = await unzip(version.payload)
  if (!createHash('sha256').update(bytes).digest().equals(version.sha256)) throw new Error('a version is damaged')
  return bytes
}

/**
 * The records that a stored version holds.
 * @throws when its bytes are not what was stored
 */
export async function recordsOfVersion(version: Packed): Promise<BoardRecord[]> {
  return withDocument({ payloads: [await unpack(version)] }, readAllRecords)
}

/**
 * What was captured of a board, to be read when it turns out to be another by now: where nobody wrote since, what the
 * board holds is the same, and reading it a second time would hold up everybody's sockets.
 * @returns asked with the board as it is, its state at the capture
 * @throws as `recordsOfVersion`
 */
export async function stateAtCapture(
  captured: Packed & { stateVector: Uint8Array },
): Promise<(doc: Y.Doc, present: BoardState) => BoardState> {
  const bytes = await unpack(captured)
  return (doc, present) =>
    hasClocks(doc, captured.stateVector)
      ? present
      : withDocument({ payloads: [bytes] }, (was) => byId(readAllRecords(was)))
}

function hasClocks(doc: Y.Doc, stateVector: Uint8Array): boolean {
  const [now, then] = [Y.decodeStateVector(Y.encodeStateVector(doc)), Y.decodeStateVector(stateVector)]
  return now.size === then.size && [...now].every(([client, clock]) => then.get(client) === clock)
}

/** Records by their ids. */
export const byId = (records: readonly BoardRecord[]): BoardState =>
  new Map(records.map((record) => [record.id, record]))

/** The same by their ids. @throws as `recordsOfVersion` */
export async function stateOfVersion(version: Packed): Promise<BoardState> {
  return byId(await recordsOfVersion(version))
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
