import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../../shell/language-menu.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import styles from './join.module.css'

type JoinLayoutProps = { above?: string | undefined; title: string; lead?: string | undefined; children: ReactNode }

/** The page at which a guest comes in: what it is about in the largest type, and one thing to do. */
export function JoinLayout({ above, title, lead, children }: JoinLayoutProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <header className={styles.top} data-surface="hero">
        <span className={styles.brand}>
          <Mark />
          {t('appName')}
        </span>
        <LanguageMenu className={styles.language} />
      </header>
      <main id="main" className={styles.main}>
        <div className={styles.intro} data-surface="hero">
          {above !== undefined && <p className={styles.above}>{above}</p>}
          <PageHeading title={title} className={styles.title} />
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        <div className={styles.sheet}>
          <div className={styles.inner}>{children}</div>
        </div>
      </main>
    </div>
  )
}
