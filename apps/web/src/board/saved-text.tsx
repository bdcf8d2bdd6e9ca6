import { Check, CloudOff, Triangle } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SavedName, severityOf } from '../sync/saved-state.ts'
import { classNames } from '../ui/class-names.ts'
import styles from './top-bar.module.css'

/** What is said about saving, beside the board's name. Read aloud only when it gets worse or is over. */
export function SavedText({ saved }: { saved: SavedName }) {
  const { t } = useTranslation('board')
  const words: Record<SavedName, string> = {
    saved: t('saved'),
    pending: '',
    saving: t('saving'),
    unsaved: t('unsaved'),
    offline: t('offline'),
    'offline-unsaved': t('offlineUnsaved'),
  }
  const announced = useAnnouncement(saved, words[saved], t('savedAgain'))
  return (
    <>
      <span className={classNames(styles.state, styles[saved])} data-saved-state={saved}>
        <Sign saved={saved} />
        {words[saved]}
      </span>
      <span role="status" className="visually-hidden">
        {announced}
      </span>
    </>
  )
}

function Sign({ saved }: { saved: SavedName }) {
  switch (saved) {
    case 'saved':
      return <Check size={16} aria-hidden />
    case 'unsaved':
      return <Triangle size={12} fill="currentColor" aria-hidden />
    case 'offline':
    case 'offline-unsaved':
      return <CloudOff size={16} aria-hidden />
    default:
      return null
  }
}

function useAnnouncement(saved: SavedName, words: string, over: string): string {
  const [text, setText] = useState('')
  const before = useRef<0 | 1 | 2>(0)
  useEffect(() => {
    const severity = severityOf(saved)
    // On the way back through »saving« nothing is over yet.
    if (severity === 0 && saved !== 'saved') return
    if (severity > before.current) setText(words)
    else if (severity === 0 && before.current > 0) setText(over)
    before.current = severity
  }, [saved, words, over])
  return text
}
