import type { Editor } from '@tldraw/tldraw'

/**
 * Two things of tldraw's own chrome that stand in the way of screen readers (WCAG 4.1.2), put right where they appear:
 * popovers, such as that of more tools, are dialogs without a name and get that of the button that opens them; the
 * buttons of the text tools call themselves options of a list that does not exist and are pressed buttons again.
 */
export function mendEditorChrome(editor: Editor): () => void {
  const container = editor.getContainer()
  const mend = () => {
    for (const popover of container.querySelectorAll('.tlui-popover__content:not([aria-label])')) {
      const opener = container.querySelector(`[aria-controls="${CSS.escape(popover.id)}"]`)
      const label = opener?.getAttribute('aria-label') ?? opener?.getAttribute('title')
      if (label) popover.setAttribute('aria-label', label)
    }
    for (const button of container.querySelectorAll('button[role="option"][aria-pressed]'))
      button.removeAttribute('role')
  }
  // The text tools are filled below the container; shapes come in hundreds, so once a frame is enough.
  let frame = 0
  const observer = new MutationObserver(() => {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      mend()
    })
  })
  observer.observe(container, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
  }
}
