import { Tooltip as Radix } from 'radix-ui'
import { type FocusEvent, type ReactNode, useEffect } from 'react'
import styles from './tooltip.module.css'

/** Once around the app; lets tooltips follow each other without waiting. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    const remember = ({ key }: KeyboardEvent) => {
      pressedLast = key
    }
    window.addEventListener('keydown', remember, { capture: true })
    return () => window.removeEventListener('keydown', remember, { capture: true })
  }, [])
  return <Radix.Provider delayDuration={500}>{children}</Radix.Provider>
}

/** The key that was pressed last, anywhere on the page. */
let pressedLast = ''

const LAYER = '[role="menu"], [role="dialog"], [role="alertdialog"]'

/**
 * A focus that comes back from a menu or a dialog was not moved to the control to learn its name, and its words would
 * lie over what the menu has brought. What is gone from the page already is not named as where the focus comes from, and
 * neither is the page itself, from which Tab leads to its first control.
 */
function ignoreReturn(event: FocusEvent): void {
  const { currentTarget, relatedTarget } = event
  const from = relatedTarget instanceof Element ? relatedTarget.closest(LAYER) : null
  const isReturn =
    relatedTarget === null ? pressedLast !== 'Tab' : from !== null && from !== currentTarget.closest(LAYER)
  if (isReturn) event.preventDefault()
}

/** Shows the words of a control that has only an icon. The control itself must carry the name. */
export function Tooltip({
  text,
  side = 'bottom',
  children,
}: {
  text: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild onFocus={ignoreReturn}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
