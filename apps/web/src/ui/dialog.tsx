import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { focusFirst } from './first-focus.ts'
import { IconButton } from './icon-button.tsx'
import { useUiText } from './ui-text.tsx'
import { useFocusReturn } from './use-focus-return.ts'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** One sentence under the title, read out when the dialog opens. */
  description?: ReactNode
  /** 420, 560 or 840 px wide. */
  size?: 'sm' | 'md' | 'lg'
  /** The row behind the hairline; the primary button comes last. */
  footer?: ReactNode
  children: ReactNode
}

/**
 * A toast lies outside the dialog, yet using it does not mean to leave the dialog. Radix tells of it after the click,
 * when a toast's button may be gone from the page already.
 */
function keepForToast(event: Event): void {
  const { target } = event
  if (!(target instanceof Element)) return
  if (!target.isConnected || target.closest('[data-toasts]') !== null) event.preventDefault()
}

/** An open list of what fits is closed first: Escape in it does not mean to leave the dialog and lose what is in it. */
function keepForList(event: KeyboardEvent): void {
  const { target } = event
  if (target instanceof Element && target.matches('[role="combobox"][aria-expanded="true"]')) event.preventDefault()
}

/** A dialog with a title, a close button and, when needed, a footer. Under 480 px it is a full sheet. */
export function Dialog({ open, onOpenChange, title, description, size = 'md', footer, children }: DialogProps) {
  const text = useUiText()
  const body = useRef<HTMLDivElement>(null)
  const footerRow = useRef<HTMLElement>(null)
  const focusReturn = useFocusReturn(() => focusFirst(body.current, footerRow.current))
  const describedBy = description === undefined ? { 'aria-describedby': undefined } : {}
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim}>
          <Radix.Content
            className={classNames(styles.dialog, styles[size])}
            {...describedBy}
            {...focusReturn}
            onInteractOutside={keepForToast}
            onEscapeKeyDown={keepForList}
          >
            <header className={styles.header}>
              <div>
                <Radix.Title className={styles.title}>{title}</Radix.Title>
                {description !== undefined && (
                  <Radix.Description className={styles.description}>{description}</Radix.Description>
                )}
              </div>
              <Radix.Close asChild>
                <IconButton label={text.close} icon={<X size={20} aria-hidden />} tooltip={false} />
              </Radix.Close>
            </header>
            <div ref={body} className={styles.body}>
              {children}
            </div>
            {footer !== undefined && (
              <footer ref={footerRow} className={styles.footer}>
                {footer}
              </footer>
            )}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
