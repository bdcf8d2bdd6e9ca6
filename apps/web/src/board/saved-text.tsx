import { Check, CloudOff, Triangle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isOffline, type SavedName } from '../sync/saved-state.ts'
import { classNames } from '../ui/class-names.ts'
import styles from './top-bar.module.css'

/** The words for a state of saving; none for one that is too short to speak of. */
export function useSavedWords(saved: SavedName): string {
  const { t } = useTranslation('board')
  const words: Record<SavedName, string> = {
    saved: t('saved'),
    pending: '',
    saving: t('saving'),
    unsaved: t('unsaved'),
    offline: t('offline'),
    'offline-kept': t('offlineKept'),
    'offline-keeping': t('offlineKeeping'),
    'offline-unsaved': t('offlineUnsaved'),
  }
  return words[saved]
}

/** How many changes wait, where they wait for longer than a moment; else nothing. */
export function useWaitingWords(saved: SavedName, waiting: number): string {
  const { t } = useTranslation('board')
  return waiting > 0 && (saved === 'unsaved' || isOffline(saved)) ? t('waiting', { count: waiting }) : ''
}

/** What is said about saving, beside the board's name. `SavingAnnouncement` reads it aloud. */
export function SavedText({ saved, waiting }: { saved: SavedName; waiting: number }) {
  const words = useSavedWords(saved)
  const wait = useWaitingWords(saved, waiting)
  return (
    <span className={styles.saving}>
      <span className={classNames(styles.state, styles[saved])} data-saved-state={saved}>
        <Sign saved={saved} />
        {words}
      </span>
      {wait !== '' && (
        <span className={styles.waiting} data-waiting={waiting}>
          {wait}
        </span>
      )}
    </span>
  )
}

function Sign({ saved }: { saved: SavedName }) {
  switch (saved) {
    case 'saved':
      return <Check size={16} aria-hidden />
    case 'unsaved':
      return <Triangle size={12} fill="currentColor" aria-hidden />
    case 'offline':
    case 'offline-kept':
    case 'offline-keeping':
    case 'offline-unsaved':
      return <CloudOff size={16} aria-hidden />
    default:
      return null
  }
}
