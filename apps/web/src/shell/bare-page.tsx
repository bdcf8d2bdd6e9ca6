import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Mark } from '../ui/mark.tsx'
import styles from './bare-page.module.css'

/** A page outside the app's bar: waiting, lost or broken. The name leads home. */
export function BarePage({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <header className={styles.top}>
        <a href="/" className={styles.brand}>
          <Mark />
          {t('appName')}
        </a>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  )
}
