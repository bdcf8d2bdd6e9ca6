import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LostWords } from '../device/lost-words.tsx'
import { guestHere } from '../guest.ts'
import type { EndReason } from '../sync/end-reason.ts'
import { Button, ButtonLook } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import styles from './board-page.module.css'
import { GuestEnded } from './guest-ended.tsx'
import { RestoreBoard } from './restore-board.tsx'

type EndedPageProps = {
  reason: EndReason
  boardId: string
  /** How the board is called, as far as that is known. */
  title: string
  /** Something was not saved when it ended. */
  lost: boolean
  /** The words of it. */
  words?: readonly string[]
  /** It lies on this device and goes to the server once somebody is signed in again. */
  kept?: boolean
  /** The words lie on this device until this is called. */
  onTaken?: (() => void) | undefined
  /** The board is one's own: its deletion can be taken back. */
  mayRestore?: boolean
  onReload(): void
}

const TEXTS = {
  gone: ['goneTitle', 'goneText'],
  notAllowed: ['notAllowedTitle', 'notAllowedText'],
  noSuchBoard: ['notFoundTitle', 'notFoundText'],
  signedOut: ['signedOutTitle', 'signedOutText'],
  rebuild: ['rebuildTitle', 'rebuildText'],
  badData: ['rebuildTitle', 'rebuildText'],
} as const satisfies Record<EndReason, readonly [string, string]>

/** Why the board is no longer open, what still holds, and what to do. */
export function EndedPage(props: EndedPageProps) {
  const { reason, boardId, title: name, lost, words = [], kept = false, mayRestore = false, onTaken, onReload } = props
  const { t } = useTranslation('board')
  if (guestHere() !== null && reason !== 'rebuild' && reason !== 'badData') {
    return <GuestEnded title={name} lost={lost} words={words} />
  }
  const restores = reason === 'gone' && mayRestore
  const [title, text] = restores ? (['goneTitle', 'goneOwnText'] as const) : TEXTS[reason]
  const canReload = reason === 'rebuild' || reason === 'badData'
  return (
    <main className={styles.ended}>
      <PageHeading title={t(title)} />
      <p>{t(text)}</p>
      {lost && kept && reason === 'signedOut' && <p>{t('signedOutKept')}</p>}
      {lost && !(kept && reason === 'signedOut') && (
        <>
          <p className={styles.lost}>{t('lostLast')}</p>
          {words.length > 0 && <LostWords words={words} title={name} />}
          {words.length > 0 && onTaken && (
            <div className={styles.taken}>
              <p>{t('wordsLeftHere')}</p>
              <Button size="sm" onClick={onTaken}>
                {t('wordsTaken')}
              </Button>
            </div>
          )}
        </>
      )}
      <div className={styles.actions}>
        {restores && <RestoreBoard boardId={boardId} onRestored={onReload} />}
        {canReload && (
          <Button variant="primary" onClick={onReload}>
            {t('reload')}
          </Button>
        )}
        {reason === 'signedOut' && (
          <ButtonLook variant="primary">
            <a href={`/sign-in?next=${encodeURIComponent(`/boards/${boardId}`)}`}>{t('signIn')}</a>
          </ButtonLook>
        )}
        {reason !== 'signedOut' && guestHere() === null && (
          <ButtonLook variant={canReload || restores ? 'outline' : 'primary'}>
            <Link to="/boards">{t('toBoards')}</Link>
          </ButtonLook>
        )}
      </div>
    </main>
  )
}
