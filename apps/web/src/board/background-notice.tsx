import { useValue } from '@tldraw/tldraw'
import { LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOpenBoard } from './board-context.tsx'
import styles from './top-bar.module.css'

/** As long as I have the background unlocked: says so, and locks it with one click. */
export function BackgroundNotice() {
  const { t } = useTranslation('board')
  const { session, editor } = useOpenBoard()
  const isUnlocked = useValue('background is unlocked', () => session.lock.isUnlocked, [session])
  const lock = () => {
    session.lock.lock()
    // The button is gone: the focus goes to what one works on.
    editor?.focus()
  }
  return (
    <div role="status">
      {isUnlocked && (
        <div className={styles.banner} data-background-unlocked>
          <LockOpen size={16} aria-hidden />
          <span>{t('backgroundUnlocked')}</span>
          <button type="button" className={styles.link} onClick={lock}>
            {t('lockBackground')}
          </button>
        </div>
      )}
    </div>
  )
}
