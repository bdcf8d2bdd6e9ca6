import { useRef } from 'react'

/**
 * Gives the focus back to what had it when a dialog opened. Radix does so only for its own triggers; ours are opened by
 * state, often from a menu. Spread the result on the dialog's content. `begin` puts the focus where the dialog begins
 * and says whether it did.
 */
export function useFocusReturn(begin: () => boolean = () => false) {
  const before = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = document.activeElement
      if (begin()) event.preventDefault()
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      const target = before.current
      if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus()
      else document.querySelector('main')?.focus()
    },
  }
}
