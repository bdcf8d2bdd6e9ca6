import { tlenv } from '@tldraw/tldraw'

type Modifiers = { ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** Cmd on a Mac – where Ctrl-F moves the caret – and Ctrl elsewhere. AltGr says Ctrl and Alt. */
export const isFindModifier = ({ ctrlKey, metaKey, altKey }: Modifiers): boolean =>
  !altKey && (tlenv.isDarwin ? metaKey && !ctrlKey : ctrlKey && !metaKey)

/** As the menu shows it. */
export const findShortcut = (): string => (tlenv.isDarwin ? '⌘F' : 'Ctrl F')

/** From the find bar to what was found. */
export const goOnShortcut = (): string => (tlenv.isDarwin ? '⌘ Enter' : 'Ctrl Enter')

/** Popovers of tldraw's tools are dialogs to screen readers, but do not hold anybody. */
const DIALOG = ['dialog', 'alertdialog']
  .map((role) => `[role="${role}"]:not(.tlui-popover__content, [data-state="closed"])`)
  .join()

/** Ctrl-F or Cmd-F opens our search from wherever the focus is; in a dialog it is the browser's. */
export function listenForFindKey(open: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'f' || event.shiftKey || !isFindModifier(event)) return
    if (document.querySelector(DIALOG) !== null) return
    event.preventDefault()
    event.stopImmediatePropagation()
    open()
  }
  window.addEventListener('keydown', press, { capture: true })
  return () => window.removeEventListener('keydown', press, { capture: true })
}

/**
 * Keeps the end of a key press from whoever gets the focus in its midst: the canvas opens a note when Enter is let go.
 */
export function swallowKeyUp(key: string): void {
  const end = () => {
    window.removeEventListener('keyup', release, { capture: true })
    window.removeEventListener('keydown', pressAgain, { capture: true })
  }
  const release = (event: KeyboardEvent) => {
    if (event.key !== key) return
    event.stopImmediatePropagation()
    end()
  }
  // Let go of in another window, its end was never told here.
  const pressAgain = (event: KeyboardEvent) => {
    if (event.key === key && !event.repeat) end()
  }
  window.addEventListener('keyup', release, { capture: true })
  window.addEventListener('keydown', pressAgain, { capture: true })
}
