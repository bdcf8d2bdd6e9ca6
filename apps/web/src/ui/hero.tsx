import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './hero.module.css'
import { PageHeading } from './page-heading.tsx'

/** More letters than these would fill the field in the largest type. */
const LONG_TITLE = 60

type HeroProps = {
  /** The small line above the title: the day. */
  day: string
  title: string
  /** What the browser's tab says. */
  tab: string
  /** One sentence below the title. */
  line?: ReactNode
  buttons?: ReactNode
  /** At the right; decorative, so left out where there is little room. */
  picture?: ReactNode
  /** At the right; below the rest where there is little room. */
  aside?: ReactNode
}

/** The petrol field: the day in words and the one thing to do next, the largest words of the page. */
export function Hero({ day, title, tab, line, buttons, picture, aside }: HeroProps) {
  return (
    <div className={styles.hero} data-surface="hero">
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.day}>{day}</p>
          {/* One heading all the way, so that the focus has a place. */}
          <PageHeading
            title={title}
            tab={tab}
            className={classNames(styles.title, title.length > LONG_TITLE && styles.long)}
          />
          {line !== undefined && <p className={styles.line}>{line}</p>}
          {buttons !== undefined && <div className={styles.buttons}>{buttons}</div>}
        </div>
        {picture !== undefined && (
          <div className={styles.picture} aria-hidden>
            {picture}
          </div>
        )}
        {aside}
      </div>
    </div>
  )
}
