import type { BoardSummary } from '@samtavle/shared/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tldraw/tldraw'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../ui/toast.tsx'
import { useSessionView } from '../board-context.tsx'
import type { BoardSession } from '../board-session.ts'
import { boardEvidenceQuery } from '../evidence/evidence-query.ts'
import { showNoteVotes } from '../note-votes.ts'
import { useRoomBeside } from '../room-beside.ts'
import type { BallotBox } from './ballot-box.ts'
import { boardVoteQuery } from './vote-client.ts'
import type { VoteOnBoard } from './vote-on-board.ts'
import type { voteParts } from './vote-parts.ts'

export type VoteHere = {
  open: VoteOnBoard['open']
  isOpen: boolean
  close(): void
  panel: ReactNode
  /** Above the canvas while a vote is open. */
  notice: ReactNode
  onBoard: VoteOnBoard
}

/**
 * Votes on a board. All but the question whether there is one is loaded when there is one, or somebody opens one.
 * @param onOpen makes room for the panel
 */
export function useVote(
  board: BoardSummary,
  session: BoardSession,
  editor: Editor | null,
  onOpen: () => void,
): VoteHere {
  const { t } = useTranslation('vote')
  const toast = useToast()
  const queries = useQueryClient()
  const { connection } = useSessionView(session)
  const isConnected = connection.name === 'synced'
  // With every new connection it is asked for again: what the room said meanwhile nobody heard.
  const query = useQuery({ ...boardVoteQuery(board.id), enabled: editor !== null && isConnected })
  const vote = query.data
  useAskWhenRead(board.id)
  const [isOpen, setOpen] = useState(false)
  const [parts, setParts] = useState<typeof voteParts | null>(null)
  const [box, setBox] = useState<BallotBox | null>(null)
  const asSheet = !useRoomBeside()

  const isWanted = vote !== undefined && (vote.open !== null || vote.notes.length > 0)
  useEffect(() => {
    // When it does not come, the next answer tries again.
    if (isWanted) void import('./vote-parts.ts').then(({ voteParts }) => setParts(voteParts)).catch(() => {})
  }, [isWanted])
  useEffect(() => {
    if (parts === null) return
    const opened = parts.openBallotBox(board.id, queries)
    setBox(opened.box)
    return opened.close
  }, [parts, board.id, queries])
  useEffect(() => box?.follow(vote?.mayVote ? vote.open : null), [box, vote])
  useEffect(() => {
    if (isConnected) box?.retryNow()
  }, [box, isConnected])
  useEffect(() => {
    if (editor === null || vote === undefined) return
    const notes = vote.notes.map(({ shape, votes }): [string, number] => [shape, votes])
    // Old votes would say what the others think of the same notes.
    showNoteVotes(editor, vote.open === null ? new Map(notes) : null)
  }, [editor, vote])

  const makeRoom = useRef(onOpen)
  makeRoom.current = onOpen
  const openPanel = useCallback(async () => {
    try {
      setParts((await import('./vote-parts.ts')).voteParts)
      makeRoom.current()
      setOpen(true)
    } catch {
      toast.show({ text: t('openFailed'), tone: 'error' })
    }
  }, [toast, t])
  const hide = () => setOpen(false)
  const close = () => {
    hide()
    // The button is gone: the focus goes to what one works on.
    editor?.focus()
  }
  const hasAny = vote !== undefined && (vote.maySteer || vote.open !== null || vote.last !== null)
  const isOffered = hasAny && editor !== null
  // The same until something of it changes: everything on the board reads it.
  const onBoard = useMemo(
    () => ({
      open: isOffered ? () => void openPanel() : undefined,
      marks: parts && box && vote && <parts.VoteMarks vote={vote} box={box} />,
    }),
    [isOffered, openPanel, parts, box, vote],
  )
  const isShown = isOpen && parts !== null && box !== null && editor !== null
  return {
    onBoard,
    open: onBoard.open,
    isOpen: isShown,
    close,
    panel: isShown && (
      <parts.VotePanel
        board={board}
        query={query}
        box={box}
        editor={editor}
        asSheet={asSheet}
        onHide={hide}
        onClose={close}
      />
    ),
    notice: (
      // The region is there before its first text, or readers of the screen would not hear it.
      <div role="status">
        {parts && box && vote && editor && (
          <parts.VoteNotice
            vote={vote}
            box={box}
            editor={editor}
            isPanelOpen={isShown}
            asSheet={asSheet}
            onOpen={() => void openPanel()}
          />
        )}
      </div>
    ),
  }
}

/** Copies of notes have their votes as soon as the server has read the words of the board, which the chain waits for too. */
function useAskWhenRead(boardId: string): void {
  const queries = useQueryClient()
  const { data } = useQuery({ ...boardEvidenceQuery(boardId), enabled: false })
  const isBehind = data?.behind === true
  const wasBehind = useRef(isBehind)
  useEffect(() => {
    if (wasBehind.current && !isBehind) void queries.invalidateQueries({ queryKey: boardVoteQuery(boardId).queryKey })
    wasBehind.current = isBehind
  }, [isBehind, boardId, queries])
}
