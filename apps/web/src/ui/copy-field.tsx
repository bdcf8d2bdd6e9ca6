import { Check, Copy } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './copy-field.module.css'
import { TextField } from './field.tsx'

type CopyFieldProps = {
  label: string
  hint?: ReactNode
  value: string
  copyLabel: string
  /** Said when it is copied, and when it has to be copied by hand. */
  copiedText: string
  failedText: string
}

/** Words to be taken along, with a button that copies them. */
export function CopyField({ label, hint, value, copyLabel, copiedText, failedText }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    try {
      // Missing without https; then the field is marked for copying by hand.
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      field.current?.select()
      setCopied(false)
    }
  }
  return (
    <div>
      <div className={styles.row}>
        <TextField
          ref={field}
          label={label}
          {...(hint === undefined ? {} : { hint })}
          value={value}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button variant="primary" size="lg" icon={<Copy size={20} aria-hidden />} onClick={() => void copy()}>
          {copyLabel}
        </Button>
      </div>
      <p className={styles.copied} role="status">
        {copied === true && (
          <>
            <Check size={16} aria-hidden /> {copiedText}
          </>
        )}
        {copied === false && failedText}
      </p>
    </div>
  )
}
