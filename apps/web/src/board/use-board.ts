import type { BoardSummary } from '@samtavle/shared/api'
import { useEffect, useRef, useState } from 'react'
import { useBoardRights } from '../board-rights.ts'
import { keepsBoards } from '../device/this-device.ts'
import { useMe } from '../queries.ts'
import { probeOf, takeFirstState } from './board-over-http.ts'
import { BoardSession } from './board-session.ts'
import type { SessionNews } from './session-view.ts'

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
  const mayFix = useBoardRights(board)('board.change-background')
  const [session, setSession] = useState<BoardSession | null>(null)
  const news = useRef(onNews)
  news.current = onNews
  const latest = useRef(board)
  latest.current = board

  useEffect(() => {
    const next = new BoardSession({
      boardId,
      mayWrite: latest.current.role !== 'view',
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
  useEffect(() => session?.learn(board, mayFix), [session, board, mayFix])

  return session
}
