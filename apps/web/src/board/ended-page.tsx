import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EndReason } from '../sync/board-connection.ts'
import { Button, ButtonLook } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import styles from './board-page.module.css'

type EndedPageProps = {
  reason: EndReason
  boardId: string
  /** Something was not saved when it ended. */
  lost: boolean
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
export function EndedPage({ reason, boardId, lost, onReload }: EndedPageProps) {
  const { t } = useTranslation('board')
  const [title, text] = TEXTS[reason]
  const canReload = reason === 'rebuild' || reason === 'badData'
  return (
    <main className={styles.ended}>
      <PageHeading title={t(title)} />
      <p>{t(text)}</p>
      {lost && <p className={styles.lost}>{t('lostLast')}</p>}
      <div className={styles.actions}>
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
        {reason !== 'signedOut' && (
          <ButtonLook variant={canReload ? 'outline' : 'primary'}>
            <Link to="/boards">{t('toBoards')}</Link>
          </ButtonLook>
        )}
      </div>
    </main>
  )
}
