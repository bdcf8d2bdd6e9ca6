import { DraftingCompass, History, Signpost, Vote, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'
import { GuideContent } from './guide-panel.tsx'
import { HISTORY_PANEL } from './history/history-place.ts'
import type { BoardHistory } from './history/use-history.tsx'
import styles from './side-rail.module.css'
import type { Guides } from './use-guide.ts'
import type { VoteHere } from './vote/use-vote.tsx'
import { VOTE_PANEL } from './vote/vote-place.ts'

type SideRailProps = {
  boardId: string
  /** Undefined where there is no guide. */
  guides: Guides | undefined
  open: boolean
  onOpenChange(open: boolean): void
  /** The panel in which the board is designed as a template; stands in place of the guide. */
  design: { panel: ReactNode; close(): void } | null
  /** What the board was; stands in place of the guide too. */
  history: BoardHistory
  /** To vote stands before both. */
  vote: VoteHere
}

const PANEL = 'board-guide'
/** Id of the panel in which a template is designed. */
export const DESIGN_PANEL = 'board-design'

/** Left of the canvas and before it in the tab order: what helps to work on the board. */
export function SideRail({ boardId, guides, open, onOpenChange, design, history, vote }: SideRailProps) {
  const { t } = useTranslation(['board', 'design', 'history', 'vote'])
  const isGuideOpen = guides !== undefined && open && design === null && !history.isOpen && !vote.isOpen
  const closeOthers = () => {
    design?.close()
    if (history.isOpen) history.close()
    if (vote.isOpen) vote.close()
  }
  const toggleGuide = () => {
    closeOthers()
    onOpenChange(!isGuideOpen)
  }
  const toggle = (panel: BoardHistory | VoteHere) => {
    closeOthers()
    if (!panel.isOpen) panel.open?.()
  }
  if (guides === undefined && design === null && history.open === undefined && vote.open === undefined) return null
  return (
    <>
      <nav className={styles.rail} aria-label={t('boardTools')}>
        {guides && (
          <button
            type="button"
            className={styles.tab}
            aria-expanded={isGuideOpen}
            aria-controls={PANEL}
            onClick={toggleGuide}
          >
            <Signpost size={20} aria-hidden />
            {t('guide')}
          </button>
        )}
        {design && (
          <button
            type="button"
            className={styles.tab}
            aria-expanded
            aria-controls={DESIGN_PANEL}
            onClick={design.close}
          >
            <DraftingCompass size={20} aria-hidden />
            {t('design:tab')}
          </button>
        )}
        {history.open && (
          <button
            type="button"
            className={styles.tab}
            aria-expanded={history.isOpen && design === null && !vote.isOpen}
            aria-controls={HISTORY_PANEL}
            onClick={() => toggle(history)}
          >
            <History size={20} aria-hidden />
            {t('history:title')}
          </button>
        )}
        {vote.open && (
          <button
            type="button"
            className={styles.tab}
            aria-expanded={vote.isOpen && design === null}
            aria-controls={VOTE_PANEL}
            onClick={() => toggle(vote)}
          >
            <Vote size={20} aria-hidden />
            {t('vote:title')}
          </button>
        )}
      </nav>
      {design === null ? vote.panel || history.panel : design.panel}
      {isGuideOpen && guides && (
        <aside id={PANEL} className={styles.panel} aria-label={t('guide')}>
          <div className={styles.head}>
            <h2>{t('guide')}</h2>
            <IconButton
              size="sm"
              label={t('closeGuide')}
              icon={<X size={20} aria-hidden />}
              onClick={() => onOpenChange(false)}
            />
          </div>
          <GuideContent guides={guides} boardId={boardId} />
        </aside>
      )}
    </>
  )
}
