import { useTranslation } from 'react-i18next'
import { useSessionView } from './board-context.tsx'
import type { BoardSession, SessionView } from './board-session.ts'
import styles from './top-bar.module.css'

/** A line across the page while something is wrong that everybody on it must know. */
export function ConnectionBanner({ session }: { session: BoardSession }) {
  const { t } = useTranslation('board')
  const view = useSessionView(session)
  const text = bannerOf(view)
  if (text === null) return <div />
  return (
    <div className={styles.banner} role="status">
      <span>{text === 'quarantined' ? t(text, { count: view.quarantined }) : t(text)}</span>
      {text === 'offlineNotice' && (
        <button type="button" className={styles.link} onClick={() => session.retryNow()}>
          {t('reconnectNow')}
        </button>
      )}
    </div>
  )
}

function bannerOf(view: SessionView): 'offlineNotice' | 'degraded' | 'quarantined' | null {
  if (!view.mayEdit) return null
  if (view.saved === 'offline' || view.saved === 'offline-unsaved') return 'offlineNotice'
  if (view.room !== 'healthy') return 'degraded'
  return view.quarantined > 0 ? 'quarantined' : null
}
