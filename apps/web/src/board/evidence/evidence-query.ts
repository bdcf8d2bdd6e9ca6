import type { BoardEvidence } from '@samtavle/shared/evidence-api'
import { queryOptions } from '@tanstack/react-query'
import type { TLShapeId } from '@tldraw/tldraw'
import { api } from '../../api-client.ts'

/** How often the counts are asked for while the board is looked at: others send notes on too. */
const AGAIN_MS = 30_000

export type NoteEvidence = Pick<BoardEvidence['notes'][number], 'trace' | 'buildsOn' | 'leadsTo'>

/** The evidence chain as an open board has it. */
export type Evidence = {
  /** By the id of the shape. */
  notes: ReadonlyMap<string, NoteEvidence>
  /** Opens the dialogs for these shapes; undefined where one may not. */
  sendOn: ((shapes: readonly TLShapeId[]) => void) | undefined
  link: ((shapes: readonly TLShapeId[]) => void) | undefined
}

export const boardEvidenceQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['board', boardId, 'evidence'],
    queryFn: ({ signal }) => api.boardEvidence(boardId, signal),
    refetchInterval: ({ state }) => (state.data?.behind === true ? 3_000 : AGAIN_MS),
    retry: false,
  })
