import type { BoardVersion } from '@samtavle/shared/api'
import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import { checkRecord, hasParentCycle } from '@samtavle/shared/record-schema'
import { queryOptions } from '@tanstack/react-query'
import * as Y from 'yjs'
import { api, request, send } from '../../api-client.ts'

const pathOf = (boardId: string, rest = '') => `/api/boards/${encodeURIComponent(boardId)}/versions${rest}`

/** What a board can be brought back to, newest first. */
export const versionsQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['board', boardId, 'versions'],
    queryFn: async ({ signal }) =>
      (await request<{ versions: BoardVersion[] }>('GET', pathOf(boardId), undefined, signal)).versions,
  })

/** What a version holds. It never changes; kept for a while after it was last looked at. */
export const versionRecordsQuery = (boardId: string, versionId: string) =>
  queryOptions({
    queryKey: ['board', boardId, 'versions', versionId],
    queryFn: ({ signal }) => readState(send('GET', pathOf(boardId, `/${versionId}/state`), undefined, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

/** What the board holds now, as the server has it. */
export const presentRecordsQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['board', boardId, 'versions', 'now'],
    queryFn: ({ signal }) => readState(api.boardState(boardId, signal)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** Requests that change something. Each rejects with an `ApiError`. */
export const versionClient = {
  save: (boardId: string, name: string) => request<{ id: string }>('POST', pathOf(boardId), { name }),
  restore: (boardId: string, versionId: string) =>
    request<unknown>('POST', pathOf(boardId, `/${encodeURIComponent(versionId)}/restore`), {}),
  takeBack: (boardId: string, versionId: string, before: string) =>
    request<unknown>('POST', pathOf(boardId, `/${encodeURIComponent(versionId)}/take-back`), { before }),
}

async function readState(answer: Promise<Response>): Promise<BoardRecord[]> {
  return recordsOfState(new Uint8Array(await (await answer).arrayBuffer()))
}

/** The records of a document that a canvas can show. What it cannot is left out, as on the board itself. */
export function recordsOfState(update: Uint8Array): BoardRecord[] {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    const valid = readAllRecords(doc).filter((record) => checkRecord(record, record.id).ok)
    const byId = new Map(valid.map((record) => [record.id, record]))
    return valid.filter(({ id }) => !hasParentCycle(id, (other) => byId.get(other)))
  } finally {
    doc.destroy()
  }
}
