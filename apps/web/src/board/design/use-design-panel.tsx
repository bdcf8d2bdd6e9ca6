import { can } from '@samtavle/shared/access'
import type { BoardSummary } from '@samtavle/shared/api'
import type { StepDraft } from '@samtavle/shared/board-steps'
import type { Editor } from '@tldraw/tldraw'
import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'
import { useSessionView } from '../board-context.tsx'
import type { BoardSession } from '../board-session.ts'
import { DESIGN_PANEL } from '../side-rail.tsx'
import type { DesignPanelProps } from './design-panel.tsx'

/**
 * Designing a template on a board: who may, whether it is open, and what stands beside the canvas then. While it is open
 * the background is unlocked for me; closing it locks it again.
 */
export function useDesignPanel(
  board: BoardSummary,
  session: BoardSession,
  editor: Editor | null,
  templateSteps: readonly StepDraft[],
) {
  const { id: userId, role } = useMe()
  const { mayEdit, paused } = useSessionView(session)
  const { t } = useTranslation('design')
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [Panel, setPanel] = useState<ComponentType<DesignPanelProps> | null>(null)
  const resource = { kind: 'board', role: board.role, state: board.state } as const
  const mayDesign =
    can({ kind: 'user', userId, role }, 'board.save-as-template', resource) &&
    can({ kind: 'user', userId, role }, 'board.change-background', resource)
  const isShown = isOpen && mayDesign && editor !== null && Panel !== null
  useEffect(() => {
    if (!isShown) return
    session.lock.unlock()
    return () => session.lock.lock()
  }, [isShown, session])
  const open = async () => {
    try {
      // Few people need it: nobody else waits for it.
      const { DesignPanel } = await import('./design-panel.tsx')
      setPanel(() => DesignPanel)
      setOpen(true)
    } catch {
      toast.show({ text: t('openFailed'), tone: 'error' })
    }
  }
  const close = () => {
    setOpen(false)
    // The button is gone: the focus goes to what one works on.
    editor?.focus()
  }
  return {
    open: mayDesign && mayEdit && !paused && editor !== null ? () => void open() : undefined,
    shown: isShown
      ? {
          close,
          panel: (
            <Panel id={DESIGN_PANEL} board={board} editor={editor} templateSteps={templateSteps} onClose={close} />
          ),
        }
      : null,
  }
}
