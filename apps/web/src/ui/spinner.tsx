import styles from './spinner.module.css'
import { useUiText } from './ui-text.tsx'
import { useLate } from './use-late.ts'

/** Shown only after 400 ms, always with words. */
export function Spinner({ label }: { label?: string }) {
  const text = useUiText()
  const late = useLate(true)
  return (
    <div className={styles.place} role="status">
      {late && (
        <>
          <span className={styles.spinner} aria-hidden />
          <span>{label ?? text.loading}</span>
        </>
      )}
    </div>
  )
}

type SkeletonProps = {
  /** How many rows to draw. */
  rows?: number
  /** `card` draws boxes in a grid, `row` lines of a list. */
  shape?: 'row' | 'card'
}

/** The outline of a list that is on its way; nothing during the first 400 ms. */
export function Skeleton({ rows = 4, shape = 'row' }: SkeletonProps) {
  const text = useUiText()
  const late = useLate(true)
  return (
    <div role="status">
      {late && (
        <>
          <span className="visually-hidden">{text.loading}</span>
          <div aria-hidden className={shape === 'card' ? styles.cards : undefined}>
            {Array.from({ length: rows }, (_, row) => (
              <div key={row} className={shape === 'card' ? styles.card : styles.row} />
            ))}
          </div>
        </>
      )}
    </div>
  )
}
