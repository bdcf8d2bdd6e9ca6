import { type ComponentProps, type ReactNode, useState } from 'react'
import { AlertDialog } from './alert-dialog.tsx'
import { Button } from './button.tsx'
import { useUiText } from './ui-text.tsx'

type AskingButtonProps = Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'icon' | 'busy'> & {
  /** On the button, and on the one that confirms. */
  label: string
  title: string
  /** What is asked, below the title. */
  children: ReactNode
  /** Instead of the usual word for cancelling. */
  cancelLabel?: string
  /** True for what cannot be undone: the confirming button is red. */
  danger?: boolean
  onConfirm: () => void
}

/** A button that asks first. */
export function AskingButton({ label, title, children, cancelLabel, danger, onConfirm, ...button }: AskingButtonProps) {
  const text = useUiText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={title}
        confirmLabel={label}
        cancelLabel={cancelLabel ?? text.cancel}
        danger={danger === true}
        onConfirm={onConfirm}
      >
        {children}
      </AlertDialog>
    </>
  )
}
