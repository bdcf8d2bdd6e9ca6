import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = { title: string; text?: string; action?: ReactNode; level?: 'h2' | 'h3' }

/** Nothing here yet: a heading, one sentence, one button, left-aligned. */
export function EmptyState({ title, text, action, level = 'h2' }: EmptyStateProps) {
  const Heading = level
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
