import type { BoardSummary } from '@samtavle/shared/api'
import { useEffect, useRef, useState } from 'react'
import { probeOf, takeFirstState } from './board-over-http.ts'
import { BoardSession } from './board-session.ts'
import type { SessionNews } from './session-view.ts'

/**
 * The session of a board for as long as the component is mounted; null in the moment before. `attempt` starts a new
 * one.
 */
export function useBoard(
  { id: boardId, role, state }: BoardSummary,
  attempt: number,
  onNews: (news: SessionNews) => void,
): BoardSession | null {
  const [session, setSession] = useState<BoardSession | null>(null)
  const news = useRef(onNews)
  news.current = onNews
  const atFirst = useRef({ role, state })
  atFirst.current = { role, state }

  useEffect(() => {
    const next = new BoardSession({
      boardId,
      mayWrite: atFirst.current.role !== 'view',
      archived: atFirst.current.state !== 'active',
      probe: probeOf(boardId),
      firstState: () => takeFirstState(boardId),
      onNews: (item) => news.current(item),
    })
    setSession(next)
    const close = next.open()
    return () => {
      setSession(null)
      close()
    }
  }, [boardId, attempt])

  return session
}
