import type { BoardSummary } from '@samtavle/shared/api'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useBoardRights } from '../board-rights.ts'
import { keepsBoards } from '../device/this-device.ts'
import { useMe } from '../queries.ts'
import { probeOf, takeFirstState } from './board-over-http.ts'
import { BoardSession } from './board-session.ts'
import type { SessionNews, SessionRights } from './session-view.ts'

/**
 * The session of a board for as long as the component is mounted; null in the moment before. `attempt` starts a new
 * one.
 */
export function useBoard(
  board: BoardSummary,
  attempt: number,
  onNews: (news: SessionNews) => void,
): BoardSession | null {
  const { id: boardId } = board
  const { id: personId } = useMe()
  const rights = useSessionRights(board)
  const [session, setSession] = useState<BoardSession | null>(null)
  const news = useRef(onNews)
  news.current = onNews
  const latest = useRef(board)
  latest.current = board
  const firstRights = useRef(rights)
  firstRights.current = rights

  useEffect(() => {
    const next = new BoardSession({
      boardId,
      rights: firstRights.current,
      archived: latest.current.state !== 'active',
      probe: probeOf(boardId),
      firstState: () => takeFirstState(boardId),
      keeping: keepsBoards() ? { personId, board: latest.current } : null,
      onNews: (item) => news.current(item),
    })
    setSession(next)
    const close = next.open()
    return () => {
      setSession(null)
      close()
    }
  }, [boardId, personId, attempt])

  // Asked for again with a connection, the board may be called otherwise, and my role may be another.
  useEffect(() => session?.learn(board, rights), [session, board, rights])

  return session
}

/** What I may do on a board that is not archived, by my role on it. */
function useSessionRights({ role }: BoardSummary): SessionRights {
  const may = useBoardRights({ role, state: 'active' })
  const mayWrite = may('board.edit')
  const mayChangeOthers = may('board.change-others')
  const mayFix = may('board.change-background')
  return useMemo(() => ({ mayWrite, mayChangeOthers, mayFix }), [mayWrite, mayChangeOthers, mayFix])
}
