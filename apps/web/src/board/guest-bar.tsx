import type { BoardSummary } from '@samtavle/shared/api'
import { LogOut, Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LeaveAsGuest } from '../features/guests/leave-as-guest.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Mark } from '../ui/mark.tsx'
import { useOpenBoard, useSessionView } from './board-context.tsx'
import { HereNow } from './here-now.tsx'
import { SavedText } from './saved-text.tsx'
import styles from './top-bar.module.css'

/** The bar of a guest's board: what it is called, what is saved, who is here, and the way out. It leads nowhere else. */
export function GuestBar({ board }: { board: BoardSummary }) {
  const { t } = useTranslation(['board', 'vote'])
  const { session, vote } = useOpenBoard()
  const { saved, waiting, mayEdit, unsaved } = useSessionView(session)
  return (
    <header className={styles.bar} data-guest>
      <span className={styles.home}>
        <Mark />
      </span>
      <div className={styles.names}>
        <h1 className={styles.guestTitle}>{board.title}</h1>
        {mayEdit ? (
          <SavedText saved={saved} waiting={waiting} />
        ) : (
          <span className={styles.badge}>{t('viewOnly')}</span>
        )}
      </div>
      <div className={styles.end}>
        <HereNow />
        {vote.open && <IconButton label={t('vote:title')} icon={<Vote size={20} aria-hidden />} onClick={vote.open} />}
        <LeaveAsGuest icon={<LogOut size={20} aria-hidden />} unsaved={unsaved} />
      </div>
    </header>
  )
}
