import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Announced, NOTHING_ANNOUNCED, nextAnnouncement } from '../sync/announcement.ts'
import { useSavedWords } from './saved-text.tsx'
import type { SessionView } from './session-view.ts'

/** Reads aloud what the page shows about saving: `notice` is the line across it, if there is one. */
export function SavingAnnouncement({ view, notice }: { view: SessionView; notice: string | null }) {
  const { t } = useTranslation('board')
  const { saved, room, mayEdit } = view
  const [said, setSaid] = useState('')
  const before = useRef<Announced>(NOTHING_ANNOUNCED)
  const savedWords = useSavedWords(saved)
  const worse = notice ?? savedWords
  const connected = t(mayEdit ? 'savedAgain' : 'connectedAgain')
  const saves = t(mayEdit ? 'allSaved' : 'savesAgain')
  useEffect(() => {
    const { announced, say } = nextAnnouncement(before.current, saved, room)
    before.current = announced
    if (say !== null) setSaid({ worse, connected, saves }[say])
  }, [saved, room, worse, connected, saves])
  return (
    <span role="status" className="visually-hidden" data-saving-said>
      {said}
    </span>
  )
}
