import type { Ballot, BoardVote, StartVote } from '@samtavle/shared/vote-api'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../api-client.ts'

/** How often it is asked for, in ms: should the room's word of an open vote be lost, and for notes that were copied. */
const ASK_EVERY_MS = { open: 20_000, otherwise: 60_000 }

const pathOf = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}/vote`
const voteOf = (boardId: string, voteId: string, what: string) =>
  `${pathOf(boardId)}/${encodeURIComponent(voteId)}/${what}`

/** The vote that is open on a board, and what the notes got. */
export const boardVoteQuery = (boardId: string) =>
  queryOptions({
    queryKey: ['board', boardId, 'vote'],
    queryFn: ({ signal }) => request<BoardVote>('GET', pathOf(boardId), undefined, signal),
    // My own dots may be another tab's: who comes back sees them as they are.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.open ? ASK_EVERY_MS.open : ASK_EVERY_MS.otherwise),
  })

/** Requests about votes that change something. Each rejects with an `ApiError`. */
export const voteClient = {
  start: (boardId: string, vote: StartVote) => request<unknown>('POST', pathOf(boardId), vote),
  putBallot: (boardId: string, voteId: string, ballot: Ballot) =>
    request<BoardVote>('PUT', voteOf(boardId, voteId, 'ballot'), ballot),
  show: (boardId: string, voteId: string) => request<BoardVote>('POST', voteOf(boardId, voteId, 'show')),
  cancel: (boardId: string, voteId: string) => request<unknown>('POST', voteOf(boardId, voteId, 'cancel')),
}
