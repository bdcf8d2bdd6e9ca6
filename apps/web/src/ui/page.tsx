import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './page.module.css'
import { PageHeading } from './page-heading.tsx'

type PageProps = {
  title: string
  intro?: ReactNode
  /** At the right of the title: the one thing to do on this page. */
  action?: ReactNode
  /** Above the title: where one came from. */
  before?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** A page of the app below the bar: its title in the largest type, one sentence, one action, then the content. */
export function Page({ title, intro, action, before, narrow = false, children }: PageProps) {
  return (
    <div className={classNames(styles.page, narrow && styles.narrow)}>
      {before}
      <div className={styles.head}>
        <div className={styles.words}>
          <PageHeading title={title} className={styles.title} />
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </div>
  )
}
