import { useRef } from 'react'

/**
 * Gives the focus back to what had it when a dialog opened. Radix does so only for its own triggers; ours are opened by
 * state, often from a menu. Spread the result on the dialog's content.
 */
export function useFocusReturn() {
  const before = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      const target = before.current
      if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus()
      else document.querySelector('main')?.focus()
    },
  }
}
