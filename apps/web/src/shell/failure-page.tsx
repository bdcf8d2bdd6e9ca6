import { Link, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api-client.ts'
import { isUnreachable } from '../queries.ts'
import { Button, ButtonLook } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import styles from './failure-page.module.css'

/** The page does not exist, or is nobody's business: both look the same. */
export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <PageHeading title={t('notFoundTitle')} />
      <p className={styles.text}>{t('notFoundText')}</p>
      <ButtonLook variant="primary" className={styles.action}>
        <Link to="/">{t('backHome')}</Link>
      </ButtonLook>
    </div>
  )
}

/** What a page shows when it could not be loaded or drawn: no connection, no server, not found, or a fault of ours. */
export function FailurePage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  const unreachable = isUnreachable(error)
  const offline = unreachable && !navigator.onLine

  useEffect(() => {
    if (!unreachable) return
    const again = () => {
      reset()
      void router.invalidate()
    }
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [unreachable, reset, router])

  if (error instanceof ApiError && error.code === 'not_found') return <NotFoundPage />
  const title = offline ? t('offlineTitle') : unreachable ? t('unreachableTitle') : t('failedTitle')
  return (
    <div className={styles.page}>
      <PageHeading title={title} />
      <p className={styles.text}>{offline ? t('offlineText') : unreachable ? t('unreachableText') : t('failedText')}</p>
      {unreachable ? (
        <Button variant="primary" className={styles.action} onClick={retry}>
          {t('retry')}
        </Button>
      ) : (
        <Button variant="primary" className={styles.action} onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      )}
    </div>
  )
}
