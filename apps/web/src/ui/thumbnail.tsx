import { useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './thumbnail.module.css'

type ThumbnailProps = {
  /** Address of the picture; without one, or when it cannot be had, an empty sheet is shown. */
  src: string | null
  /** What is on it; empty when the words beside it say so already. */
  alt?: string
  shape: 'row' | 'card' | 'large'
}

/** A small picture of a board. */
export function Thumbnail({ src, alt = '', shape }: ThumbnailProps) {
  const [failed, setFailed] = useState<string | null>(null)
  return (
    <span className={classNames(styles.frame, styles[shape])}>
      {src !== null && failed !== src && (
        <img
          className={styles.picture}
          src={src}
          alt={alt}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(src)}
        />
      )}
    </span>
  )
}
