import { useRef } from 'react'

/** What had the focus when the last dialog opened from the page itself: for one that took the place of another. */
let onPage: Element | null = null

/**
 * Gives the focus back to what had it when a dialog opened. Radix does so only for its own triggers; ours are opened by
 * state, often from a menu. Spread the result on the dialog's content. `begin` puts the focus where the dialog begins
 * and says whether it did.
 */
export function useFocusReturn(begin: () => boolean = () => false) {
  const before = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: (event: Event) => {
      const { activeElement, body } = document
      before.current = activeElement
      if (activeElement !== body && activeElement?.closest('[role="dialog"]') === null) onPage = activeElement
      if (begin()) event.preventDefault()
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      const target = [before.current, onPage].find((one) => one?.isConnected === true && one !== document.body)
      if (target instanceof HTMLElement) target.focus()
      else document.querySelector('main')?.focus()
    },
  }
}
