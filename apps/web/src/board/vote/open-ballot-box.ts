import type { BoardVote } from '@samtavle/shared/vote-api'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../api-client.ts'
import { isUnreachable } from '../../queries.ts'
import { BallotBox } from './ballot-box.ts'
import { boardVoteQuery, voteClient } from './vote-client.ts'

/** My other tabs on this board. */
const CHANNEL = 'samtavle.ballot'

/** The box for my ballot on this board, tied to the server and to my other tabs. */
export function openBallotBox(boardId: string, queries: QueryClient): { box: BallotBox; close(): void } {
  const { queryKey } = boardVoteQuery(boardId)
  const ask = () => void queries.invalidateQueries({ queryKey })
  const tabs = new BroadcastChannel(CHANNEL)
  // The server tells nobody of a ballot, so my tabs tell each other: each sends the whole of it.
  tabs.onmessage = ({ data }) => {
    if (data === boardId) ask()
  }
  const box = new BallotBox({
    send: async (voteId, ballot) => {
      const { open } = await voteClient.putBallot(boardId, voteId, ballot)
      return open?.id === voteId ? open.own : ballot
    },
    againAfter,
    onKept: (voteId, own) => {
      queries.setQueryData(queryKey, (old: BoardVote | undefined) =>
        old?.open?.id === voteId ? { ...old, open: { ...old.open, own } } : old,
      )
      // An answer that is on its way may have been given before the ballot was there.
      if (queries.isFetching({ queryKey }) > 0) ask()
      tabs.postMessage(boardId)
    },
    onRefused: ask,
  })
  const close = () => {
    box.close()
    tabs.close()
  }
  return { box, close }
}

/** What may pass by itself is tried again, at the soonest in so many ms; null for what is an answer. */
function againAfter(failure: unknown): number | null {
  if (!(failure instanceof ApiError)) return null
  const isPassing = isUnreachable(failure) || failure.code === 'too_many_requests' || failure.code === 'internal'
  return isPassing ? (failure.retryAfter ?? 0) * 1000 : null
}
