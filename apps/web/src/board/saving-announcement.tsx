import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Announced, NOTHING_ANNOUNCED, nextAnnouncement } from '../sync/announcement.ts'
import { useSavedWords } from './saved-text.tsx'
import type { SessionView } from './session-view.ts'

/** Reads aloud what is said about saving, as far as no line across the page says it. */
export function SavingAnnouncement({ view, hasNotice }: { view: SessionView; hasNotice: boolean }) {
  const { t } = useTranslation('board')
  const { saved, room, mayEdit } = view
  const [said, setSaid] = useState('')
  const before = useRef<Announced>(NOTHING_ANNOUNCED)
  const savedWords = useSavedWords(saved)
  const worse = hasNotice ? '' : savedWords
  const connected = t(mayEdit ? 'savedAgain' : 'connectedAgain')
  const saves = t(mayEdit ? 'allSaved' : 'savesAgain')
  useEffect(() => {
    const { announced, say } = nextAnnouncement(before.current, saved, room)
    before.current = announced
    if (say !== null) setSaid({ worse, connected, saves }[say])
  }, [saved, room, worse, connected, saves])
  return (
    <span role="status" className="visually-hidden">
      {said}
    </span>
  )
}
