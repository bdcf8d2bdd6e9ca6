import { useTranslation } from 'react-i18next'
import { isOffline } from '../sync/saved-state.ts'
import { useSessionView } from './board-context.tsx'
import type { BoardSession } from './board-session.ts'
import { SavingAnnouncement } from './saving-announcement.tsx'
import type { SessionView } from './session-view.ts'
import styles from './top-bar.module.css'

/** A line across the page while something is wrong that everybody on it must know; read aloud when it comes. */
export function ConnectionBanner({ session }: { session: BoardSession }) {
  const { t } = useTranslation('board')
  const view = useSessionView(session)
  const notice = noticeOf(view)
  return (
    <div data-saving>
      <SavingAnnouncement view={view} hasNotice={notice !== null} />
      {/* The region is there before its first text, or readers of the screen would not hear it. */}
      <div role="status">
        {notice !== null && (
          <div className={styles.banner} data-notice={notice}>
            <span>{notice === 'quarantined' ? t(notice, { count: view.quarantined }) : t(notice)}</span>
            {(notice === 'offlineNotice' || notice === 'offlineKeptNotice' || notice === 'offlineView') && (
              <button type="button" className={styles.link} onClick={() => session.retryNow()}>
                {t('reconnectNow')}
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

function noticeOf({ saved, keepsHere, room, mayEdit, paused, quarantined }: SessionView) {
  if (isOffline(saved)) {
    if (!mayEdit || paused) return 'offlineView'
    return keepsHere ? 'offlineKeptNotice' : 'offlineNotice'
  }
  if (room === 'read-only') return mayEdit ? 'readOnly' : 'readOnlyView'
  if (room === 'held') return mayEdit ? 'held' : 'heldView'
  if (room === 'degraded') return mayEdit ? 'degraded' : 'degradedView'
  return mayEdit && quarantined > 0 ? 'quarantined' : null
}
