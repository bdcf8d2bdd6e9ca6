import type { ReactNode } from 'react'
import { Field, fieldProps } from './field.tsx'
import styles from './file-field.module.css'

type FileFieldProps = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Endings and types, as an `accept` attribute says them. */
  accept: string
  /** What the button says, and what stands beside it: the file that is chosen, or that none is. */
  choose: string
  chosen: string
  /** While what was chosen is worked on. */
  disabled?: boolean
  onChoose: (file: File | undefined) => void
}

/** One file of this device. The browser's own control, unseen, lies over words in the page's language. */
export function FileField({ label, hint, error, accept, choose, chosen, disabled = false, onChoose }: FileFieldProps) {
  return (
    <Field
      {...fieldProps({ label, hint, error })}
      control={(bound) => (
        <div className={styles.file}>
          <span aria-hidden className={styles.choose}>
            {choose}
          </span>
          <span aria-hidden className={styles.name}>
            {chosen}
          </span>
          <input
            {...bound}
            type="file"
            accept={accept}
            disabled={disabled}
            className={styles.input}
            onChange={(event) => onChoose(event.target.files?.[0])}
          />
        </div>
      )}
    />
  )
}
