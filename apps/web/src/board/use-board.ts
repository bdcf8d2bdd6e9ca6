import type { BoardSummary } from '@samtavle/shared/api'
import { useEffect, useRef, useState } from 'react'
import { ApiError, api } from '../api-client.ts'
import type { Probe } from '../sync/board-connection.ts'
import { BoardSession, type SessionNews } from './board-session.ts'

/** Asks over HTTP what a socket that cannot be opened does not say. */
function probeOf(boardId: string): Probe {
  return async () => {
    try {
      await api.board(boardId)
      return 'available'
    } catch (failure) {
      if (!(failure instanceof ApiError)) return 'unreachable'
      if (failure.code === 'unauthenticated') return 'signedOut'
      if (failure.code === 'not_found') return 'noSuchBoard'
      if (failure.code === 'gone') return 'gone'
      if (failure.code === 'forbidden') return 'notAllowed'
      return 'unreachable'
    }
  }
}

/**
 * The session of a board for as long as the component is mounted; null in the moment before. `attempt` starts a new
 * one: a document that the server refused is not kept.
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
