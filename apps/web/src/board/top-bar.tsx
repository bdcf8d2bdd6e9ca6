import type { BoardSummary } from '@samtavle/shared/api'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShareDialog } from '../features/sharing/share-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { useOpenBoard, useSessionView } from './board-context.tsx'
import { BoardMenu } from './board-menu.tsx'
import { BoardTitle } from './board-title.tsx'
import { HereNow } from './here-now.tsx'
import { SavedText } from './saved-text.tsx'
import { SprintTrail } from './sprint-trail.tsx'
import styles from './top-bar.module.css'
import { useBoardCommands } from './use-board-commands.ts'

type TopBarProps = {
  board: BoardSummary
  /** Opens the guide where there is no rail for it. */
  onGuide: (() => void) | undefined
  /** Opens the panel in which the board is designed as a template; undefined for those who may not. */
  onDesign: (() => void) | undefined
  /** Opens the board's history; undefined for those who may not. */
  onHistory: (() => void) | undefined
}

/** Home, name, what is saved, who is here, sharing and the rest. */
export function TopBar({ board, onGuide, onDesign, onHistory }: TopBarProps) {
  const { t } = useTranslation('board')
  const { session } = useOpenBoard()
  const { saved, waiting, mayEdit, paused } = useSessionView(session)
  const commands = useBoardCommands(board)
  const navigate = useNavigate()
  const [sharing, setSharing] = useState(false)
  return (
    <header className={styles.bar}>
      <Link to="/boards" className={styles.home} aria-label={t('home')}>
        <Mark />
      </Link>
      {board.sprint !== null && <SprintTrail sprint={board.sprint} />}
      <div className={styles.names}>
        <BoardTitle title={board.title} mayRename={mayEdit && !paused} onRename={commands.rename} />
        {mayEdit ? (
          <SavedText saved={saved} waiting={waiting} />
        ) : (
          <span className={styles.badge}>{t(board.state === 'archived' ? 'viewOnlyArchived' : 'viewOnly')}</span>
        )}
      </div>
      <div className={styles.end}>
        <HereNow />
        <Button variant="primary" onClick={() => setSharing(true)}>
          {t('share')}
        </Button>
        <BoardMenu board={board} commands={commands} onGuide={onGuide} onDesign={onDesign} onHistory={onHistory} />
      </div>
      {sharing && (
        <ShareDialog board={board} open onOpenChange={setSharing} onLeft={() => void navigate({ to: '/boards' })} />
      )}
    </header>
  )
}
