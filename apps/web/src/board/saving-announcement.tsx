import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Announced, NOTHING_ANNOUNCED, nextAnnouncement } from '../sync/announcement.ts'
import { isOffline } from '../sync/saved-state.ts'
import { useSavedWords, useWaitingWords } from './saved-text.tsx'
import type { SessionView } from './session-view.ts'

/** A count is read aloud when it has stood so long, in ms, not with every letter. */
const STANDS_MS = 3_000

function WaitingAnnouncement({ saved, waiting }: Pick<SessionView, 'saved' | 'waiting'>) {
  // With a connection it is the server that does not save, and that is said.
  const words = useWaitingWords(saved, isOffline(saved) ? waiting : 0)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), words === '' ? 0 : STANDS_MS)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <span role="status" className="visually-hidden" data-waiting-said>
      {said}
    </span>
  )
}

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
    <>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      <WaitingAnnouncement saved={saved} waiting={view.waiting} />
    </>
  )
}
