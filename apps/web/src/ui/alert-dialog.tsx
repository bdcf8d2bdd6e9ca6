import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './alert-dialog.module.css'
import { Button } from './button.tsx'
import { useFocusReturn } from './use-focus-return.ts'

type AlertDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  children: ReactNode
  confirmLabel: string
  cancelLabel: string
  /** True for what cannot be undone: the confirming button is red. */
  danger?: boolean
  onConfirm: () => void
}

/** Asks before something that cannot be undone. What can be undone is done at once, with a toast that undoes it. */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  danger = false,
  onConfirm,
}: AlertDialogProps) {
  const focusReturn = useFocusReturn()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content className={styles.dialog} {...focusReturn}>
          <Radix.Title className={styles.title}>{title}</Radix.Title>
          <Radix.Description asChild>
            <div className={styles.text}>{children}</div>
          </Radix.Description>
          <div className={styles.buttons}>
            <Radix.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button variant={danger ? 'danger-filled' : 'primary'} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
