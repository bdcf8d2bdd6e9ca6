import { type FormEvent, type ReactNode, useId } from 'react'
import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { Dialog, type DialogProps } from './dialog.tsx'
import { useUiText } from './ui-text.tsx'

type FormDialogProps = Pick<DialogProps, 'title' | 'description' | 'size' | 'children'> & {
  onClose: () => void
  onSubmit: () => void
  /** The primary button, and what it says while `busy`. */
  submitLabel: string
  busy?: boolean
  busyLabel?: string
  /** Stands before the buttons. */
  beside?: ReactNode
}

/** A dialog that is a form: its fields below each other, *cancel* and one primary button. Open as long as it is there. */
export function FormDialog({
  onClose,
  onSubmit,
  submitLabel,
  busy = false,
  busyLabel,
  beside,
  children,
  ...dialog
}: FormDialogProps) {
  const text = useUiText()
  const formId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      {...dialog}
      open
      onOpenChange={(stays) => !stays && onClose()}
      footer={
        <>
          {beside}
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={busy}
            {...(busyLabel === undefined ? {} : { busyLabel })}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {children}
      </form>
    </Dialog>
  )
}
