import { useTranslation } from 'react-i18next'
import { useSessionView } from './board-context.tsx'
import type { BoardSession } from './board-session.ts'
import { SavingAnnouncement } from './saving-announcement.tsx'
import type { SessionView } from './session-view.ts'
import styles from './top-bar.module.css'

/** A line across the page while something is wrong that everybody on it must know. */
export function ConnectionBanner({ session }: { session: BoardSession }) {
  const { t } = useTranslation('board')
  const view = useSessionView(session)
  const notice = noticeOf(view)
  const text = notice === null ? null : t(notice)
  return (
    <div>
      <SavingAnnouncement view={view} notice={text} />
      {notice !== null && (
        <section className={styles.banner} aria-label={t('notice')} data-notice={notice}>
          <span>{text}</span>
          {view.connection.name === 'waiting' && (
            <button type="button" className={styles.link} onClick={() => session.retryNow()}>
              {t('reconnectNow')}
            </button>
          )}
        </section>
      )}
      {notice === null && view.quarantined > 0 && (
        <div className={styles.banner} role="status">
          {t('quarantined', { count: view.quarantined })}
        </div>
      )}
    </div>
  )
}

function noticeOf({ saved, room, mayEdit, paused }: SessionView) {
  if (saved === 'offline' || saved === 'offline-unsaved') return mayEdit && !paused ? 'offlineNotice' : 'offlineView'
  if (room === 'read-only') return mayEdit ? 'readOnly' : 'readOnlyView'
  if (room === 'degraded') return mayEdit ? 'degraded' : 'degradedView'
  return null
}
