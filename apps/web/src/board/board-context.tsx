import type { Person } from '@samtavle/shared/api'
import type { Editor, TLUiActionsContextType } from '@tldraw/tldraw'
import { createContext, type ReactNode, type RefObject, useContext, useSyncExternalStore } from 'react'
import type { BoardFind } from './board-find.ts'
import type { BoardSession } from './board-session.ts'
import type { Evidence } from './evidence/evidence-query.ts'
import type { PictureUploads } from './pictures/picture-uploads.ts'
import type { SessionView } from './session-view.ts'
import type { VoteOnBoard } from './vote/vote-on-board.ts'

/** What is inside tldraw and what stands around it have in common: one open board. */
export type OpenBoard = {
  session: BoardSession
  me: Pick<Person, 'id' | 'name' | 'colour'>
  editor: Editor | null
  /** Null until there is an editor. */
  find: BoardFind | null
  /** Pictures on their way; null until there is an editor. */
  pictures: PictureUploads | null
  /** What notes build on, and sending them on. */
  evidence: Evidence
  /** Opens the import of rows, for a file that is here already or one to be chosen. */
  importRows: (file: File | null) => void
  /** tldraw's actions, for controls outside its interface. */
  actions: RefObject<TLUiActionsContextType>
  /** What lies over the shapes for now; most often nothing. */
  marks: ReactNode
  vote: VoteOnBoard
}

const BoardContext = createContext<OpenBoard | null>(null)

export const BoardProvider = BoardContext.Provider

export function useOpenBoard(): OpenBoard {
  const board = useContext(BoardContext)
  if (board === null) throw new Error('no board is open here')
  return board
}

export function useSessionView(session: BoardSession): SessionView {
  return useSyncExternalStore(session.subscribe, () => session.view)
}
