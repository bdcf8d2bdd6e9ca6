import { createHash } from 'node:crypto'
import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import { textOn } from '@samtavle/shared/shape-words'
import * as Y from 'yjs'
import type { ApiSession } from './api-session.ts'

/** What the server holds of a board now, record by record: what is not in it is not kept. */
export async function readStoredBoard(session: ApiSession, boardId: string): Promise<Map<string, BoardRecord>> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await readStoredState(session, boardId))
  const records = new Map(readAllRecords(doc).map((record) => [record.id, record]))
  doc.destroy()
  return records
}

/** The same as bytes: unchanged as long as nobody's write was taken. @throws when the board may not be read */
export async function readStoredState(session: ApiSession, boardId: string): Promise<Uint8Array> {
  const response = await session.send('GET', `/api/boards/${boardId}/state`)
  if (!response.ok) throw new Error(`the board cannot be read: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** What is stored of a board in a few letters, to compare. */
export const storedHash = async (session: ApiSession, boardId: string): Promise<string> =>
  createHash('sha256')
    .update(await readStoredState(session, boardId))
    .digest('hex')

/** The words of a record, one line for each paragraph. */
export const wordsOf = (record: BoardRecord | undefined): string => textOn(record ?? {})
