import { Signpost, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'
import { GuideContent } from './guide-panel.tsx'
import styles from './side-rail.module.css'
import type { Guides } from './use-guide.ts'

type SideRailProps = {
  boardId: string
  guides: Guides
  open: boolean
  onOpenChange(open: boolean): void
}

const PANEL = 'board-guide'

/** Left of the canvas and before it in the tab order: what helps to work on the board. */
export function SideRail({ boardId, guides, open, onOpenChange }: SideRailProps) {
  const { t } = useTranslation('board')
  return (
    <>
      <nav className={styles.rail} aria-label={t('boardTools')}>
        <button
          type="button"
          className={styles.tab}
          aria-expanded={open}
          aria-controls={PANEL}
          onClick={() => onOpenChange(!open)}
        >
          <Signpost size={20} aria-hidden />
          {t('guide')}
        </button>
      </nav>
      {open && (
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
