import type { BoardSummary, BoardVersion } from '@samtavle/shared/api'
import type { Editor } from '@tldraw/tldraw'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardRights } from '../../board-rights.ts'
import { useToast } from '../../ui/toast.tsx'
import { useRoomBeside } from '../room-beside.ts'
import type { historyParts } from './history-parts.ts'
import { HISTORY_PANEL } from './history-place.ts'

type Parts = Pick<typeof historyParts, 'HistoryPanel' | 'VersionPreview'>

export type BoardHistory = {
  /** Undefined for those who may not see versions. */
  open: (() => void) | undefined
  isOpen: boolean
  close(): void
  panel: ReactNode
  /** Stands over the canvas while a version is looked at; null while it is now. */
  preview: ReactNode
}

/** The history of a board: who may see it, whether it is open, and what of it is looked at. */
export function useHistory(board: BoardSummary, editor: Editor | null): BoardHistory {
  const { t } = useTranslation('history')
  const may = useBoardRights(board)
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [version, setVersion] = useState<BoardVersion | null>(null)
  const [parts, setParts] = useState<Parts | null>(null)
  const maySee = may('board.list-versions')
  const isShown = isOpen && maySee && parts !== null
  const asSheet = !useRoomBeside()
  const open = async () => {
    try {
      // Few look back, and seldom: nobody else waits for it.
      const { historyParts } = await import('./history-parts.ts')
      setParts(historyParts)
      setOpen(true)
    } catch {
      toast.show({ text: t('openFailed'), tone: 'error' })
    }
  }
  const close = () => {
    setOpen(false)
    setVersion(null)
    // The button is gone: the focus goes to what one works on.
    editor?.focus()
  }
  /** On a phone the list lies over what was chosen. */
  const choose = (chosen: BoardVersion | null) => {
    setVersion(chosen)
    if (asSheet) setOpen(false)
  }
  return {
    open: maySee && editor !== null ? () => void open() : undefined,
    isOpen: isShown,
    close,
    panel: isShown && !(asSheet && version !== null) && (
      <parts.HistoryPanel
        id={HISTORY_PANEL}
        boardId={board.id}
        chosen={version?.id ?? null}
        maySave={may('board.save-version')}
        asSheet={asSheet}
        onChoose={choose}
        onClose={asSheet ? () => setOpen(false) : close}
      />
    ),
    preview:
      version === null || parts === null || editor === null ? null : (
        <parts.VersionPreview
          boardId={board.id}
          version={version}
          editor={editor}
          mayRestore={may('board.restore-version')}
          onBack={() => choose(null)}
        />
      ),
  }
}
