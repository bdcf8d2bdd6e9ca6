import { Fragment } from 'react'
import styles from './time.module.css'

/**
 * A moment in words. Figures are tabular, so columns stand; this font's tabular point is a full figure wide, so points
 * and colons are set proportionally.
 */
export function Time({ iso, children }: { iso: string; children: string }) {
  const parts = children.split(/([.:])/u)
  return (
    <time dateTime={iso} className={styles.time}>
      {parts.map((part, index) =>
        part === '.' || part === ':' ? (
          <span key={index} className={styles.point}>
            {part}
          </span>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </time>
  )
}
