import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './notice.module.css'

type NoticeProps = { tone: 'info' | 'attention' | 'error'; children: ReactNode; action?: ReactNode }

/** A line with a sign that belongs to the page or form it stands in. Errors are announced at once. */
export function Notice({ tone, children, action }: NoticeProps) {
  const Icon = tone === 'info' ? Info : CircleAlert
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={20} aria-hidden />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}
