import type { BoardSummary } from '@samtavle/shared/api'
import type { Editor } from '@tldraw/tldraw'
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { useSessionView } from '../board-context.tsx'
import type { BoardSession } from '../board-session.ts'
import type { AwayProps } from './away.tsx'

/**
 * What changed while I was away: a notice above the canvas, and marks on it. Its code comes when the board is there and
 * complete, so that nobody waits for it.
 */
export function useAway(
  board: BoardSummary,
  session: BoardSession,
  editor: Editor | null,
): { notice: ReactNode; marks: ReactNode } {
  const { connection } = useSessionView(session)
  const [Away, setAway] = useState<ComponentType<AwayProps> | null>(null)
  const [marks, setMarks] = useState<ReactNode>(null)
  const isComplete = editor !== null && connection.name === 'synced'
  const isWanted = isComplete || Away !== null
  useEffect(() => {
    if (!isWanted) return
    // Without it the board is as it is: nothing is said.
    const load = () =>
      void import('./history-parts.ts').then(({ historyParts }) => setAway(() => historyParts.Away)).catch(() => {})
    const timer = setTimeout(load, 0)
    return () => clearTimeout(timer)
  }, [isWanted])
  const notice = Away && editor && <Away boardId={board.id} session={session} editor={editor} onMarks={setMarks} />
  return { notice, marks }
}
