import { type BoardRecord, encodeSeed, readAllRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import * as Y from 'yjs'
import { BOARD_BOUNDS } from '../rooms/board-bound.ts'
import type { StoredDoc } from '../rooms/doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'
import type { Breath } from './breath.ts'

/** All of a stored document as one update. */
export function encodeStored(stored: Pick<StoredDoc, 'payloads'>): Uint8Array {
  const [only] = stored.payloads
  if (only !== undefined && stored.payloads.length === 1) return only
  return withDocument(stored, (doc) => Y.encodeStateAsUpdate(doc))
}

/**
 * The first update of a copy. One whose history makes it larger than a board may be is written anew from its records.
 * @throws AppError `too_large` when even that is.
 */
export function encodeCopy(stored: Pick<StoredDoc, 'payloads'>): Uint8Array {
  const seed = withDocument(stored, (doc) => {
    const state = Y.encodeStateAsUpdate(doc)
    return state.byteLength <= BOARD_BOUNDS.bytes ? state : encodeSeed(readAllRecords(doc))
  })
  if (seed.byteLength > BOARD_BOUNDS.bytes) throw new AppError('too_large', 'the board is too large to be copied')
  return seed
}

/** Records and UTF-16 units of their JSON that one seed holds: some 20 ms of work, and far below a row's limit. */
const RECORDS_PER_SEED = 500
const UNITS_PER_SEED = 2 * 1024 * 1024

/**
 * A document of many records as few updates.
 * @throws AppError `too_large` when together they are more than a board may hold.
 */
export async function encodeSeeds(records: readonly BoardRecord[], breathe: Breath): Promise<Uint8Array[]> {
  const seeds: Uint8Array[] = []
  let part: BoardRecord[] = []
  let units = 0
  let bytes = 0
  const finishPart = (): void => {
    const seed = encodeSeed(part)
    bytes += seed.byteLength
    if (bytes > BOARD_BOUNDS.bytes) throw new AppError('too_large', 'the board would be too large')
    seeds.push(seed)
    part = []
    units = 0
  }
  for (const record of records) {
    const size = JSON.stringify(record).length
    if (part.length >= RECORDS_PER_SEED || (part.length > 0 && units + size > UNITS_PER_SEED)) finishPart()
    part.push(record)
    units += size
    await breathe()
  }
  if (part.length > 0) finishPart()
  return seeds
}
