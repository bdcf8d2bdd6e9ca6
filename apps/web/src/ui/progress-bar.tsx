import styles from './progress-bar.module.css'

type ProgressBarProps = {
  label: string
  /** 0 to 1. */
  share: number
  /** How far it has come, in words: what is spoken instead of the figure alone. */
  words: string
}

/** How far some work has come. */
export function ProgressBar({ label, share, words }: ProgressBarProps) {
  const percent = Math.round(share * 100)
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
    >
      <div className={styles.bar} style={{ inlineSize: `${percent}%` }} />
    </div>
  )
}
